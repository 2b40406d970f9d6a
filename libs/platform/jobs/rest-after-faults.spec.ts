import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '#testing';
import { openJobQueues } from './job-queues.js';
import { migrateJobs } from './migrate-jobs.js';
import { restAfterFaults } from './rest-after-faults.js';

describe('A worker whose queue answers with faults at once', () => {
  let room: TestDatabase;

  beforeAll(async () => {
    room = await createTestDatabase();
    await migrateJobs(room.ownerUrl);
  });
  afterAll(() => room.drop());

  it('rests, so that everything else in the process goes on', async () => {
    const queues = openJobQueues({ redisUrl: null, databaseUrl: room.appUrl });
    const worker = queues.worker('event-jobs', async () => undefined, { concurrency: 2, lockMilliseconds: 1000 });
    const endRests = restAfterFaults(worker);
    let faults = 0;
    worker.on('error', () => (faults += 1));
    await worker.waitUntilReady();
    // A pool that has been ended refuses without a round trip: a worker that does not rest asks it for ever.
    const closed = queues.close();
    if (faults === 0) await once(worker, 'error');
    expect(worker.isPaused()).toBe(true);
    await once(worker, 'resumed');
    await once(worker, 'error');
    expect(faults).toBeLessThan(20);
    endRests();
    await worker.close(true);
    await closed;
  });
});
