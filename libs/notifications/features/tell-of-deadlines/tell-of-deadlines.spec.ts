import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Offices, SYSTEM } from '#organisation';
import { newId } from '#platform/database';
import type { EventJobHandler, OutboxMessage } from '#platform/jobs';
import { aConferenceStage, type ConferenceStage } from '#testing';
import { Notifications } from '../../persistence/notifications.js';
import { NotifyOfLateDeadlineJob, NotifyOfMovedDeadlineJob } from './notify-of-deadline.job.js';

let stage: ConferenceStage;
let moved: NotifyOfMovedDeadlineJob;
let late: NotifyOfLateDeadlineJob;

beforeAll(async () => {
  stage = await aConferenceStage();
  const offices = new Offices(stage.clock);
  const notifications = new Notifications(stage.clock);
  moved = new NotifyOfMovedDeadlineJob(offices, notifications);
  late = new NotifyOfLateDeadlineJob(offices, notifications);
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
