import { Injectable } from '@nestjs/common';
import type { TopicKind, TopicState } from '#glossary';
import type { Actor } from '#organisation';
import { Database, type ReadTx } from '#platform/database';
import { decodeCursor, encodeCursor, pageLength } from '#platform/graphql';
import type { Topic } from '../../domain/topic.js';
import { TopicRepository } from '../../persistence/topic.repository.js';

export type TopicSort = 'UPDATED_DESC' | 'TITLE_ASC' | 'SUBMITTED_DESC';

export interface TopicListRequest {
  readonly first: number;
  readonly after?: string | null;
  readonly sort: TopicSort;
  readonly filter: {
    readonly states?: readonly TopicState[] | null;
    readonly conferenceId?: string | null;
    readonly registrant?: string | null;
    readonly committee?: string | null;
    readonly search?: string | null;
    readonly kind?: TopicKind | null;
    readonly mine?: boolean | null;
  };
}

export interface TopicPage {
  readonly nodes: readonly Topic[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

interface KeyRow {
  readonly id: string;
  readonly sortKey: string;
}

/** Sort value as text that orders like the value itself, and its direction. The id breaks ties. */
const sorts: Readonly<Record<TopicSort, { readonly key: string; readonly direction: 'ASC' | 'DESC' }>> = {
  UPDATED_DESC: { key: `to_char(updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`, direction: 'DESC' },
  SUBMITTED_DESC: {
    key: `coalesce(to_char(submitted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '')`,
    direction: 'DESC',
  },
  TITLE_ASC: { key: 'lower(title)', direction: 'ASC' },
};

/** One page of the topics the actor may see. Row-level security counts as it lists: both pass the same policy. */
@Injectable()
export class TopicListQuery {
  constructor(
    private readonly database: Database,
    private readonly topics: TopicRepository,
  ) {}

  async execute(actor: Actor, request: TopicListRequest): Promise<TopicPage> {
    const first = pageLength(request.first);
    return this.database.read(actor, async (tx) => {
      const conditions = conditionsOf(actor, request);
      const totalCount = await countTopics(tx, conditions);
      const keys = await pageKeys(tx, conditions, request, first + 1);
      const page = keys.slice(0, first);
      const found = await this.topics.listTopicsByIds(
        tx,
        page.map(({ id }) => id),
      );
      const last = page.at(-1);
      return {
        nodes: page.flatMap(({ id }) => found.get(id) ?? []),
        pageInfo: {
          hasNextPage: keys.length > first,
          endCursor: last === undefined ? null : encodeCursor([last.sortKey, last.id]),
        },
        totalCount,
      };
    });
  }
}

interface Conditions {
  readonly text: string;
  readonly values: readonly unknown[];
}

function conditionsOf(actor: Actor, { filter }: TopicListRequest): Conditions {
  const parts: string[] = [];
  const values: unknown[] = [];
  const add = (condition: (place: string) => string, value: unknown): void => {
    if (value === undefined || value === null || value === '') return;
    values.push(value);
    parts.push(condition(`$${values.length}`));
  };
  add((place) => `state = ANY (${place}::text[])`, filter.states?.length === 0 ? null : filter.states);
  add((place) => `conference_id::text = ${place}`, filter.conferenceId);
  add(
    (place) => `(registrant_party = ${place} OR registrant_body = ${place} OR ${place} = ANY (co_registrants))`,
    filter.registrant,
  );
  add((place) => `(lead_committee = ${place} OR ${place} = ANY (involved_committees))`, filter.committee);
  add((place) => `kind = ${place}`, filter.kind);
  add((place) => `(title || ' ' || coalesce(subtitle, '')) ILIKE ${place}`, likePattern(filter.search));
  if (filter.mine === true) {
    const codes = actor.assignments.map(({ party, body }) => party ?? body);
    add((place) => `coalesce(registrant_party, registrant_body) = ANY (${place}::text[])`, codes);
  }
  return { text: parts.length === 0 ? 'true' : parts.join(' AND '), values };
}

function likePattern(search: string | null | undefined): string | null {
  const words = search?.trim() ?? '';
  return words === '' ? null : `%${words.replace(/[\\%_]/g, '\\$&').replace(/\s+/g, '%')}%`;
}

async function countTopics(tx: ReadTx, { text, values }: Conditions): Promise<number> {
  const [row] = await tx.query<{ count: number }>(`SELECT count(*)::int AS count FROM topics WHERE ${text}`, values);
  return row?.count ?? 0;
}

async function pageKeys(
  tx: ReadTx,
  { text, values }: Conditions,
  request: TopicListRequest,
  limit: number,
): Promise<KeyRow[]> {
  const { key, direction } = sorts[request.sort];
  const after = request.after === undefined || request.after === null ? null : decodeCursor(request.after, 2);
  const place = values.length;
  const beyond = `AND (${key}, id) ${direction === 'ASC' ? '>' : '<'} ($${place + 2}::text, $${place + 3}::uuid)`;
  return tx.query<KeyRow>(
    `SELECT id, ${key} AS "sortKey" FROM topics WHERE ${text} ${after === null ? '' : beyond}
     ORDER BY ${key} ${direction}, id ${direction} LIMIT $${place + 1}`,
    [...values, limit, ...(after ?? [])],
  );
}
