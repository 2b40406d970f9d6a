import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '#testing';
import { openJobQueues } from './job-queues.js';
import { migrateJobs } from './migrate-jobs.js';
import { restAfterFaults } from './rest-after-faults.js';

describe('A queue on PostgreSQL that was opened while the database was away', () => {
  let room: TestDatabase;

  beforeAll(async () => {
    room = await createTestDatabase();
    await migrateJobs(room.ownerUrl);
  });
  afterAll(() => room.drop());

  /** Lets nobody in, or everybody again, from the database beside it. */
  async function allowConnections(isAllowed: boolean): Promise<void> {
    const beside = new URL(room.superuserUrl);
    const name = beside.pathname.slice(1);
    beside.pathname = '/postgres';
    const client = new Client({ connectionString: beside.toString() });
    await client.connect();
    await client.query(`ALTER DATABASE ${client.escapeIdentifier(name)} WITH ALLOW_CONNECTIONS ${isAllowed}`);
    await client.end();
  }

  it('takes jobs and works on them once it is back', async () => {
    await allowConnections(false);
    const queues = openJobQueues({ redisUrl: null, databaseUrl: room.appUrl });
    const queue = queues.queue('event-jobs');
    queue.on('error', () => undefined);
    const worked: string[] = [];
    const work = async (job: { readonly name: string }): Promise<void> => void worked.push(job.name);
    const worker = queues.worker('event-jobs', work, { concurrency: 1, lockMilliseconds: 5000 });
    const endRests = restAfterFaults(worker);
    await once(worker, 'error');
    await expect(queue.add('too-early', {})).rejects.toThrow();
    await allowConnections(true);
    const done = once(worker, 'completed');
    await queue.add('in-time', {});
    await done;
    expect(worked).toEqual(['in-time']);
    endRests();
    await worker.close();
    await queue.close();
    await queues.close();
  });
});
