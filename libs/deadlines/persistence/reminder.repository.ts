import { Injectable } from '@nestjs/common';
import type { DeadlineKind, ReminderRung } from '#glossary';
import { OFFICE_AUDIENCE } from '#organisation';
import { newId, SYSTEM_AUDIENCE, type ReadTx, type Tx } from '#platform/database';
import type { CalendarName } from '../domain/calendar.js';
import type { Deadline } from '../domain/deadline.js';
import type { DueReminder } from '../reminder-plan.js';
import { deadlineColumns, type StoredDeadline } from './deadline.repository.js';

/** A reminder that nobody had before. */
export interface ClaimedReminder {
  readonly id: string;
  readonly rung: ReminderRung;
}

/** Besides the person these see a reminder: the system, the secretariat, the chair. */
const SEEN_BY_OFFICES: readonly number[] = [SYSTEM_AUDIENCE, OFFICE_AUDIENCE.SECRETARIAT, OFFICE_AUDIENCE.CHAIR];
/** Who has objected to a release is nobody's business, and who is reminded has not. */
const seenByNobodyElse: ReadonlySet<DeadlineKind> = new Set(['RELEASE_OBJECTION']);

/** A rung is never farther from the deadline, or from half the time until then, than this: all holidays in a row. */
const FARTHEST = 21;

@Injectable()
export class Reminders {
  async listRuns(tx: ReadTx): Promise<ReadonlyMap<CalendarName, Date>> {
    const rows = await tx.prepared<{ calendar: CalendarName; until: Date }>(
      'reminder-runs',
      'SELECT calendar, reminded_until AS until FROM reminder_runs',
      [],
    );
    return new Map(rows.map(({ calendar, until }) => [calendar, until]));
  }

  /** Never goes back: of two that went through the same days one may be behind the other. */
  async noteRuns(tx: Tx, calendars: readonly CalendarName[], until: Date): Promise<void> {
    await tx.execute(
      `INSERT INTO reminder_runs AS run (calendar, reminded_until) SELECT name, $2 FROM unnest($1::text[]) AS name
       ON CONFLICT ON CONSTRAINT reminder_runs_pkey
         DO UPDATE SET reminded_until = greatest(run.reminded_until, excluded.reminded_until)`,
      [calendars, until],
    );
  }

  /** Those of which a rung may lie between the two instants, what is due first first. */
  async listNear(tx: ReadTx, since: Date, now: Date): Promise<readonly Deadline[]> {
    return tx.query<Deadline>(
      `SELECT ${deadlineColumns} FROM deadlines
       WHERE state IN ('OPEN', 'PASSED') AND (
         due_at BETWEEN $1::timestamptz - $3 * interval '1 day' AND $2::timestamptz + $3 * interval '1 day'
         OR due_at > $2 AND coalesce(opens_at, set_at) + (due_at - coalesce(opens_at, set_at)) / 2
           BETWEEN $1::timestamptz - interval '1 day' AND $2::timestamptz + $3 * interval '1 day')
       ORDER BY due_at, id`,
      [since, now, FARTHEST],
    );
  }

  /** As it is now, and as it stays until commit. Null when nothing is expected any more. */
  async holdDeadline(tx: Tx, id: string): Promise<StoredDeadline | null> {
    const [found] = await tx.query<StoredDeadline>(
      `SELECT ${deadlineColumns}, audience FROM deadlines WHERE id = $1 AND state IN ('OPEN', 'PASSED') FOR SHARE`,
      [id],
    );
    return found ?? null;
  }

  /**
   * Notes who is reminded, and answers those whom nobody else has reminded: of two at once the second waits for the first
   * and finds nothing left. Besides the person the offices see it that see the deadline.
   */
  async claim(
    tx: Tx,
    { id: deadlineId, kind, dueAt, audience }: StoredDeadline,
    due: readonly DueReminder[],
    now: Date,
  ): Promise<readonly ClaimedReminder[]> {
    if (due.length === 0) return [];
    const offices = seenByNobodyElse.has(kind) ? [SYSTEM_AUDIENCE] : SEEN_BY_OFFICES;
    const seenBy = audience.filter((code) => offices.includes(code));
    return tx.query<ClaimedReminder>(
      `INSERT INTO reminders (id, deadline_id, due_at, rung, person_id, because, reminded_at, audience)
       SELECT given.id, $1, $2, rung, person_id, because, $3, $4::int[]
       FROM unnest($5::uuid[], $6::text[], $7::uuid[], $8::text[]) AS given (id, rung, person_id, because)
       ORDER BY person_id
       ON CONFLICT DO NOTHING RETURNING id, rung`,
      [
        ...[deadlineId, dueAt, now, seenBy],
        due.map(() => newId()),
        due.map(({ rung }) => rung),
        due.map(({ personId }) => personId),
        due.map(({ because }) => because),
      ],
    );
  }

  /** Who was reminded by these, and why. */
  async recipientsOf(
    tx: ReadTx,
    ids: readonly string[],
  ): Promise<readonly { readonly personId: string; readonly because: string }[]> {
    return tx.query(
      'SELECT person_id AS "personId", because FROM reminders WHERE id = ANY ($1::uuid[]) ORDER BY person_id',
      [ids],
    );
  }
}
