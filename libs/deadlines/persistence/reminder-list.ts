import type { ReminderRung } from '#glossary';
import type { ReadTx } from '#platform/database';

export interface SentReminder {
  readonly id: string;
  readonly deadlineId: string;
  readonly rung: ReminderRung;
  readonly personName: string;
  readonly because: string;
  readonly dueAt: Date;
  readonly remindedAt: Date;
  /** Of all that the reader may see of the same deadline. */
  readonly total: number;
}

export type RemindersCursor = readonly [at: string, id: string];

/** So many of each deadline that the reader may see, the last one first, and one more when there are more. */
export async function listReminders(
  tx: ReadTx,
  deadlineIds: readonly string[],
  length: number,
  after: RemindersCursor | null,
): Promise<ReadonlyMap<string, readonly SentReminder[]>> {
  const rows = await tx.query<SentReminder>(
    `SELECT found.* FROM unnest($1::uuid[]) AS asked (id) CROSS JOIN LATERAL (
       SELECT reminders.id, deadline_id AS "deadlineId", rung, people.name AS "personName", because, due_at AS "dueAt",
         reminded_at AS "remindedAt", (SELECT count(*)::int FROM reminders AS every WHERE every.deadline_id = asked.id) AS total
       FROM reminders JOIN people ON people.id = person_id
       WHERE deadline_id = asked.id AND ($3::timestamptz IS NULL OR (reminded_at, reminders.id) < ($3, $4::uuid))
       ORDER BY reminded_at DESC, reminders.id DESC LIMIT $2) AS found`,
    [deadlineIds, length + 1, after?.[0] ?? null, after?.[1] ?? null],
  );
  const grouped = new Map<string, SentReminder[]>();
  for (const row of rows) grouped.set(row.deadlineId, [...(grouped.get(row.deadlineId) ?? []), row]);
  return grouped;
}
