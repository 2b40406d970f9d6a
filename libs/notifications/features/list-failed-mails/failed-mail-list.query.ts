import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { FailedMailState } from '#glossary';
import type { Actor } from '#organisation';
import { Database } from '#platform/database';
import { decodeCursor, encodeCursor, invalidCursor, pageLength } from '#platform/graphql';
import { labelOfMail } from '../../domain/failed-mail-kinds.js';
import { toFailedMailType, type FailedMailConnectionType } from '../../failed-mail.graphql.js';
import { failedMailColumns, type FailedMail } from '../../persistence/failed-mails.js';

/** What each order sorts by, as text; the id breaks ties. */
const orders = {
  FAILED_AT_DESC: {
    key: `to_char(failed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')`,
    direction: 'DESC',
    beyond: '<',
  },
  ADDRESS_ASC: { key: 'lower(address)', direction: 'ASC', beyond: '>' },
} as const;

export type FailedMailSort = keyof typeof orders;

export interface FailedMailRequest {
  readonly first: number;
  /** Undefined where the query does not name it. */
  readonly after: string | null | undefined;
  readonly sort: FailedMailSort;
  readonly state: FailedMailState | null;
  readonly kind: string | null;
  /** Part of an address. */
  readonly address: string | null;
}

interface Counts {
  readonly total: number;
  readonly kinds: readonly string[];
}

type Row = FailedMail & { readonly key: string };

const matching = `($1::text IS NULL OR state = $1) AND ($2::text IS NULL OR kind = $2)
  AND ($3::text IS NULL OR address ILIKE '%' || $3 || '%')`;

/** Row-level security shows the secretariat all of them, and nobody else any. */
@Injectable()
export class FailedMailListQuery {
  constructor(private readonly database: Database) {}

  async execute(actor: Actor, request: FailedMailRequest): Promise<FailedMailConnectionType> {
    const { state, kind, sort } = request;
    const length = pageLength(request.first);
    const filter = [state, kind, request.address?.replace(/[\\%_]/g, '\\$&') ?? null];
    const [key, id] = cursorOf(request.after);
    const { key: by, direction, beyond } = orders[sort];
    return this.database.read(actor, async (tx) => {
      const [counts] = await tx.query<Counts>(
        `SELECT count(*) FILTER (WHERE ${matching})::int AS total,
                coalesce(array_agg(DISTINCT kind ORDER BY kind), '{}') AS kinds FROM failed_mails`,
        filter,
      );
      const rows = await tx.query<Row>(
        `WITH listed AS (SELECT *, ${by} COLLATE "C" AS key FROM failed_mails WHERE ${matching})
         SELECT key, ${failedMailColumns.replaceAll('failed_mails.', 'listed.')}
         FROM listed LEFT JOIN people ON people.id = person_id
         WHERE $4::text IS NULL OR (key, listed.id) ${beyond} ($4::text COLLATE "C", $5::uuid)
         ORDER BY key ${direction}, listed.id ${direction} LIMIT $6`,
        [...filter, key, id, length + 1],
      );
      const shown = rows.slice(0, length);
      const last = shown.at(-1);
      const endCursor = last === undefined ? null : encodeCursor([last.key, last.id]);
      return {
        nodes: shown.map(({ key: _key, ...mail }) => toFailedMailType(mail)),
        pageInfo: { hasNextPage: rows.length > length, endCursor },
        totalCount: counts?.total ?? 0,
        kinds: (counts?.kinds ?? []).map((each) => ({ kind: each, label: labelOfMail(each) })),
      };
    });
  }
}

function cursorOf(after: string | null | undefined): readonly [key: string | null, id: string | null] {
  if (after === undefined || after === null) return [null, null];
  const [key, id] = decodeCursor(after, 2);
  if (typeof key !== 'string' || !isUuid(id)) throw invalidCursor();
  return [key, String(id)];
}
