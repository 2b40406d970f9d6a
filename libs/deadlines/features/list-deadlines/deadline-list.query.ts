import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { assignmentsInForce, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { decodeCursor, encodeCursor, invalidCursor, notFound, pageLength } from '#platform/graphql';
import { DeadlineKeepers } from '../../deadline-keepers.js';
import type { Deadline } from '../../domain/deadline.js';
import { deadlineColumns, holidayRuleColumn } from '../../persistence/deadline.repository.js';

export interface DeadlinePage {
  readonly nodes: readonly Deadline[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** One row at least, which tells the number when there is none on this page. */
type ListedRow = { readonly total: number } & (Deadline | { readonly id: null });

export interface PageRequest {
  readonly first: number;
  readonly after?: string | null;
}

/** What a page is taken from: queries to be named before it, and a condition that may read them. */
interface Asked {
  readonly queries: string;
  readonly condition: string;
  readonly values: readonly unknown[];
}

/** What is over and still not done is expected so long; after that it is no use to remind of it. */
const EXPECTED_DAYS = 28;

/** Pages of the deadlines the actor may see, in the order in which they are due. */
@Injectable()
export class DeadlineListQuery {
  constructor(
    private readonly database: Database,
    private readonly keepers: DeadlineKeepers,
    private readonly clock: Clock,
  ) {}

  /** The timeline of a conference: all of them, over or not. */
  async ofConference(actor: Actor, conferenceId: string, request: PageRequest): Promise<DeadlinePage> {
    if (!isUuid(conferenceId)) throw notFound();
    return this.page(actor, request, { queries: '', condition: 'conference_id = $1', values: [conferenceId] });
  }

  /** Those by which the actor, or a body or party of the actor's, still has to act and can. */
  async ofActor(actor: Actor, request: PageRequest): Promise<DeadlinePage> {
    const held = assignmentsInForce(actor).map(({ role, party, body }) => ({ role, party, body }));
    const queries = `
      WITH asked AS (SELECT * FROM deadlines
          WHERE state = 'OPEN' OR state = 'PASSED' AND due_at > $2::timestamptz - ${EXPECTED_DAYS} * interval '1 day'),
        mine AS (SELECT duty.deadline_id FROM (${this.keepers.openDutiesSql()}) AS duty
          JOIN jsonb_to_recordset($1::jsonb) AS held (role text, party text, body text) ON held.role = duty.role
            AND (duty.party IS NULL OR duty.party = held.party) AND (duty.body IS NULL OR duty.body = held.body))`;
    const values = [JSON.stringify(held), this.clock.now()];
    return this.page(actor, request, { queries, condition: 'id IN (SELECT deadline_id FROM mine)', values });
  }

  private async page(
    actor: Actor,
    { first, after }: PageRequest,
    { queries, condition, values }: Asked,
  ): Promise<DeadlinePage> {
    const length = pageLength(first);
    const cursor = cursorOf(after);
    const place = values.length;
    const beyond = cursor === null ? '' : `AND (due_at, id) > ($${place + 2}::timestamptz, $${place + 3}::uuid)`;
    const rows = await this.database.read(actor, (tx) =>
      tx.query<ListedRow>(
        `${queries} SELECT counted.total, page.* FROM (SELECT count(*)::int AS total FROM deadlines WHERE ${condition}) AS counted
         LEFT JOIN (SELECT ${deadlineColumns}, ${holidayRuleColumn} FROM deadlines WHERE ${condition} ${beyond}
                    ORDER BY due_at, id LIMIT $${place + 1}) AS page ON true
         ORDER BY page."dueAt", page.id`,
        [...values, length + 1, ...(cursor ?? [])],
      ),
    );
    const found = rows.flatMap(({ total: _total, ...row }) => (row.id === null ? [] : [row as Deadline]));
    const nodes = found.slice(0, length);
    const last = nodes.at(-1);
    const endCursor = last === undefined ? null : encodeCursor([last.dueAt.toISOString(), last.id]);
    return { nodes, totalCount: rows[0]?.total ?? 0, pageInfo: { hasNextPage: found.length > length, endCursor } };
  }
}

function cursorOf(after: string | null | undefined): readonly [at: string, id: string] | null {
  if (after === undefined || after === null) return null;
  const [at, id] = decodeCursor(after, 2);
  if (typeof at === 'string' && !Number.isNaN(Date.parse(at)) && isUuid(id)) return [at, String(id)];
  throw invalidCursor();
}
