import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Reminders } from '#deadlines';
import { Offices, SYSTEM } from '#organisation';
import { newId } from '#platform/database';
import type { EventJobHandler, OutboxMessage } from '#platform/jobs';
import { aConferenceStage, type ConferenceStage } from '#testing';
import { Notifications } from '../../persistence/notifications.js';
import { NotifyOfLateDeadlineJob, NotifyOfMovedDeadlineJob } from './notify-of-deadline.job.js';
import { NotifyOfReminderJob } from './notify-of-reminder.job.js';

let stage: ConferenceStage;
let moved: NotifyOfMovedDeadlineJob;
let late: NotifyOfLateDeadlineJob;
let reminder: NotifyOfReminderJob;

beforeAll(async () => {
  stage = await aConferenceStage();
  const offices = new Offices(stage.clock);
  const notifications = new Notifications(stage.clock);
  moved = new NotifyOfMovedDeadlineJob(offices, notifications);
  late = new NotifyOfLateDeadlineJob(offices, notifications);
  reminder = new NotifyOfReminderJob(new Reminders(), notifications);
});

afterAll(() => stage?.close());

/** Runs the job for one event; answers the kinds and the mail names of those who are told. */
async function told(job: EventJobHandler, given: object, actorPersonId: string | null = null): Promise<string[]> {
  const id = newId();
  const data = { conferenceId: stage.conferenceId, kind: 'FINAL_PAPERS', ...given };
  const message = { id, event: '', recordKind: 'deadline', recordId: newId(), data, actorPersonId };
  await stage.database.write(SYSTEM, (tx) => job.run(tx, message as unknown as OutboxMessage));
  await stage.database.write(SYSTEM, (tx) => job.run(tx, message as unknown as OutboxMessage));
  const rows = await stage.arrange<{ line: string }>(
    `SELECT kind || ' ' || split_part(mail::text, '@', 1) AS line
     FROM notifications JOIN people ON people.id = recipient_id WHERE message_id = $1 ORDER BY 1`,
    [id],
  );
  return rows.map(({ line }) => line);
}

describe('Who is told of a deadline', () => {
  it('that is moved: the secretariat and all whose part it is, each once', async () => {
    const names = await told(moved, {});
    expect(names).toContain('deadline-moved geschaeftsstelle');
    expect(names).toContain('deadline-moved vorsitz.ak2');
    expect(names).not.toContain('deadline-moved koordination.he');
    expect(new Set(names).size).toBe(names.length);
    const registration = await told(moved, { kind: 'DIRECT_REGISTRATION' });
    expect(registration).toContain('deadline-moved koordination.he');
    expect(registration).toContain('deadline-moved fachreferat.he');
    expect(registration).not.toContain('deadline-moved leser.he');
  });

  it('but never who moved it', async () => {
    const [found] = await stage.arrange<{ id: string }>(`SELECT id FROM people WHERE mail LIKE 'geschaeftsstelle@%'`);
    expect(await told(moved, {}, found?.id ?? null)).not.toContain('deadline-moved geschaeftsstelle');
  });

  it('that was noticed late: the technicians, for the first of a run alone', async () => {
    expect(await told(late, { lateSeconds: 61, isFirstLate: true })).toEqual(['deadlines-noticed-late technik']);
    expect(await told(late, { lateSeconds: 61, isFirstLate: false })).toEqual([]);
    expect(await told(late, {})).toEqual([]);
  });
});

describe('Who is reminded of a deadline', () => {
  const because = 'für Ihre Aufgabe (Koordination Hessen) zur Frist „Auftrag aus einem Beschluss“ noch etwas offen ist';

  async function noted(rung: string): Promise<string> {
    const id = newId();
    await stage.arrange(
      `INSERT INTO reminders (id, deadline_id, due_at, rung, person_id, because, reminded_at, audience)
       SELECT $1, deadlines.id, due_at, $2, people.id, $3, now(), '{0}' FROM deadlines, people
       WHERE deadlines.kind = 'FINAL_PAPERS' AND mail LIKE 'koordination.he@%'`,
      [id, rung, because],
    );
    return id;
  }

  it.each([
    ['HALF_TIME', 'deadline-near'],
    ['TWO_DAYS', 'deadline-near'],
    ['ONE_DAY', 'deadline-near'],
    ['OVERDUE', 'deadline-overdue'],
    ['ESCALATION', 'deadline-escalated'],
  ])('is told by the rung %s: %s', async (rung, kind) => {
    const reminderIds = [await noted(rung)];
    expect(await told(reminder, { rung, reminderIds, subjectKind: 'conference' })).toEqual([`${kind} koordination.he`]);
  });

  it('is told why, and led to the record that waits', async () => {
    await stage.arrange(`DELETE FROM reminders WHERE rung = 'ONE_DAY'`);
    const subjectId = newId();
    const about = { subjectKind: 'followUp', subjectId };
    await told(reminder, { rung: 'ONE_DAY', reminderIds: [await noted('ONE_DAY')], ...about });
    const rows = await stage.arrange('SELECT record_kind, because FROM notifications WHERE record_id = $1', [
      subjectId,
    ]);
    expect(rows).toEqual([{ record_kind: 'followUp', because }]);
  });
});
