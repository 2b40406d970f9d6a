import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { WrittenProcedureState } from '#glossary';
import { partiesActedFor, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { decodeCursor, encodeCursor, invalidCursor, pageLength } from '#platform/graphql';
import {
  procedureColumns,
  procedureOf,
  type ProcedureRow,
  type StoredProcedure,
} from '../../persistence/written-procedure-rows.js';

export interface WrittenProcedureListRequest {
  readonly first: number;
  readonly after?: string | null;
  readonly filter: {
    readonly states?: readonly WrittenProcedureState[] | null;
    readonly conferenceId?: string | null;
    readonly awaitsMyVote?: boolean | null;
  };
}

export interface WrittenProcedurePage {
  readonly nodes: readonly StoredProcedure[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

interface ListedRow extends ProcedureRow {
  readonly total: number;
  readonly sortKey: string;
}

/** A Land whose coordination the reader is and that has not voted in the round that runs. */
const awaitsVote = `procedure.state = 'RUNNING' AND procedure.closes_at > $4::timestamptz AND EXISTS (
  SELECT FROM unnest($3::text[]) AS own(party) WHERE NOT EXISTS (
    SELECT FROM ballots JOIN votes ON votes.ballot_id = ballots.id AND votes.party = own.party
    WHERE ballots.written_procedure_id = procedure.id AND ballots.state = 'OPEN'))`;

/** One page of the procedures the actor may see, the latest first. */
@Injectable()
export class WrittenProcedureListQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, { first, after, filter }: WrittenProcedureListRequest): Promise<WrittenProcedurePage> {
    const length = pageLength(first);
    const cursor = after === null || after === undefined ? [null, null] : cursorOf(after);
    const states = (filter.states ?? []).length === 0 ? null : filter.states;
    const isAwaiting = filter.awaitsMyVote === true;
    const own = isAwaiting ? partiesActedFor(actor, 'PARTY_COORDINATOR').filter((party) => party !== 'BUND') : [];
    const values = [states, filter.conferenceId ?? null, own, this.clock.now(), length + 1, ...cursor];
    const rows = await this.database.read(actor, (tx) =>
      tx.prepared<ListedRow>(`written-procedures${isAwaiting ? ' awaiting' : ''}`, statement(isAwaiting), values),
    );
    const page = rows.slice(0, length);
    const last = page.at(-1);
    return {
      nodes: page.map(({ total: _total, sortKey: _sortKey, ...row }) => procedureOf(row)),
      pageInfo: {
        hasNextPage: rows.length > length,
        endCursor: last === undefined ? null : encodeCursor([last.sortKey, last.id]),
      },
      totalCount: rows[0]?.total ?? 0,
    };
  }
}

/** Count and page in one pass: both are under the same policy. A page beyond the last one has no count, and no rows. */
const statement = (isAwaiting: boolean): string => `
  WITH matching AS MATERIALIZED (
    SELECT procedure.id, procedure.requested_at FROM written_procedures AS procedure
    WHERE ($1::text[] IS NULL OR procedure.state = ANY ($1)) AND ($2::text IS NULL OR procedure.conference_id::text = $2)
      AND ${isAwaiting ? awaitsVote : 'cardinality($3::text[]) = 0 AND $4::timestamptz IS NOT NULL'})
  SELECT (SELECT count(*)::int FROM matching) AS total,
         to_char(procedure.requested_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') AS "sortKey", ${procedureColumns}
  FROM matching JOIN written_procedures AS procedure USING (id)
  WHERE $6::text IS NULL
     OR (procedure.requested_at, procedure.id) < ($6::timestamp AT TIME ZONE 'UTC', $7::uuid)
  ORDER BY procedure.requested_at DESC, procedure.id DESC LIMIT $5`;

function cursorOf(after: string): readonly [key: string, id: string] {
  const [key, id] = decodeCursor(after, 2);
  const isKey = typeof key === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/.test(key);
  if (isKey && isUuid(id)) return [key, String(id)];
  throw invalidCursor();
}
