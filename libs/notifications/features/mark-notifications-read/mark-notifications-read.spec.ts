import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#organisation';
import { FixedClock } from '#platform/clock';
import { Database, newId, SYSTEM_ACTOR } from '#platform/database';
import { actorAs, createTestDatabase, type TestDatabase } from '#testing';
import { Notifications } from '../../persistence/notifications.js';
import { MarkNotificationsReadHandler } from './mark-notifications-read.handler.js';

const noon = new Date('2026-11-02T12:00:00Z');
const clock = new FixedClock(noon);

let testDatabase: TestDatabase;
let database: Database;
let handler: MarkNotificationsReadHandler;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = await Database.open({ url: testDatabase.appUrl, entities: [] });
  handler = new MarkNotificationsReadHandler(database, clock);
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

function somebody(): Actor {
  return actorAs({ role: 'READER', party: 'HE', personId: newId() });
}

async function tell(...people: readonly Actor[]): Promise<void> {
  const recipients = people.map(({ personId }) => ({
    personId: personId ?? '',
    because: 'Sie das Thema angemeldet haben',
  }));
  const about = { messageId: newId(), kind: 'topic-returned', recordKind: 'topic', recordId: newId() } as const;
  await database.write(SYSTEM_ACTOR, (tx) => new Notifications(clock).notify(tx, { ...about, recipients }));
}

async function notificationsOf(actor: Actor): Promise<{ id: string; readAt: Date | null }[]> {
  return database.read(actor, (tx) => tx.query('SELECT id, read_at AS "readAt" FROM notifications ORDER BY id'));
}

describe('Marking notifications as read', () => {
  it('marks those named and answers how many are left', async () => {
    const anna = somebody();
    await tell(anna);
    await tell(anna);
    const [first] = await notificationsOf(anna);
    expect(await handler.execute(anna, [first?.id ?? ''])).toBe(1);
    expect((await notificationsOf(anna)).map(({ readAt }) => readAt)).toEqual([noon, null]);
  });

  it('leaves those of others alone, and takes no offence at ids that are none', async () => {
    const [anna, berta] = [somebody(), somebody()];
    await tell(anna, berta);
    const [foreign] = await notificationsOf(anna);
    expect(await handler.execute(berta, [foreign?.id ?? '', 'no id'])).toBe(1);
    expect((await notificationsOf(anna)).map(({ readAt }) => readAt)).toEqual([null]);
  });
});
