import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { Clock, berlinDay } from '#platform/clock';
import { Database } from '#platform/database';
import { decodeCursor, encodeCursor, invalidCursor, pageLength } from '#platform/graphql';
import type { PersonConnectionType } from '../../assignment.graphql.js';
import type { Actor } from '../../domain/actor.js';
import type { PersonType } from '../../organisation.graphql.js';

export interface PeopleFilter {
  /** Words, each of which is part of the name or of the Land of an office, or is the mail address. */
  readonly search: string | null;
  readonly party: string | null;
  readonly body: string | null;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly total: number;
}

const MOST_WORDS = 8;

/**
 * People by name. Whoever is known knows who holds which office; mail addresses are shown to nobody. They are found by
 * the whole address, which the seeker knows already; the secretariat, which enters them, by part of one.
 */
@Injectable()
export class PeopleQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async findPerson(actor: Actor, id: string): Promise<PersonType | null> {
    if (!isUuid(id)) return null;
    const [person] = await this.database.read(actor, (tx) =>
      tx.prepared<PersonType>('find-person', 'SELECT id, name FROM people WHERE id = $1', [id]),
    );
    return person ?? null;
  }

  async list(actor: Actor, first: number, after: string | null, filter: PeopleFilter): Promise<PersonConnectionType> {
    const length = pageLength(first);
    const [name = null, id = null] = after === null ? [] : decodeCursor(after, 2);
    if (id !== null && !isUuid(id)) throw invalidCursor();
    const rows = await this.database.read(actor, (tx) =>
      tx.prepared<Row>('list-people', people, [
        wordsOf(filter.search),
        filter.party,
        filter.body,
        berlinDay(this.clock.now()),
        name,
        id,
        length + 1,
        actor.assignments.some(({ role }) => role === 'SECRETARIAT'),
      ]),
    );
    const page = rows.slice(0, length);
    const last = page.at(-1);
    const endCursor = last === undefined ? null : encodeCursor([last.name, last.id]);
    return {
      nodes: page.map((row) => ({ id: row.id, name: row.name })),
      pageInfo: { hasNextPage: rows.length > length, endCursor },
      totalCount: rows[0]?.total ?? 0,
    };
  }
}

function wordsOf(search: string | null): readonly string[] {
  const words = (search ?? '').split(/\s+/).filter((word) => word !== '');
  return words.slice(0, MOST_WORDS).map((word) => word.replace(/[\\%_]/g, '\\$&'));
}

/** Party and body count as long as the assignment lasts. */
const people = `
  WITH found AS (
    SELECT people.id, people.name, count(*) OVER ()::int AS total FROM people
    WHERE NOT EXISTS (
        SELECT FROM unnest($1::text[]) word
        WHERE people.name NOT ILIKE '%' || word || '%'
          AND people.mail::text NOT ILIKE CASE WHEN $8::boolean THEN '%' || word || '%' ELSE word END
          AND NOT EXISTS (
            SELECT FROM assignments JOIN parties ON parties.code = party_code
            WHERE person_id = people.id AND (valid_to IS NULL OR valid_to >= $4::date)
              AND parties.name ILIKE word || '%'))
      AND (($2::text IS NULL AND $3::text IS NULL) OR EXISTS (
        SELECT FROM assignments WHERE person_id = people.id AND (valid_to IS NULL OR valid_to >= $4::date)
          AND ($2::text IS NULL OR party_code = $2) AND ($3::text IS NULL OR body_code = $3))))
  SELECT id, name, total FROM found
  WHERE $5::text IS NULL OR (name, id) > ($5::text, $6::uuid) ORDER BY name, id LIMIT $7`;
