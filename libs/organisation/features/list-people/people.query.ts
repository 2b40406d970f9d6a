import { Injectable } from '@nestjs/common';
import { Clock, berlinDay } from '#platform/clock';
import { Database } from '#platform/database';
import { decodeCursor, encodeCursor, pageLength } from '#platform/graphql';
import type { PersonConnectionType } from '../../assignment.graphql.js';
import type { Actor } from '../../domain/actor.js';

export interface PeopleFilter {
  /** Part of the name. */
  readonly search: string | null;
  readonly party: string | null;
  readonly body: string | null;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly total: number;
}

/** People by name. Whoever is known knows who holds which office; mail addresses are shown to nobody. */
@Injectable()
export class PeopleQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, first: number, after: string | null, filter: PeopleFilter): Promise<PersonConnectionType> {
    const length = pageLength(first);
    const [name = null, id = null] = after === null ? [] : decodeCursor(after, 2);
    const rows = await this.database.read(actor, (tx) =>
      tx.prepared<Row>('list-people', people, [
        filter.search === null ? null : `%${filter.search.replace(/[\\%_]/g, '\\$&')}%`,
        filter.party,
        filter.body,
        berlinDay(this.clock.now()),
        name,
        id,
        length + 1,
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

/** Party and body count as long as the assignment lasts. */
const people = `
  WITH found AS (
    SELECT people.id, people.name, count(*) OVER ()::int AS total FROM people
    WHERE ($1::text IS NULL OR people.name ILIKE $1)
      AND (($2::text IS NULL AND $3::text IS NULL) OR EXISTS (
        SELECT FROM assignments WHERE person_id = people.id AND (valid_to IS NULL OR valid_to >= $4::date)
          AND ($2::text IS NULL OR party_code = $2) AND ($3::text IS NULL OR body_code = $3))))
  SELECT id, name, total FROM found
  WHERE $5::text IS NULL OR (name, id) > ($5::text, $6::uuid) ORDER BY name, id LIMIT $7`;
