import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { CommentRoundState } from '#glossary';
import { partiesActedFor, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { decodeCursor, encodeCursor, invalidCursor, pageLength } from '#platform/graphql';
import { roundColumns, type StoredRound } from '../../persistence/comment-round.repository.js';

export interface CommentRoundListRequest {
  readonly first: number;
  readonly after?: string | null;
  readonly filter: {
    readonly states?: readonly CommentRoundState[] | null;
    readonly awaitsMyAnswer?: boolean | null;
  };
}

export interface CommentRoundPage {
  readonly nodes: readonly StoredRound[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

type ListedRow = StoredRound & { readonly total: number };

const nothing: CommentRoundPage = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 0 };

/** One page of the rounds the actor may see, the latest first. */
@Injectable()
export class CommentRoundListQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, { first, after, filter }: CommentRoundListRequest): Promise<CommentRoundPage> {
    const length = pageLength(first);
    const cursor = after === null || after === undefined ? [null, null] : cursorOf(after);
    const states = (filter.states ?? []).length === 0 ? null : filter.states;
    const own = filter.awaitsMyAnswer === true ? partiesActedFor(actor, 'PARTY_COORDINATOR') : null;
    if (own?.length === 0) return nothing;
    const rows = await this.database.read(actor, (tx) =>
      tx.prepared<ListedRow>('comment-rounds', statement, [states, own, this.clock.now(), length + 1, ...cursor]),
    );
    const page = rows.slice(0, length);
    const last = page.at(-1);
    return {
      nodes: page.map(({ total: _total, ...round }) => round),
      pageInfo: {
        hasNextPage: rows.length > length,
        endCursor: last === undefined ? null : encodeCursor([last.openedAt.toISOString(), last.id]),
      },
      totalCount: rows[0]?.total ?? 0,
    };
  }
}

/** Count and page in one pass: both are under the same policy. A page beyond the last one has no count, and no rows. */
const statement = `
  WITH matching AS MATERIALIZED (
    SELECT round.id FROM comment_rounds AS round
    WHERE ($1::text[] IS NULL OR round.state = ANY ($1))
      AND ($2::text[] IS NULL OR (round.state = 'OPEN' AND round.closes_at > $3::timestamptz AND EXISTS (
        SELECT FROM unnest($2) AS own (party) WHERE own.party = ANY (round.parties)
          AND NOT EXISTS (SELECT FROM comments WHERE round_id = round.id AND comments.party = own.party)))))
  SELECT (SELECT count(*)::int FROM matching) AS total, ${roundColumns}
  FROM matching JOIN comment_rounds AS round USING (id)
  WHERE $5::timestamptz IS NULL OR (round.opened_at, round.id) < ($5::timestamptz, $6::uuid)
  ORDER BY round.opened_at DESC, round.id DESC LIMIT $4`;

function cursorOf(after: string): readonly [at: string, id: string] {
  const [at, id] = decodeCursor(after, 2);
  if (typeof at === 'string' && !Number.isNaN(Date.parse(at)) && isUuid(id)) return [at, String(id)];
  throw invalidCursor();
}
