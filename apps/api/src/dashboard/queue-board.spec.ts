import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrateJobs, QueueObserver } from '#platform/jobs';
import { createTestDatabase, RedisServer, type TestDatabase } from '#testing';
import { describeWithRedis } from '#testing/tools';
import { BOARD_PATH, QueueBoard } from './queue-board.js';

function boardOn(backend: 'PostgreSQL' | 'Redis'): void {
  let database: TestDatabase;
  let redis: RedisServer | null;
  let observer: QueueObserver;
  let board: QueueBoard;

  beforeAll(async () => {
    database = await createTestDatabase();
    await migrateJobs(database.ownerUrl);
    redis = backend === 'Redis' ? await RedisServer.start() : null;
    observer = new QueueObserver({ databaseUrl: database.appUrl, redisUrl: redis?.url ?? null });
    board = QueueBoard.over(observer);
    const queue = observer.queue('event-jobs');
    await queue.add('notify', { outboxId: 'message-1' }, { jobId: 'message-1-notify' });
    await queue.add('remind', { outboxId: 'message-2' }, { jobId: 'message-2-remind', delay: 3_600_000 });
  });

  afterAll(async () => {
    await observer.close();
    await redis?.stop();
    await database.drop();
  });

  async function ask(path: string): Promise<string> {
    return String((await board.answer(path, {}))?.body);
  }

  it('shows both queues and what stands in them', async () => {
    const { queues } = JSON.parse(await ask('/api/queues')) as { queues: { name: string; counts: object }[] };
    expect(queues.map(({ name }) => name).sort()).toEqual(['event-jobs', 'scheduled-jobs']);
    const events = queues.find(({ name }) => name === 'event-jobs');
    expect(events).toMatchObject({ readOnlyMode: true, allowRetries: false, counts: { waiting: 1, delayed: 1 } });
  });

  it('shows of a job the id of its message, and what it lives on', async () => {
    const { job } = JSON.parse(await ask('/api/queues/event-jobs/message-1-notify')) as { job: object };
    expect(job).toMatchObject({ name: 'notify', data: { outboxId: 'message-1' } });
    expect(JSON.parse(await ask('/api/redis/stats'))).toMatchObject({
      backend: backend === 'Redis' ? 'redis' : 'postgres',
    });
  });

  it('answers with its page wherever one is in it, and asks no other server for anything', async () => {
    for (const path of ['/', '/queue/event-jobs', '/queue/event-jobs/message-1-notify']) {
      const page = await ask(path);
      expect(page).toContain(`<base href="${BOARD_PATH}/" />`);
      expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
      const files = [...page.matchAll(/(?:src|href)="(static\/[^"]+)"/g)].map(([, file = '']) => file);
      expect(files.length).toBeGreaterThan(3);
      for (const file of files) expect(await board.answer(`/${file}`, {})).toMatchObject({ status: 200 });
    }
  });

  it.each(['/api/queues/event-jobs/empty', '/api/queues/event-jobs/message-1-notify/retry', '/api/queues/pause'])(
    'has nothing at %s, where the board would change something',
    async (path) => {
      const { status = 404 } = (await board.answer(path, {})) ?? {};
      expect(status).toBe(404);
      expect(await observer.queue('event-jobs').count()).toBe(2);
    },
  );

  it.each(['/static/../index.ejs', '/static/js/../../../package.json', '/static/nothing.js', '/nothing/at/all/here'])(
    'has nothing at %s',
    async (path) => {
      expect(await board.answer(path, {})).toBeNull();
    },
  );

  it('tells how long the first waits, and what is planned', async () => {
    const states = await observer.states();
    expect(states?.map(({ name, waiting, delayed, failed }) => ({ name, waiting, delayed, failed }))).toEqual([
      { name: 'event-jobs', waiting: 1, delayed: 1, failed: 0 },
      { name: 'scheduled-jobs', waiting: 0, delayed: 0, failed: 0 },
    ]);
    expect(states?.map(({ waitingSince }) => waitingSince !== null)).toEqual([true, false]);
    await observer.queue('scheduled-jobs').upsertJobScheduler('beat', { every: 60_000 }, { name: 'beat', data: {} });
    expect(await observer.schedules()).toEqual([{ jobName: 'beat', everySeconds: 60, nextRunAt: expect.any(Date) }]);
  });
}

describe('The dashboard of queues on PostgreSQL', () => boardOn('PostgreSQL'));
describeWithRedis('The dashboard of queues on Redis', () => boardOn('Redis'));

describe('The observer of a queue that is away', () => {
  it('says so instead of waiting for it', async () => {
    const observer = new QueueObserver({ databaseUrl: 'postgres://127.0.0.1:1/x', redisUrl: null });
    expect(await observer.states()).toBeNull();
    expect(await observer.schedules()).toBeNull();
    await observer.close();
  });
});
