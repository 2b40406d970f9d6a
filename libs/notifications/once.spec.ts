import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { organisationEntities } from '#organisation';
import { FixedClock } from '#platform/clock';
import { Database, newId, SYSTEM_ACTOR } from '#platform/database';
import { appendToOutbox, claimDelivery } from '#platform/outbox';
import { createTestDatabase, type TestDatabase } from '#testing';
import { Digests } from './persistence/digests.js';
import { MailDeliveries } from './persistence/mail-deliveries.js';
import { Notifications } from './persistence/notifications.js';

const now = new Date('2026-11-02T08:00:00Z');
const personId = newId();

let testDatabase: TestDatabase;
let database: Database;
let owner: Client;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = await Database.open({ url: testDatabase.appUrl, entities: organisationEntities });
  owner = new Client({ connectionString: testDatabase.superuserUrl });
  await owner.connect();
});

afterAll(async () => {
  await owner.end();
  await database.close();
  await testDatabase.drop();
});

/** A key of the same name that nothing ever violates: as if nobody had thought of it. */
async function loosen(table: string, constraint: string): Promise<void> {
  await owner.query(`
    ALTER TABLE ${table} DROP CONSTRAINT ${constraint}, ADD different uuid NOT NULL DEFAULT gen_random_uuid();
    ALTER TABLE ${table} ADD CONSTRAINT ${constraint} UNIQUE (different)`);
}

async function countOf(table: string, where: string, id: string): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(`SELECT count(*)::int FROM ${table} WHERE ${where} = $1`, [id]);
  return rows[0]?.count ?? 0;
}

/** Two transactions do the same while both are open, as far as the keys let them. Answers what each was told. */
async function together(claim: (tx: Parameters<Parameters<Database['write']>[1]>[0]) => Promise<boolean>) {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const first = database.write(SYSTEM_ACTOR, async (tx) => {
    const isMine = await claim(tx);
    begin();
    await held;
    return isMine;
  });
  await begun;
  const second = database.write(SYSTEM_ACTOR, claim);
  // Either the second waits for the first, or nothing holds it up.
  await Promise.race([second, waitsForAnother()]);
  release();
  return Promise.all([first, second]);
}

async function waitsForAnother(): Promise<void> {
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  while ((await owner.query(waiting)).rowCount === 0);
}

describe('Once means once, and by this key alone', () => {
  it('somebody is told of an event once: notifications_once', async () => {
    const notifications = new Notifications(new FixedClock(now));
    const tell = async (messageId: string): Promise<number> => {
      const about = { messageId, kind: 'topic-accepted', recordKind: 'topic', recordId: messageId } as const;
      const recipients = [{ personId, because: 'Sie angemeldet haben' }];
      await database.write(SYSTEM_ACTOR, (tx) => notifications.notify(tx, { ...about, recipients }));
      return countOf('notifications', 'message_id', messageId);
    };
    const id = newId();
    expect([await tell(id), await tell(id)]).toEqual([1, 1]);
    await loosen('notifications', 'notifications_once');
    expect([await tell(id), await tell(id)]).toEqual([2, 3]);
  });

  it('a mail is under way once: mail_deliveries_once', async () => {
    const deliveries = new MailDeliveries();
    const send = async (): Promise<readonly boolean[]> => {
      const id = newId();
      await owner.query(
        `INSERT INTO notifications (id, message_id, recipient_id, kind, record_kind, record_id, because, created_at)
         VALUES ($1, $1, $2, 'topic-accepted', 'topic', $1, 'x', $3)`,
        [id, personId, now],
      );
      return together(async (tx) => {
        const isMine = await deliveries.claim(tx, id, 'anna@konferenzmappe.example');
        if (isMine) await deliveries.markSent(tx, id, now);
        return isMine;
      });
    };
    expect(await send()).toEqual([true, false]);
    await loosen('mail_deliveries', 'mail_deliveries_once');
    expect(await send()).toEqual([true, true]);
  });

  it('a summary of a day is collected once: digests_once', async () => {
    const collect = async (): Promise<number> => {
      await owner.query(
        `INSERT INTO notifications (id, message_id, recipient_id, kind, record_kind, record_id, because, created_at, channel)
         VALUES ($1, $1, $2, 'topic-accepted', 'topic', $1, 'x', '2026-11-01', 'DAILY')`,
        [newId(), personId],
      );
      const due = { personId, period: 'DAILY', ofDay: '2026-11-02', until: now } as const;
      await database.write(SYSTEM_ACTOR, (tx) => new Digests().collect(tx, due));
      return countOf('digests', 'person_id', personId);
    };
    expect([await collect(), await collect()]).toEqual([1, 1]);
    await loosen('digests', 'digests_once');
    expect([await collect(), await collect()]).toEqual([2, 3]);
  });

  it('a job deals with a message once: job_deliveries_once', async () => {
    const about = { event: 'spec.happened', recordKind: 'spec', recordId: newId(), data: {}, occurredAt: now };
    const deal = async (): Promise<readonly boolean[]> => {
      const outboxId = await database.write(SYSTEM_ACTOR, (tx) => appendToOutbox(tx, about));
      return together((tx) => claimDelivery(tx, { outboxId, jobName: 'some-job' }, now));
    };
    expect(await deal()).toEqual([true, false]);
    await loosen('job_deliveries', 'job_deliveries_once');
    expect(await deal()).toEqual([true, true]);
  });
});
