import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { FollowUpKind, FollowUpState } from '#glossary';
import type { Actor } from '#organisation';
import { berlinDay, Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { decodeCursor, encodeCursor, invalidCursor, pageLength } from '#platform/graphql';
import type { StoredFollowUp } from '../../persistence/follow-up-rows.js';
import { FollowUps } from '../../persistence/follow-up.repository.js';

export interface FollowUpListRequest {
  readonly first: number;
  readonly after?: string | null;
  readonly filter: {
    readonly states?: readonly FollowUpState[] | null;
    readonly kind?: FollowUpKind | null;
    /** Code of a body or party, `CHAIR` or `ALL_LAENDER`. */
    readonly addressee?: string | null;
    readonly overdue?: boolean | null;
    readonly mine?: boolean | null;
    readonly search?: string | null;
  };
}

export interface FollowUpPage {
  readonly nodes: readonly StoredFollowUp[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

interface ListedRow {
  readonly total: number;
  readonly id: string | null;
  readonly lastDay: string | null;
}

/**
 * The last day in time, as `lastDayOf` computes it: a conference counts by its first day once it is planned, until then
 * by the end of its half-year.
 */
const lastDay = `coalesce(due_day, review_on, planned.starts_on,
  make_date(due_year, CASE due_season WHEN 'SPRING' THEN 6 ELSE 12 END, CASE due_season WHEN 'SPRING' THEN 30 ELSE 31 END))`;

/** One page of the follow-ups the actor may see, what is due first first. */
@Injectable()
export class FollowUpListQuery {
  constructor(
    private readonly database: Database,
    private readonly followUps: FollowUps,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, request: FollowUpListRequest): Promise<FollowUpPage> {
    const first = pageLength(request.first);
    const { text, values } = this.statementOf(actor, request, first);
    return this.database.read(actor, async (tx) => {
      const rows = await tx.query<ListedRow>(text, values);
      const found = rows.flatMap(({ id, lastDay: day }) => (id === null ? [] : [{ id, day }]));
      const page = found.slice(0, first);
      const last = page.at(-1);
      const known = await this.followUps.followUpsByIds(
        tx,
        page.map(({ id }) => id),
      );
      return {
        nodes: page.flatMap(({ id }) => known.get(id) ?? []),
        pageInfo: {
          hasNextPage: found.length > first,
          endCursor: last === undefined ? null : encodeCursor([last.day, last.id]),
        },
        totalCount: rows[0]?.total ?? 0,
      };
    });
  }

  private statementOf(
    actor: Actor,
    request: FollowUpListRequest,
    first: number,
  ): { readonly text: string; readonly values: readonly unknown[] } {
    const { parts, values } = this.conditionsOf(actor, request);
    const cursor = cursorOf(request.after);
    const beyond =
      cursor === null ? '' : `WHERE (day, id) > ($${values.length + 1}::date, $${values.length + 2}::uuid)`;
    const all = [...values, ...(cursor ?? []), first + 1];
    const text = `
      WITH due AS MATERIALIZED (
             SELECT follow_ups.*, ${lastDay} AS day FROM follow_ups
             JOIN resolutions ON resolutions.id = resolution_id
             JOIN conferences AS origin ON origin.id = resolutions.conference_id
             LEFT JOIN conferences AS planned ON planned.season = due_season AND planned.year = due_year
               AND planned.profile_code = origin.profile_code AND planned.state <> 'CANCELLED'),
           matching AS MATERIALIZED (SELECT id, day FROM due WHERE ${parts.length === 0 ? 'true' : parts.join(' AND ')}),
           page AS (SELECT id, day FROM matching ${beyond} ORDER BY day, id LIMIT $${all.length})
      SELECT counted.total, page.id, page.day::text AS "lastDay"
      FROM (SELECT count(*)::int AS total FROM matching) AS counted LEFT JOIN page ON true
      ORDER BY page.day, page.id`;
    return { text, values: all };
  }

  private conditionsOf(
    actor: Actor,
    { filter }: FollowUpListRequest,
  ): { readonly parts: readonly string[]; readonly values: readonly unknown[] } {
    const parts: string[] = [];
    const values: unknown[] = [];
    const add = (condition: (place: string) => string, value: unknown): void => {
      if (value === undefined || value === null || value === '') return;
      values.push(value);
      parts.push(condition(`$${values.length}`));
    };
    add((place) => `state = ANY (${place}::text[])`, filter.states?.length === 0 ? null : filter.states);
    add((place) => `kind = ${place}`, filter.kind);
    add((place) => `coalesce(addressee_code, addressee_kind) = ${place}`, filter.addressee);
    add((place) => `task ILIKE ${place}`, likePattern(filter.search));
    const overdue = (place: string): string =>
      `state IN ('OPEN', 'IN_PROGRESS', 'EXTENDED') AND due_kind <> 'CONDITION' AND day < ${place}::date`;
    if (filter.overdue === true) add(overdue, berlinDay(this.clock.now()));
    if (filter.mine === true) {
      add((place) => `coalesce(addressee_code, addressee_kind) = ANY (${place}::text[])`, codesOf(actor));
    }
    return { parts, values };
  }
}

/** Under which addressees the actor is meant. */
function codesOf(actor: Actor): readonly string[] {
  return actor.assignments.flatMap(({ role, party, body }) => {
    if (role === 'CHAIR') return party === actor.chairParty ? ['CHAIR'] : [];
    if (role === 'PARTY_COORDINATOR' && party !== 'BUND') return [party ?? '', 'ALL_LAENDER'];
    return [party ?? body ?? ''];
  });
}

function cursorOf(after: string | null | undefined): readonly [day: string, id: string] | null {
  if (after === undefined || after === null) return null;
  const [day, id] = decodeCursor(after, 2);
  if (typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) && isUuid(id)) return [day, String(id)];
  throw invalidCursor();
}

function likePattern(search: string | null | undefined): string | null {
  const words = search?.trim() ?? '';
  return words === '' ? null : `%${words.replace(/[\\%_]/g, '\\$&').replace(/\s+/g, '%')}%`;
}
