import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { Offices } from '#organisation';
import { FixedClock } from '#platform/clock';
import { Database, SYSTEM_ACTOR, type Tx } from '#platform/database';
import { appendToOutbox, findMessage, keepDeadLetter, type OutboxMessage } from '#platform/outbox';
import { createTestDatabase, seedPeople, type TestDatabase } from '#testing';
import { Notifications } from '../../persistence/notifications.js';
import { NotifyOfDeadLetterJob } from './notify-of-dead-letter.job.js';

const ten = new Date('2026-11-02T09:00:00Z');
const eleven = new Date('2026-11-02T10:00:00Z');
const clock = new FixedClock(ten);
const recordId = '0198a000-0000-7000-8000-000000000001';

let store: TestDatabase;
let database: Database;
let owner: Client;
const job = new NotifyOfDeadLetterJob(new Offices(clock), new Notifications(clock));

beforeAll(async () => {
  store = await createTestDatabase();
  await seedPeople(store);
  owner = new Client({ connectionString: store.superuserUrl });
  await owner.connect();
  database = await Database.open({ url: store.appUrl, entities: [] });
});

beforeEach(async () => {
  await owner.query('TRUNCATE outbox, notifications CASCADE');
});

afterAll(async () => {
  await owner?.end();
  await database?.close();
  await store?.drop();
});

interface Failed {
  readonly jobName?: string;
  readonly event?: string;
  readonly kind?: string;
  readonly at?: Date;
}

/** Gives a job up; answers what is told of it. */
async function giveUp(tx: Tx, failed: Failed = {}): Promise<OutboxMessage | null> {
  const { jobName = 'notify-of-body', event = 'spec.happened', kind = 'x', at = ten } = failed;
  const about = { event, recordKind: 'spec', recordId, data: { kind }, occurredAt: at };
  const outboxId = await appendToOutbox(tx, about);
  const failure = { kind: 'OTHER', code: null } as const;
  await keepDeadLetter(tx, { delivery: { outboxId, jobName }, message: about, failure, attempts: 8 }, at);
  const [told] = await tx.query<{ id: string }>(
    `SELECT id FROM outbox WHERE event = 'deadLetter.givenUp' AND data ->> 'outboxId' = $1`,
    [outboxId],
  );
  return told === undefined ? null : findMessage(tx, told.id);
}

async function tell(...failures: readonly Failed[]): Promise<void> {
  await database.write(SYSTEM_ACTOR, async (tx) => {
    for (const failed of failures) {
      const message = await giveUp(tx, failed);
      if (message !== null) await job.run(tx, message);
    }
  });
}

/** Who is told of which page, and how many mails are under way to them. */
async function told(): Promise<readonly string[]> {
  const { rows } = await owner.query<{ line: string }>(
    `SELECT kind || ' ' || split_part(mail::text, '@', 1) || ' ' || record_kind || ' ' ||
       (SELECT count(*) FROM outbox WHERE event = 'notification.created' AND outbox.record_id = told.id) AS line
     FROM notifications AS told JOIN people ON people.id = recipient_id ORDER BY 1`,
  );
  return rows.map(({ line }) => line);
}

const once = 'job-given-up technik installation 1';

describe('Of a job that was given up', () => {
  it('the technical administration is told by mail, and nobody else', async () => {
    await tell({});
    expect(await told()).toEqual([once]);
  });

  it('one mail tells when five hundred are given up in an hour', async () => {
    await tell(...Array.from({ length: 500 }, () => ({})));
    const [kept] = await database.read(SYSTEM_ACTOR, (tx) => tx.query('SELECT count(*)::int FROM dead_letters'));
    expect(kept).toEqual({ count: 500 });
    expect(await told()).toEqual([once]);
  });

  it('another mail tells of another job, and of the next hour', async () => {
    await tell({}, { jobName: 'send-digest-mail' }, { at: new Date(eleven.getTime() - 1) }, { at: eleven });
    expect(await told()).toEqual([once, once, once]);
  });

  it('one mail tells when two workers get to it at the same moment', async () => {
    const messages = await database.write(SYSTEM_ACTOR, async (tx) => [await giveUp(tx), await giveUp(tx)]);
    await Promise.all(
      messages.map((message) =>
        database.write(SYSTEM_ACTOR, async (tx) => {
          if (message !== null) await job.run(tx, message);
        }),
      ),
    );
    expect(await told()).toEqual([once]);
  });

  it('no mail tells that this very mail could not be sent', async () => {
    const mail = { jobName: 'send-notification-mail', event: 'notification.created' };
    await tell({ ...mail, kind: 'job-given-up' });
    expect(await told()).toEqual([]);
    await tell({ ...mail, kind: 'topic-accepted' });
    expect(await told()).toEqual([once]);
  });

  it('nothing is told when it was to tell of another: that would have no end', async () => {
    const own = { jobName: 'notify-of-dead-letter', event: 'deadLetter.givenUp' };
    expect(await database.write(SYSTEM_ACTOR, (tx) => giveUp(tx, own))).toBeNull();
  });

  it('nothing is told but which job it was and for which message', async () => {
    const message = await database.write(SYSTEM_ACTOR, (tx) => giveUp(tx));
    expect(Object.keys(message?.data ?? {}).sort()).toEqual(['jobName', 'outboxId']);
  });
});
