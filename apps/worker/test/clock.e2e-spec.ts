import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { DeadlineKind } from '#glossary';
import { Notifications } from '#notifications';
import { parseConfig } from '#platform/config';
import { newId, SYSTEM_ACTOR } from '#platform/database';
import { JobDiscovery } from '#platform/jobs';
import { createLogger } from '#platform/logging';
import { aConferenceStage, type ConferenceStage } from '#testing';
import { entities } from '../src/entities.js';
import { libraries } from '../src/index.js';
import { WorkerModule } from '../src/worker.module.js';

const HOUR = 3_600_000;
const byClock = ['pass-deadlines', 'remind-of-deadlines', 'collect-digests'];

let stage: ConferenceStage;
let house: INestApplicationContext;

/** All libraries of a worker; what its schedules would run is run by the specification, at the hour it chooses. */
beforeAll(async () => {
  stage = await aConferenceStage([...entities]);
  const { database, clock, testDatabase } = stage;
  const config = parseConfig({ DATABASE_URL: testDatabase.appUrl, PUBLIC_URL: 'https://mappe.example' });
  const ground = { config, database, clock, logger: createLogger('silent') };
  const options = { logger: false, abortOnError: false } as const;
  house = await NestFactory.createApplicationContext(WorkerModule.with(ground, libraries), options);
});

afterEach(async () => {
  await stage.arrange(
    'TRUNCATE outbox, notifications, digests, reminders, reminder_runs, notification_preferences CASCADE',
  );
});

afterAll(async () => {
  await house?.close();
  await stage?.close();
});

/** Every few hours all of them, each twice at once, as two workers would. */
async function live(from: string, to: string, hours: number, meanwhile = async (): Promise<void> => {}): Promise<void> {
  const jobs = house
    .get(JobDiscovery)
    .find()
    .scheduledJobs.filter(({ name }) => byClock.includes(name));
  expect(jobs).toHaveLength(byClock.length);
  for (let instant = Date.parse(from); instant <= Date.parse(to); instant += hours * HOUR) {
    stage.clock.moveTo(new Date(instant));
    for (const { handler } of jobs) await Promise.all([handler.run(), handler.run()]);
    await meanwhile();
  }
}

/** These deadlines of the conference are open, and no others. */
async function openUntil(ends: Partial<Record<DeadlineKind, string>>): Promise<void> {
  for (const [kind, dueAt] of Object.entries(ends)) {
    await stage.arrange(`UPDATE deadlines SET due_at = $1, set_at = '2026-09-01T08:00:00Z' WHERE kind = $2`, [
      dueAt,
      kind,
    ]);
  }
  await stage.arrange(`UPDATE deadlines SET state = CASE WHEN kind = ANY ($1) THEN 'OPEN' ELSE 'SETTLED' END`, [
    Object.keys(ends),
  ]);
}

/** "2027-03-28 22:00 COMMITTEE_SESSIONS", by the world's clock. */
async function passed(): Promise<readonly string[]> {
  const rows = await stage.arrange<{ line: string }>(
    `SELECT to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') || ' ' || (data ->> 'kind') AS line
     FROM outbox WHERE event = 'deadline.passed' ORDER BY line`,
  );
  return rows.map(({ line }) => line);
}

/** "2027-03-29 00:00 DAILY leser.he (3)": when a summary was ordered, and of how many. */
async function summaries(): Promise<readonly string[]> {
  const rows = await stage.arrange<{ line: string }>(
    `SELECT to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') || ' ' || period || ' ' || split_part(mail::text, '@', 1)
       || ' (' || (SELECT count(*) FROM notifications WHERE digest_id = digests.id) || ')' AS line
     FROM outbox JOIN digests ON digests.id = record_id JOIN people ON people.id = person_id
     WHERE event = 'digest.collected' ORDER BY line`,
  );
  return rows.map(({ line }) => line);
}

/** "2026-12-31 07:00 TWO_DAYS vorsitz.hh" */
async function reminded(): Promise<readonly string[]> {
  const rows = await stage.arrange<{ line: string }>(
    `SELECT to_char(reminded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') || ' ' || rung || ' ' || split_part(mail::text, '@', 1) AS line
     FROM reminders JOIN people ON people.id = person_id ORDER BY line`,
  );
  return rows.map(({ line }) => line);
}

