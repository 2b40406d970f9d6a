import { Injectable } from '@nestjs/common';
import type { BodyCode, PartyCode, Role } from '#glossary';
import { Clock, berlinDay } from '#platform/clock';
import type { ReadTx } from '#platform/database';

/** Whom a message is meant for: everyone with this role, or only those of one party or one body. */
export interface Office {
  readonly role: Role;
  readonly party?: PartyCode;
  readonly body?: BodyCode;
}

export interface OfficeHolder {
  readonly personId: string;
  readonly name: string;
  readonly mail: string;
}

/** Who holds an office today. The chair's office is held by the people of the chairing Land alone. */
@Injectable()
export class Offices {
  constructor(private readonly clock: Clock) {}

  async membersOf(tx: ReadTx, { role, party, body }: Office): Promise<OfficeHolder[]> {
    return tx.prepared<OfficeHolder>(
      'members-of-office',
      `SELECT DISTINCT people.id AS "personId", people.name, people.mail::text AS mail
       FROM assignments JOIN people ON people.id = assignments.person_id
       WHERE role = $1 AND ($2::text IS NULL OR party_code = $2) AND ($3::text IS NULL OR body_code = $3)
         AND valid_from <= $4::date AND (valid_to IS NULL OR valid_to >= $4::date)
         AND (role <> 'CHAIR' OR party_code = (
           SELECT term.party_code FROM chair_terms term WHERE $4::date BETWEEN term.valid_from AND term.valid_to))
       ORDER BY people.name, people.id`,
      [role, party ?? null, body ?? null, berlinDay(this.clock.now())],
    );
  }

  /** Who speaks for the party today, and who sits in the chair when it is the party's turn. */
  async listSpeakersOf(tx: ReadTx, party: PartyCode): Promise<OfficeHolder[]> {
    return tx.prepared<OfficeHolder>(
      'speakers-of-party',
      `SELECT DISTINCT people.id AS "personId", people.name, people.mail::text AS mail
       FROM assignments JOIN people ON people.id = assignments.person_id
       WHERE role IN ('PARTY_COORDINATOR', 'CHAIR') AND party_code = $1
         AND valid_from <= $2::date AND (valid_to IS NULL OR valid_to >= $2::date)
       ORDER BY people.name, people.id`,
      [party, berlinDay(this.clock.now())],
    );
  }
}
