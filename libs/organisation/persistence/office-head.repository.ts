import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { appendHistory, type ReadTx, type RecordEvents, type Tx } from '#platform/database';
import { ALL_AUDIENCE } from '../domain/audiences.js';
import type { OfficeHead } from '../domain/office-head.js';

const columns = `head.id, head.person_id AS "personId", head.party_code AS party, head.body_code AS body,
  head.valid_from::text AS "validFrom", head.valid_to::text AS "validTo", head.revision`;

export type NamedOfficeHead = OfficeHead & { readonly personName: string };

@Injectable()
export class OfficeHeads {
  async findHead(tx: ReadTx, id: string): Promise<OfficeHead | null> {
    if (!isUuid(id)) return null;
    const [found] = await tx.query<OfficeHead>(`SELECT ${columns} FROM office_heads AS head WHERE id = $1`, [id]);
    return found ?? null;
  }

  /** All who ever headed the office of this party or body, in the order of time. */
  async listOfOffice(tx: ReadTx, office: string): Promise<readonly OfficeHead[]> {
    return tx.query<OfficeHead>(
      `SELECT ${columns} FROM office_heads AS head WHERE coalesce(party_code, body_code) = $1 ORDER BY valid_from`,
      [office],
    );
  }

  /** Who heads an office on the day or later, in the order of time. */
  async listSince(tx: ReadTx, day: string): Promise<readonly NamedOfficeHead[]> {
    return tx.prepared<NamedOfficeHead>(
      'heads-of-offices',
      `SELECT ${columns}, people.name AS "personName" FROM office_heads AS head JOIN people ON people.id = person_id
       WHERE valid_to IS NULL OR valid_to >= $1::date ORDER BY valid_from, head.id`,
      [day],
    );
  }

  /** Whether there is such a party, or such a body on the day. */
  async isOffice(tx: ReadTx, office: string, day: string): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM parties WHERE code = $1
       UNION ALL SELECT FROM bodies WHERE code = $1 AND valid_from <= $2::date AND (valid_to IS NULL OR valid_to >= $2::date)`,
      [office, day],
    );
    return rows.length > 0;
  }

  async save(tx: Tx, { id, personId, party, body, ...head }: OfficeHead, events: RecordEvents): Promise<void> {
    await tx.execute(
      `INSERT INTO office_heads (id, person_id, party_code, body_code, valid_from, valid_to, revision)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (id) DO UPDATE SET valid_to = excluded.valid_to, revision = excluded.revision`,
      [id, personId, party, body, head.validFrom, head.validTo, head.revision],
    );
    await appendHistory(tx, ALL_AUDIENCE, events);
  }
}
