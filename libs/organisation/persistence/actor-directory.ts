import { Injectable } from '@nestjs/common';
import { Clock, berlinDay } from '#platform/clock';
import { Database, type ReadTx } from '#platform/database';
import { actorOn } from '../domain/acting-person.js';
import { SYSTEM, type Actor, type Assignment } from '../domain/actor.js';
import type { ChairTerm } from '../domain/chair-terms.js';

interface ActorRow {
  readonly id: string;
  readonly name: string;
  readonly assignments: readonly Assignment[];
  readonly terms: readonly ChairTerm[];
}

/**
 * Who is who at sign-in and at the beginning of each request. Runs as the system, because before its answer nobody is
 * known. Nothing is kept between requests: an assignment that ends today must not act tomorrow.
 */
@Injectable()
export class ActorDirectory {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The person as actor today; null when there is no such person. */
  async actorOfPerson(personId: string): Promise<Actor | null> {
    return this.database.read(SYSTEM, (tx) => this.actorIn(tx, personId));
  }

  /** The same inside a transaction of the system that has more to ask. */
  async actorIn(tx: ReadTx, personId: string): Promise<Actor | null> {
    const day = berlinDay(this.clock.now());
    const row = await findActor(tx, personId, day);
    return row === null ? null : actorOn(day, row, row.assignments, row.terms);
  }

  async personBySubject(issuer: string, subject: string): Promise<{ id: string; name: string } | null> {
    const rows = await this.database.read(SYSTEM, (tx) =>
      tx.prepared<{ id: string; name: string }>(
        'person-by-subject',
        `SELECT people.id, people.name FROM person_identities
         JOIN people ON people.id = person_identities.person_id WHERE issuer = $1 AND subject = $2`,
        [issuer, subject],
      ),
    );
    return rows[0] ?? null;
  }

  /** `subject` is the one linked at this issuer; null as long as the person has never signed in there. */
  async personByMail(
    mail: string,
    issuer: string,
  ): Promise<{ id: string; name: string; subject: string | null } | null> {
    const rows = await this.database.read(SYSTEM, (tx) =>
      tx.query<{ id: string; name: string; subject: string | null }>(
        `SELECT people.id, people.name, person_identities.subject FROM people
         LEFT JOIN person_identities ON person_id = people.id AND issuer = $2 WHERE mail = $1::citext`,
        [mail, issuer],
      ),
    );
    return rows[0] ?? null;
  }

  /** Links once: a subject stays with its person, and a person keeps one subject per issuer. Throws otherwise. */
  async linkSubject(personId: string, issuer: string, subject: string): Promise<void> {
    await this.database.write(SYSTEM, async (tx) => {
      await tx.execute(
        `INSERT INTO person_identities (issuer, subject, person_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
        [issuer, subject, personId],
      );
      const [linked] = await tx.query<{ person_id: string }>(
        'SELECT person_id FROM person_identities WHERE issuer = $1 AND subject = $2',
        [issuer, subject],
      );
      if (linked?.person_id !== personId) throw new Error('The sign-in subject is linked to another account');
    });
  }
}

async function findActor(tx: ReadTx, personId: string, day: string): Promise<ActorRow | null> {
  const rows = await tx.prepared<ActorRow>(
    'actor-of-person',
    `SELECT people.id, people.name,
            coalesce((SELECT json_agg(json_build_object('role', role, 'party', party_code, 'body', body_code,
                        'validFrom', valid_from, 'validTo', valid_to) ORDER BY role, party_code, body_code)
                      FROM assignments WHERE person_id = people.id), '[]') AS assignments,
            coalesce((SELECT json_agg(json_build_object('party', party_code, 'validFrom', valid_from,
                        'validTo', valid_to))
                      FROM chair_terms WHERE $2::date BETWEEN valid_from AND valid_to), '[]') AS terms
     FROM people WHERE id = $1`,
    [personId, day],
  );
  return rows[0] ?? null;
}
