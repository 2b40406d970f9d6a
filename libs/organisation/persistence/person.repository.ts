import { appendHistory, newId, type RecordEvents, type Tx } from '#platform/database';
import type { Assignment } from '../domain/actor.js';

export interface StoredPerson {
  readonly id: string;
  readonly name: string;
  readonly mail: string;
}

/** What is known of people stays with the system: names and offices are read elsewhere, and nobody reads this history. */
const AUDIENCE = [0];

/** People and what they are entrusted with. Runs as the system. */
export class People {
  /** By mail address, whatever its case; nobody else changes this person until the transaction ends. */
  async lockPersonByMail(tx: Tx, mail: string): Promise<StoredPerson | null> {
    const [person] = await tx.query<StoredPerson>(
      'SELECT id, name, mail FROM people WHERE mail = $1::citext FOR UPDATE',
      [mail],
    );
    return person ?? null;
  }

  /** False when somebody else has this mail address. */
  async savePerson(tx: Tx, { id, name, mail }: StoredPerson, events: RecordEvents): Promise<boolean> {
    const added = await tx.execute(
      'INSERT INTO people (id, name, mail) VALUES ($1, $2, $3) ON CONFLICT (mail) DO NOTHING',
      [id, name, mail],
    );
    if (added === 0) return false;
    await appendHistory(tx, AUDIENCE, events);
    return true;
  }

  /** Assignments of the person to the same role for the same party or body that share a day with this one. */
  async listOverlapping(tx: Tx, personId: string, assignment: Assignment): Promise<readonly Assignment[]> {
    const { role, party, body, validFrom, validTo } = assignment;
    return tx.query<Assignment>(
      `SELECT role, party_code AS party, body_code AS body, valid_from::text AS "validFrom", valid_to::text AS "validTo"
       FROM assignments
       WHERE person_id = $1 AND role = $2 AND party_code IS NOT DISTINCT FROM $3 AND body_code IS NOT DISTINCT FROM $4
         AND daterange(valid_from, valid_to, '[]') && daterange($5::date, $6::date, '[]')
       ORDER BY valid_from`,
      [personId, role, party, body, validFrom, validTo],
    );
  }

  async saveAssignment(tx: Tx, personId: string, assignment: Assignment, events: RecordEvents): Promise<void> {
    const { role, party, body, validFrom, validTo } = assignment;
    await tx.execute(
      `INSERT INTO assignments (id, person_id, role, party_code, body_code, valid_from, valid_to)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), personId, role, party, body, validFrom, validTo],
    );
    await appendHistory(tx, AUDIENCE, events);
  }
}
