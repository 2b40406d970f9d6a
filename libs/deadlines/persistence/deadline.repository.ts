import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { HolidayRule } from '#glossary';
import { startOfBerlinDay } from '#platform/clock';
import { appendHistory, type ReadTx, type RecordEvent, type Tx } from '#platform/database';
import type { Actor } from '#organisation';
import type { AcceptedDeadline } from '../domain/deadline-lifecycle.js';
import type { Deadline } from '../domain/deadline.js';

export const deadlineColumns = `id, kind, subject_kind AS "subjectKind", subject_id AS "subjectId",
  conference_id AS "conferenceId", basis, basis_count AS "basisCount", opens_at AS "opensAt", due_at AS "dueAt",
  original_due_at AS "originalDueAt", state, set_at AS "setAt", revision`;

/** Which holidays count for everybody asked: the conference of ministers on whose timeline the deadline stands says so. */
export const holidayRuleColumn = `(SELECT holiday_rule FROM conferences JOIN conference_profiles ON code = profile_code
  WHERE conferences.id = deadlines.conference_id) AS "holidayRule"`;

/** A deadline as it is stored, with those who may see it. */
export type StoredDeadline = Deadline & { readonly audience: readonly number[] };

const storedColumns = `${deadlineColumns}, audience`;

@Injectable()
export class Deadlines {
  /**
   * Locks the row until commit. Null when there is no such deadline, or the actor may not see it. The conference is
   * locked first, as it is by whoever moves the conference, so that nobody waits for the other.
   */
  async lockDeadline(tx: Tx, id: string): Promise<StoredDeadline | null> {
    if (!isUuid(id)) return null;
    await tx.query(
      'SELECT FROM conferences WHERE id = (SELECT conference_id FROM deadlines WHERE id = $1) FOR NO KEY UPDATE',
      [id],
    );
    const [found] = await tx.query<StoredDeadline>(`SELECT ${storedColumns} FROM deadlines WHERE id = $1 FOR UPDATE`, [
      id,
    ]);
    return found ?? null;
  }

  /** All that the conference as a whole has, in the order in which they are due. */
  async deadlinesOfConferences(
    tx: ReadTx,
    conferenceIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Deadline[]>> {
    const rows = await tx.prepared<Deadline>(
      'deadlines-of-conferences',
      `SELECT ${deadlineColumns} FROM deadlines WHERE subject_kind = 'conference' AND conference_id = ANY ($1::uuid[])
       ORDER BY due_at, id`,
      [conferenceIds],
    );
    const grouped = new Map<string, Deadline[]>();
    for (const row of rows) grouped.set(row.conferenceId, [...(grouped.get(row.conferenceId) ?? []), row]);
    return grouped;
  }

  /** Which holidays count for the deadlines of each. */
  async holidayRules(tx: ReadTx, conferenceIds: readonly string[]): Promise<ReadonlyMap<string, HolidayRule>> {
    const rows = await tx.prepared<{ id: string; rule: HolidayRule }>(
      'holiday-rules-of-conferences',
      `SELECT id, holiday_rule AS rule FROM conferences JOIN conference_profiles ON code = profile_code
       WHERE id = ANY ($1::uuid[])`,
      [conferenceIds],
    );
    return new Map(rows.map(({ id, rule }) => [id, rule]));
  }

  /** When the main conference of each begins. */
  async beginnings(tx: ReadTx, conferenceIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
    const rows = await tx.prepared<{ id: string; day: string }>(
      'beginnings-of-conferences',
      'SELECT id, starts_on::text AS day FROM conferences WHERE id = ANY ($1::uuid[])',
      [conferenceIds],
    );
    return new Map(rows.map(({ id, day }) => [id, startOfBerlinDay(day)]));
  }

  /** What is over and nobody has noticed, what was due first first. */
  async listDue(tx: ReadTx, now: Date): Promise<Deadline[]> {
    return tx.prepared(
      'due-deadlines',
      `SELECT ${deadlineColumns} FROM deadlines WHERE state = 'OPEN' AND due_at <= $1 ORDER BY due_at, id`,
      [now],
    );
  }

  /** The instants after `now` and up to another at which something comes due, each once. */
  async listUpcoming(tx: ReadTx, now: Date, until: Date): Promise<readonly Date[]> {
    const rows = await tx.query<{ at: Date }>(
      `SELECT DISTINCT due_at AS at FROM deadlines WHERE state = 'OPEN' AND due_at > $1 AND due_at <= $2 ORDER BY due_at`,
      [now, until],
    );
    return rows.map(({ at }) => at);
  }

  async save(
    tx: Tx,
    actor: Actor,
    { deadline, events }: AcceptedDeadline,
    { audience }: StoredDeadline,
    at: Date,
  ): Promise<void> {
    const { id, dueAt, basis, basisCount, state, setAt, revision } = deadline;
    await tx.execute(
      `UPDATE deadlines SET due_at = $2, basis = $3, basis_count = $4, state = $5, set_at = $6, revision = $7 WHERE id = $1`,
      [id, dueAt, basis, basisCount, state, setAt, revision],
    );
    const [first, ...others] = events.map((event): RecordEvent => ({
      ...event,
      recordKind: 'deadline',
      recordId: id,
      actorName: actor.name,
      occurredAt: at,
    }));
    if (first !== undefined) await appendHistory(tx, audience, [first, ...others]);
  }
}
