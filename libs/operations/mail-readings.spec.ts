import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { Actor } from '#organisation';
import { FixedClock } from '#platform/clock';
import { parseConfig, type Config } from '#platform/config';
import { Database, newId } from '#platform/database';
import { QueueObserver } from '#platform/jobs';
import { createTestDatabase, seedPeople, type SeededPeople, type TestDatabase } from '#testing';
import type { OperationsType } from './features/show-operations/operations.graphql.js';
import { OperationsQuery } from './features/show-operations/operations.query.js';
import { InstallationState } from './persistence/installation-state.js';
import { MailReadings } from './persistence/mail-readings.js';

const monday = new Date('2026-11-02T08:00:00Z');
const tuesday = new Date('2026-11-03T08:00:00Z');
let testDatabase: TestDatabase;
let database: Database;
let owner: Client;
let people: SeededPeople;
let mails: MailReadings;
let observer: QueueObserver;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = await Database.open({ url: testDatabase.appUrl, entities: [] });
  owner = new Client({ connectionString: testDatabase.superuserUrl });
  await owner.connect();
  people = await seedPeople(testDatabase);
  mails = new MailReadings(database);
  observer = new QueueObserver({ databaseUrl: testDatabase.appUrl, redisUrl: null });
});

afterAll(async () => {
  await observer.close();
  await owner.end();
  await database.close();
  await testDatabase.drop();
});

function actor(mail: string): Actor {
  const found = people.get(mail);
  if (found === undefined) throw new Error(`Nobody is called ${mail}`);
  return { ...found.actor };
}

function operations(settings: Record<string, string>): Promise<OperationsType> {
  const config: Config = parseConfig({ DATABASE_URL: testDatabase.appUrl, ...settings });
  const clock = new FixedClock(tuesday);
  const query = new OperationsQuery(new InstallationState(database), observer, clock, config, mails);
  return query.execute(actor('technik'));
}

const smtp = { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'mappe@imk.example' };

async function aMessage(event: string, isDone = false, givenUpBy: string | null = null): Promise<void> {
  const id = newId();
  await owner.query(
    `INSERT INTO outbox (id, record_kind, record_id, event, data, occurred_at, done_at)
     VALUES ($1, 'notification', $1, $2, '{}', $3, $4)`,
    [id, event, monday, isDone ? monday : null],
  );
  if (givenUpBy === null) return;
  await owner.query(
    `INSERT INTO job_deliveries (outbox_id, job_name, state, finished_at) VALUES ($1, $2, 'FAILED', $3)`,
    [id, givenUpBy, monday],
  );
}

const reading = async (name: string): Promise<unknown> =>
  mails
    .all()
    .find((each) => each.name === name)
    ?.read();

describe('Whether mails leave', () => {
  it('is not known before a worker has asked, and not asked where there is no mail server', async () => {
    expect((await operations({})).mailServer).toBeNull();
    expect((await operations(smtp)).mailServer).toEqual({
      ...{ state: null, stateLabel: 'Noch nicht gefragt' },
      ...{ since: null, reason: null, checkedAt: null },
    });
    expect(await reading('mail_server_up')).toEqual([]);
  });

  it('is told to the technical administration with the reason, and as a number', async () => {
    await owner.query(
      `INSERT INTO mail_server (state, since, fault, checked_at, next_probe_at) VALUES ('AWAY', $1, 'SIGN_IN', $2, $2)`,
      [monday, tuesday],
    );
    expect((await operations(smtp)).mailServer).toEqual({
      ...{ state: 'AWAY', stateLabel: 'Nimmt nichts an', since: monday, checkedAt: tuesday },
      reason: 'Er lehnt die Zugangsdaten der Konferenzmappe ab.',
    });
    expect(await reading('mail_server_up')).toEqual([{ labels: {}, value: 0 }]);
    await owner.query(`UPDATE mail_server SET state = 'WORKING', fault = NULL`);
    expect((await operations(smtp)).mailServer).toMatchObject({ state: 'WORKING', reason: null });
    expect(await reading('mail_server_up')).toEqual([{ labels: {}, value: 1 }]);
  });

  it('is seen by nobody else', async () => {
    const answered: string[] = [];
    for (const mail of people.keys()) if ((await mails.server(actor(mail))) !== null) answered.push(mail);
    expect(answered).toEqual(['technik']);
  });

  it('is said with the number of mails that have not left and were not given up', async () => {
    await aMessage('notification.created');
    await aMessage('digest.collected');
    await aMessage('failedMail.retried');
    await aMessage('notification.created', true);
    await aMessage('notification.created', false, 'send-notification-mail');
    await aMessage('topic.submitted');
    expect(await operations(smtp)).toMatchObject({ waitingMails: 3 });
    expect(await reading('mails_waiting')).toEqual([{ labels: {}, value: 3 }]);
  });
});
