import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#organisation';
import { FixedClock } from '#platform/clock';
import { Database, newId, SYSTEM_ACTOR } from '#platform/database';
import { actorAs, createTestDatabase, type TestDatabase } from '#testing';
import type { NotificationKind } from '../../domain/notification.js';
import { Notifications } from '../../persistence/notifications.js';
import { NotificationListQuery } from './notification-list.query.js';

const noon = new Date('2026-11-02T12:00:00Z');
const clock = new FixedClock(noon);

let testDatabase: TestDatabase;
let database: Database;
let list: NotificationListQuery;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = await Database.open({ url: testDatabase.appUrl, entities: [] });
  list = new NotificationListQuery(database);
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const topicId = '01930000-0000-7000-8000-00000000000b';

async function tell(people: readonly Actor[], kind: NotificationKind = 'topic-returned'): Promise<void> {
  const recipients = people.map(({ personId }) => ({
    personId: personId ?? '',
    because: 'Sie das Thema angemeldet haben',
  }));
  const message = { messageId: newId(), kind, recordKind: 'topic', recordId: topicId, recipients };
  await database.write(SYSTEM_ACTOR, (tx) => new Notifications(clock).notify(tx, message));
}

function somebody(): Actor {
  return actorAs({ role: 'READER', party: 'HE', personId: newId() });
}

describe('The list of notifications', () => {
  it('shows what happened, why one was told, and where to look', async () => {
    const anna = somebody();
    await tell([anna]);
    expect(await list.execute(anna, 20, null)).toEqual({
      nodes: [
        {
          id: expect.any(String),
          kind: 'topic-returned',
          text: 'Eine Themenanmeldung wurde zurückgegeben. Der Grund steht beim Thema.',
          link: `/themen/${topicId}`,
          createdAt: noon,
          readAt: null,
          because: 'Sie das Thema angemeldet haben',
        },
      ],
      pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
      unread: 1,
    });
  });

  it('shows nobody what another person was told', async () => {
    const [anna, berta] = [somebody(), somebody()];
    await tell([anna]);
    expect(await list.execute(berta, 20, null)).toMatchObject({ nodes: [], unread: 0 });
    const foreign = database.read(berta, (tx) => tx.query('SELECT FROM notifications'));
    expect(await foreign).toEqual([]);
  });

  it('comes in pages, the newest first', async () => {
    const anna = somebody();
    const kinds = ['topic-registered', 'topic-returned', 'topic-accepted'] as const;
    for (const kind of kinds) await tell([anna], kind);
    const first = await list.execute(anna, 2, null);
    expect(first.nodes.map(({ kind }) => kind)).toEqual(['topic-accepted', 'topic-returned']);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = await list.execute(anna, 2, first.pageInfo.endCursor);
    expect(second.nodes.map(({ kind }) => kind)).toEqual(['topic-registered']);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  it('cannot be written by a person', async () => {
    const anna = somebody();
    const message = { messageId: newId(), kind: 'topic-returned', recordKind: 'topic', recordId: topicId } as const;
    const recipients = [{ personId: anna.personId ?? '', because: 'x' }];
    const attempt = database.write(anna, (tx) => new Notifications(clock).notify(tx, { ...message, recipients }));
    await expect(attempt).rejects.toThrow('row-level security');
  });
});
