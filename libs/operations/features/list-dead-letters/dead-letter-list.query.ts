import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { Actor } from '#organisation';
import { Database } from '#platform/database';
import { decodeCursor, encodeCursor, invalidCursor, pageLength } from '#platform/graphql';
import type { DeadLetter, DeadLetterState } from '../../domain/dead-letter.js';
import { deadLetterColumns } from '../../persistence/dead-letters.js';

export const deadLetterOrders = {
  LATEST: 'Zuletzt gescheiterte zuerst',
  OLDEST: 'Am längsten liegende zuerst',
  JOB: 'Nach Arbeit',
} as const;
export type DeadLetterOrder = keyof typeof deadLetterOrders;

interface Sorting {
  readonly column: string;
  readonly type: 'timestamptz' | 'text';
  readonly direction: 'ASC' | 'DESC';
}

const sorting: Readonly<Record<DeadLetterOrder, Sorting>> = {
  LATEST: { column: 'last_failed_at', type: 'timestamptz', direction: 'DESC' },
  OLDEST: { column: 'occurred_at', type: 'timestamptz', direction: 'ASC' },
  JOB: { column: 'job_name', type: 'text', direction: 'ASC' },
};

export interface DeadLetterListRequest {
  readonly first: number;
  readonly after: string | null;
  readonly jobName: string | null;
  readonly states: readonly DeadLetterState[] | null;
  readonly order: DeadLetterOrder;
}

export interface DeadLetterPage {
  readonly nodes: readonly DeadLetter[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

type ListedRow = { readonly total: number; readonly key: string; readonly sorted: unknown } & (
  DeadLetter | { readonly id: null }
);

/** Pages of what was given up. Row-level security answers nobody but the technical administration. */
@Injectable()
export class DeadLetterListQuery {
  constructor(private readonly database: Database) {}

  async execute(actor: Actor, request: DeadLetterListRequest): Promise<DeadLetterPage> {
    const length = pageLength(request.first);
    const { column, type, direction } = sorting[request.order];
    const cursor = cursorOf(request);
    const beyond =
      cursor === null ? '' : `AND (${column}, id) ${direction === 'ASC' ? '>' : '<'} ($4::${type}, $5::uuid)`;
    const rows = await this.database.read(actor, (tx) =>
      tx.query<ListedRow>(
        `SELECT counted.total, page.* FROM (SELECT count(*)::int AS total FROM dead_letters WHERE ${condition}) AS counted
         LEFT JOIN (SELECT ${deadLetterColumns}, ${column}::text AS key, ${column} AS sorted FROM dead_letters WHERE ${condition} ${beyond}
                    ORDER BY ${column} ${direction}, id ${direction} LIMIT $3) AS page ON true
         ORDER BY page.sorted ${direction}, page.id ${direction}`,
        [request.jobName, request.states, length + 1, ...(cursor ?? [])],
      ),
    );
    const found = rows.flatMap(({ total: _total, sorted: _sorted, ...row }) => (row.id === null ? [] : [row]));
    const nodes = found.slice(0, length);
    const last = nodes.at(-1);
    const endCursor = last === undefined ? null : encodeCursor([request.order, last.key, last.id]);
    return { nodes, totalCount: rows[0]?.total ?? 0, pageInfo: { hasNextPage: found.length > length, endCursor } };
  }
}

const condition = '($1::text IS NULL OR job_name = $1) AND ($2::text[] IS NULL OR state = ANY ($2))';

function cursorOf({ after, order }: DeadLetterListRequest): readonly [key: string, id: string] | null {
  if (after === null) return null;
  const [sortedBy, key, id] = decodeCursor(after, 3);
  const isPlace = sorting[order].type === 'text' || !Number.isNaN(Date.parse(String(key)));
  if (sortedBy === order && isPlace && isUuid(id)) return [String(key), String(id)];
  throw invalidCursor();
}
