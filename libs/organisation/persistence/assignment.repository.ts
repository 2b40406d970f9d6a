import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { PartyCode } from '#glossary';
import { appendHistory, SYSTEM_AUDIENCE, type ReadTx, type RecordEvents, type Tx } from '#platform/database';
import type { AssignmentRecord } from '../domain/assignment-record.js';
import { audienceOfBody, audienceOfParty, OFFICE_AUDIENCE } from '../domain/audiences.js';

const columns = `id, person_id AS "personId", role, party_code AS party, body_code AS body,
  valid_from::text AS "validFrom", valid_to::text AS "validTo", deputy_of AS "deputyOf", revision`;

@Injectable()
export class Assignments {
  async findAssignment(tx: ReadTx, id: string): Promise<AssignmentRecord | null> {
    if (!isUuid(id)) return null;
    const [found] = await tx.query<AssignmentRecord>(`SELECT ${columns} FROM assignments WHERE id = $1`, [id]);
    return found ?? null;
  }

  /** Those who stand in for this assignment on the day or later. */
  async listDeputies(tx: ReadTx, id: string, day: string): Promise<readonly AssignmentRecord[]> {
    return tx.query<AssignmentRecord>(
      `SELECT ${columns} FROM assignments WHERE deputy_of = $1 AND (valid_to IS NULL OR valid_to > $2::date)`,
      [id, day],
    );
  }

  async listOfPeople(
    tx: ReadTx,
    personIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly AssignmentRecord[]>> {
    const rows = await tx.prepared<AssignmentRecord>(
      'assignments-of-people',
      `SELECT ${columns} FROM assignments WHERE person_id = ANY ($1::uuid[])
       ORDER BY valid_to IS NOT NULL, role, party_code, body_code, valid_from`,
      [personIds],
    );
    const grouped = new Map<string, AssignmentRecord[]>();
    for (const row of rows) grouped.set(row.personId, [...(grouped.get(row.personId) ?? []), row]);
    return grouped;
  }

  /** Whether the person holds the same on one of these days. */
  async isHeld(tx: ReadTx, wanted: Omit<AssignmentRecord, 'id' | 'deputyOf' | 'revision'>): Promise<boolean> {
    const { personId, role, party, body, validFrom, validTo } = wanted;
    const [row] = await tx.query<{ held: boolean }>(
      `SELECT EXISTS (SELECT FROM assignments WHERE person_id = $1 AND role = $2
         AND party_code IS NOT DISTINCT FROM $3 AND body_code IS NOT DISTINCT FROM $4
         AND daterange(valid_from, valid_to, '[]') && daterange($5::date, $6::date, '[]')) AS held`,
      [personId, role, party, body, validFrom, validTo],
    );
    return row?.held ?? false;
  }

  /** Whether the party has a coordination of its own right, other than this one, on the day. */
  async hasOtherCoordinator(tx: ReadTx, party: PartyCode, except: string, day: string): Promise<boolean> {
    const [row] = await tx.query<{ found: boolean }>(
      `SELECT EXISTS (SELECT FROM assignments WHERE role = 'PARTY_COORDINATOR' AND party_code = $1 AND id <> $2
         AND deputy_of IS NULL AND valid_from <= $3::date AND (valid_to IS NULL OR valid_to >= $3::date)) AS found`,
      [party, except, day],
    );
    return row?.found ?? false;
  }

  async isPersonKnown(tx: ReadTx, personId: string): Promise<boolean> {
    if (!isUuid(personId)) return false;
    return (await tx.query('SELECT FROM people WHERE id = $1', [personId])).length > 0;
  }

  async save(tx: Tx, assignment: AssignmentRecord, events: RecordEvents): Promise<void> {
    const { id, personId, role, party, body, validFrom, validTo, deputyOf, revision } = assignment;
    await tx.execute(
      `INSERT INTO assignments (id, person_id, role, party_code, body_code, valid_from, valid_to, deputy_of, revision)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (id) DO UPDATE SET valid_to = excluded.valid_to, revision = excluded.revision`,
      [id, personId, role, party, body, validFrom, validTo, deputyOf, revision],
    );
    await appendHistory(tx, audienceOfHistory(assignment), events);
  }
}

/** Reasons may be personal: besides the secretariat those read them who belong to the same house. */
function audienceOfHistory({ party, body }: AssignmentRecord): readonly number[] {
  const audience = [SYSTEM_AUDIENCE, OFFICE_AUDIENCE.SECRETARIAT];
  if (party !== null) audience.push(audienceOfParty(party));
  if (body !== null) audience.push(audienceOfBody(body));
  return audience;
}