async function wantsSummary(mail: string, channel: 'DAILY' | 'WEEKLY', hour: number): Promise<void> {
  const { personId } = stage.person(mail);
  await stage.arrange(`INSERT INTO notification_preferences VALUES ($1, 'topic-accepted', $2)`, [personId, channel]);
  await stage.arrange(`INSERT INTO digest_times VALUES ($1, $2, 1) ON CONFLICT (person_id) DO UPDATE SET hour = $2`, [
    personId,
    hour,
  ]);
}

const readers = ['leser.he', 'gast.bka', 'technik'];

/** At noon of each day something happens. */
async function tellAtNoon(): Promise<void> {
  if (stage.clock.now().getUTCHours() !== 12) return;
  const recipients = readers.map((mail) => ({
    personId: stage.person(mail).personId ?? '',
    because: 'Sie es wollten',
  }));
  const about = { messageId: newId(), kind: 'topic-accepted', recordKind: 'topic', recordId: newId() } as const;
  await stage.database.write(SYSTEM_ACTOR, (tx) => house.get(Notifications).notify(tx, { ...about, recipients }));
}

/** The hour that is left out in spring and comes twice in autumn, and the hour after it. */
async function wantAtTheChange(): Promise<void> {
  await wantsSummary('leser.he', 'DAILY', 2);
  await wantsSummary('gast.bka', 'DAILY', 3);
  await wantsSummary('technik', 'WEEKLY', 2);
}

describe('When summer time begins', () => {
  it('each summary comes at its hour and once, and each deadline ends with its Berlin day', async () => {
    await wantAtTheChange();
    await openUntil({ COMMITTEE_SESSIONS: '2027-03-27T22:59:59Z', AGENDA_DRAFT: '2027-03-28T21:59:59Z' });
    await live('2027-03-26T12:00:00Z', '2027-03-30T12:00:00Z', 1, tellAtNoon);
    expect(await summaries()).toEqual([
      '2027-03-29 00:00 DAILY leser.he (3)',
      '2027-03-29 00:00 WEEKLY technik (3)',
      '2027-03-29 01:00 DAILY gast.bka (3)',
      '2027-03-30 00:00 DAILY leser.he (1)',
      '2027-03-30 01:00 DAILY gast.bka (1)',
    ]);
    expect(await passed()).toEqual(['2027-03-27 23:00 COMMITTEE_SESSIONS', '2027-03-28 22:00 AGENDA_DRAFT']);
  });
});

describe('When summer time ends', () => {
  it('nothing comes twice in the hour that comes twice', async () => {
    await wantAtTheChange();
    await openUntil({ COMMITTEE_SESSIONS: '2026-10-24T21:59:59Z', AGENDA_DRAFT: '2026-10-25T22:59:59Z' });
    await live('2026-10-23T12:00:00Z', '2026-10-27T12:00:00Z', 1, tellAtNoon);
    expect(await summaries()).toEqual([
      '2026-10-26 01:00 DAILY leser.he (3)',
      '2026-10-26 01:00 WEEKLY technik (3)',
      '2026-10-26 02:00 DAILY gast.bka (3)',
      '2026-10-27 01:00 DAILY leser.he (1)',
      '2026-10-27 02:00 DAILY gast.bka (1)',
    ]);
    expect(await passed()).toEqual(['2026-10-24 22:00 COMMITTEE_SESSIONS', '2026-10-25 23:00 AGENDA_DRAFT']);
  });
});

describe('At the turn of the year', () => {
  it('the chair of the day is reminded, on working days alone, and what ends with the year ends with its last second', async () => {
    await stage.placeTopic();
    await openUntil({ COMMITTEE_SESSIONS: '2026-12-31T22:59:59Z', PRE_CONFERENCE: '2027-01-05T22:59:59Z' });
    await live('2026-12-30T11:00:00Z', '2027-01-09T11:00:00Z', 4);
    // Two days before is a Sunday, and the day before New Year's weekend still belongs to Hamburg; Hesse has no Epiphany.
    expect(await reminded()).toEqual([
      '2026-12-31 07:00 TWO_DAYS vorsitz.hh',
      '2027-01-04 07:00 ONE_DAY vorsitz.he',
      '2027-01-06 07:00 OVERDUE vorsitz.he',
    ]);
    expect(await passed()).toEqual(['2026-12-31 23:00 COMMITTEE_SESSIONS', '2027-01-05 23:00 PRE_CONFERENCE']);
  });
});
