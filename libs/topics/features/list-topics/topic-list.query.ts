import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { TopicKind, TopicState } from '#glossary';
import type { Actor } from '#organisation';
import { Database } from '#platform/database';
import { decodeCursor, encodeCursor, invalidCursor, pageLength } from '#platform/graphql';
import type { Topic } from '../../domain/topic.js';
import { topicColumns, topicOf, type TopicRow } from '../../persistence/topic-rows.js';

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

/** A topic of the page; only the count when the page is empty. */
interface ListedRow extends TopicRow {
  readonly total: number;
  readonly sortKey: string | null;
}

interface Order {
  /** What is sorted by; the id breaks ties. */
  readonly by: string;
  readonly direction: 'ASC' | 'DESC';
  /** The value as a cursor keeps it, made for the rows of the page alone … */
  readonly key: string;
  /** … and back again. */
  readonly fromKey: (place: string) => string;
  readonly isKey: RegExp;
}

const instantKey = (column: string): string =>
  `coalesce(to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '')`;
const fromInstantKey = (place: string): string =>
  `coalesce(nullif(${place}::text, '')::timestamp AT TIME ZONE 'UTC', '-infinity')`;
const isInstantKey = /^(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6})?$/;

const byInstant = (column: string, by: string): Order => ({
  by,
  direction: 'DESC',
  key: instantKey(`topic.${column}`),
  fromKey: fromInstantKey,
  isKey: isInstantKey,
});

const orders: Readonly<Record<TopicSort, Order>> = {
  UPDATED_DESC: byInstant('updated_at', 'updated_at'),
  SUBMITTED_DESC: byInstant('submitted_at', `coalesce(submitted_at, '-infinity')`),
  TITLE_ASC: {
    by: 'lower(title)',
    direction: 'ASC',
    key: 'lower(topic.title)',
    fromKey: (place) => `${place}::text`,
    isKey: /^/,
  },
};

/** One page of the topics the actor may see. Row-level security counts as it lists: both pass the same policy. */
@Injectable()
export class TopicListQuery {
  constructor(private readonly database: Database) {}

  async execute(actor: Actor, request: TopicListRequest): Promise<TopicPage> {
    const first = pageLength(request.first);
    const { name, text, values } = statementOf(actor, request, first);
    const rows = await this.database.read(actor, (tx) => tx.prepared<ListedRow>(name, text, values));
    const found = rows.filter(({ sortKey }) => sortKey !== null);
    const page = found.slice(0, first);
    const last = page.at(-1);
    return {
      nodes: page.map(({ total: _total, sortKey: _sortKey, ...row }) => topicOf(row)),
      pageInfo: {
        hasNextPage: found.length > first,
        endCursor: last === undefined ? null : encodeCursor([last.sortKey, last.id]),
      },
      totalCount: rows[0]?.total ?? 0,
    };
  }
}

/**
 * Count and page in one pass over what matches: a policy is asked of every row, so a second pass costs as much again.
 * One name for each combination of filters, since a prepared statement has one text. PostgreSQL tells names apart by
 * their first 63 characters.
 */
function statementOf(
  actor: Actor,
  request: TopicListRequest,
  first: number,
): { readonly name: string; readonly text: string; readonly values: readonly unknown[] } {
  const conditions = conditionsOf(actor, request);
  const { by, direction, key, fromKey } = orders[request.sort];
  const after = cursorOf(request);
  const values = [...conditions.values, first + 1, ...(after ?? [])];
  const place = conditions.values.length + 1;
  const isBeyond = direction === 'ASC' ? '>' : '<';
  const beyond = `WHERE (value, id) ${isBeyond} (${fromKey(`$${place + 1}`)}, $${place + 2}::uuid)`;
  const order = `value ${direction}, id ${direction}`;
  return {
    name: `topics ${request.sort} ${conditions.names.join('+')}${after === null ? '' : ' after'}`,
    text: `
      WITH matching AS MATERIALIZED (SELECT id, ${by} AS value FROM topics WHERE ${conditions.text}),
           page AS (SELECT id, value FROM matching ${after === null ? '' : beyond} ORDER BY ${order} LIMIT $${place})
      SELECT counted.total, CASE WHEN topic.id IS NOT NULL THEN ${key} END AS "sortKey", ${topicColumns}
      FROM (SELECT count(*)::int AS total FROM matching) AS counted
      LEFT JOIN (page JOIN topics AS topic USING (id)) ON true
      ORDER BY page.value ${direction}, page.id ${direction}`,
    values,
  };
}

function cursorOf({ after, sort }: TopicListRequest): readonly [key: string, id: string] | null {
  if (after === undefined || after === null) return null;
  const [key, id] = decodeCursor(after, 2);
  if (typeof key === 'string' && orders[sort].isKey.test(key) && isUuid(id)) return [key, String(id)];
  throw invalidCursor();
}

interface Conditions {
  /** Of the filters that are set. */
  readonly names: readonly string[];
  readonly text: string;
  readonly values: readonly unknown[];
}

function conditionsOf(actor: Actor, { filter }: TopicListRequest): Conditions {
  const names: string[] = [];
  const parts: string[] = [];
  const values: unknown[] = [];
  const add = (name: string, condition: (place: string) => string, value: unknown): void => {
    if (value === undefined || value === null || value === '') return;
    values.push(value);
    names.push(name);
    parts.push(condition(`$${values.length}`));
  };
  add('state', (place) => `state = ANY (${place}::text[])`, filter.states?.length === 0 ? null : filter.states);
  add(
    'conf',
    (place) => `(conference_id::text = ${place} OR ${place} = ANY (previous_conference_ids::text[]))`,
    filter.conferenceId,
  );
  add(
    'reg',
    (place) => `(registrant_party = ${place} OR registrant_body = ${place} OR ${place} = ANY (co_registrants))`,
    filter.registrant,
  );
  add('body', (place) => `(lead_committee = ${place} OR ${place} = ANY (involved_committees))`, filter.committee);
  add('kind', (place) => `kind = ${place}`, filter.kind);
  add('word', (place) => `(title || ' ' || coalesce(subtitle, '')) ILIKE ${place}`, likePattern(filter.search));
  if (filter.mine === true) {
    const codes = actor.assignments.map(({ party, body }) => party ?? body);
    add('mine', (place) => `coalesce(registrant_party, registrant_body) = ANY (${place}::text[])`, codes);
  }
  return { names, text: parts.length === 0 ? 'true' : parts.join(' AND '), values };
}

function likePattern(search: string | null | undefined): string | null {
  const words = search?.trim() ?? '';
  return words === '' ? null : `%${words.replace(/[\\%_]/g, '\\$&').replace(/\s+/g, '%')}%`;
}
