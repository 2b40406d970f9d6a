import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock } from '#platform/clock';
import { newId } from '#platform/database';
import { createLogger } from '#platform/logging';
import { appendToOutbox, claimMessage, keepDeadLetter } from '#platform/outbox';
import { LooseKeys } from '#testing';
import { openJobQueues } from './job-queues.js';
import { ScheduledJobRunner } from './scheduled-job-runner.js';
import { WorkerPresence } from './worker-presence.js';

const now = new Date('2026-11-02T08:00:00Z');
const clock = new FixedClock(now);
const jobName = 'some-job';

let stage: LooseKeys;

beforeAll(async () => {
  stage = await LooseKeys.open([]);
});
afterAll(() => stage.close());

const about = { event: 'spec.happened', recordKind: 'spec', data: {}, occurredAt: now };
const happened = (): Promise<string> => stage.act((tx) => appendToOutbox(tx, { ...about, recordId: newId() }));

describe('Once means once, and by this key alone', () => {
  it('a job deals with a message once: job_deliveries_once', async () => {
    const deal = async (): Promise<readonly boolean[]> => {
      const outboxId = await happened();
      return stage.together(async (tx) => (await claimMessage(tx, { outboxId, jobName }, now))?.isGranted ?? false);
    };
    expect(await deal()).toEqual([true, false]);
    await stage.loosen('job_deliveries', 'job_deliveries_once');
    expect(await deal()).toEqual([true, true]);
  });

  it('what was given up again is the same letter: dead_letters_once', async () => {
    const outboxId = await happened();
    const keep = async (): Promise<number> => {
      const failure = { kind: 'OTHER', code: null } as const;
      const givenUp = { delivery: { outboxId, jobName }, message: about, failure, attempts: 8 };
      await stage.act((tx) => keepDeadLetter(tx, givenUp, now));
      return stage.countOf('dead_letters', 'outbox_id', outboxId);
    };
    expect([await keep(), await keep()]).toEqual([1, 1]);
    await stage.loosen('dead_letters', 'dead_letters_once');
    expect([await keep(), await keep()]).toEqual([2, 3]);
  });

  it('of a scheduled job the last run is known: scheduled_runs_pkey', async () => {
    const queues = openJobQueues({ databaseUrl: stage.url, redisUrl: null });
    const queue = queues.queue('scheduled-jobs');
    const scheduledJobs = [{ name: jobName, everySeconds: 60, handler: { run: async () => undefined } }];
    const logger = createLogger('silent');
    const runner = new ScheduledJobRunner(queue, stage.database, clock, logger, { eventJobs: [], scheduledJobs });
    const run = async (): Promise<number> => {
      await runner.run(jobName);
      return stage.countOf('scheduled_runs', 'job_name', jobName);
    };
    expect([await run(), await run()]).toEqual([1, 1]);
    await stage.loosen('scheduled_runs', 'scheduled_runs_pkey');
    expect([await run(), await run()]).toEqual([2, 3]);
    await queue.close();
    await queues.close();
  });

  it('a worker is there once: worker_presence_pkey', async () => {
    const presence = new WorkerPresence(stage.database, clock);
    const show = async (): Promise<number> => {
      await presence.show();
      return stage.countOf('worker_presence', 'seen_at', now);
    };
    expect([await show(), await show()]).toEqual([1, 1]);
    await stage.loosen('worker_presence', 'worker_presence_pkey');
    expect([await show(), await show()]).toEqual([2, 3]);
  });
});
