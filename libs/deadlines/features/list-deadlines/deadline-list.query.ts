import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { assignmentsInForce, type Actor } from '#organisation';
import { Database } from '#platform/database';
import { decodeCursor, encodeCursor, invalidCursor, notFound, pageLength } from '#platform/graphql';
import { dutiesOf } from '../../domain/deadline-duties.js';
import type { Deadline } from '../../domain/deadline.js';
import { deadlineColumns } from '../../persistence/deadline.repository.js';

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

/** Pages of the deadlines the actor may see, in the order in which they are due. */
@Injectable()
export class DeadlineListQuery {
  constructor(private readonly database: Database) {}

  /** The timeline of a conference: all of them, over or not. */
  async ofConference(actor: Actor, conferenceId: string, request: PageRequest): Promise<DeadlinePage> {
    if (!isUuid(conferenceId)) throw notFound();
    return this.page(actor, request, 'conference_id = $1', [conferenceId]);
  }

  /** Those still open of which something is expected of the actor, or of a body or party of the actor's. */
  async ofActor(actor: Actor, request: PageRequest): Promise<DeadlinePage> {
    const held = assignmentsInForce(actor);
    const kinds = dutiesOf(held.map(({ role }) => role));
    const condition = `state = 'OPEN' AND (kind = ANY ($1::text[]) OR addressee = ANY ($2::text[]))`;
    return this.page(actor, request, condition, [kinds, held.flatMap(addresseesMeant)]);
  }

  private async page(
    actor: Actor,
    { first, after }: PageRequest,
    condition: string,
    values: readonly unknown[],
  ): Promise<DeadlinePage> {
    const length = pageLength(first);
    const cursor = cursorOf(after);
    const place = values.length;
    const beyond = cursor === null ? '' : `AND (due_at, id) > ($${place + 2}::timestamptz, $${place + 3}::uuid)`;
    const rows = await this.database.read(actor, (tx) =>
      tx.query<ListedRow>(
        `SELECT counted.total, page.* FROM (SELECT count(*)::int AS total FROM deadlines WHERE ${condition}) AS counted
         LEFT JOIN (SELECT ${deadlineColumns} FROM deadlines WHERE ${condition} ${beyond}
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

/** Under which addressees of follow-ups the holder of an assignment is meant. */
function addresseesMeant({ role, party, body }: Actor['assignments'][number]): readonly string[] {
  if (role === 'CHAIR') return ['CHAIR'];
  if (role === 'PARTY_COORDINATOR') return party === 'BUND' || party === null ? ['BUND'] : [party, 'ALL_LAENDER'];
  return body !== null && (role === 'COMMITTEE_CHAIR' || role === 'COMMITTEE_SECRETARY') ? [body] : [];
}

function cursorOf(after: string | null | undefined): readonly [at: string, id: string] | null {
  if (after === undefined || after === null) return null;
  const [at, id] = decodeCursor(after, 2);
  if (typeof at === 'string' && !Number.isNaN(Date.parse(at)) && isUuid(id)) return [at, String(id)];
  throw invalidCursor();
}
