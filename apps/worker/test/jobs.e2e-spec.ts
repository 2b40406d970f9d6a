import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { describeWithRedis } from '../../../libs/testing/tools/index.js';
import { FixedClock } from '#platform/clock';
import { newId, SYSTEM_ACTOR } from '#platform/database';
import { migrateJobs, openJobQueues, QueueObserver, type JobQueue } from '#platform/jobs';
import { deliverAgain } from '#platform/outbox';
import { beats, closingLibraries, happen, waits } from './effects.js';
import { until, WorkerGround, type BackendKind } from './worker-harness.js';

function jobsOn(kind: BackendKind): void {
  let ground: WorkerGround;

  beforeAll(async () => {
    ground = await WorkerGround.create(kind);
  });

  afterEach(async () => {
    await ground.stopWorkers();
  });

  afterAll(async () => {
    await ground.drop();
  });

  it('runs every job of a message once, as the system', async () => {
    await ground.startWorker();
    const [id = ''] = await happen(ground.database, 'spec.happened');
    await ground.settled();
    expect(await ground.effectsOn(id)).toEqual(['count-first', 'count-second']);
    expect(await ground.arrange('SELECT DISTINCT actor FROM effects WHERE message_id = $1', [id])).toEqual([
      { actor: '{0}' },
    ]);
  });

  it('runs what was waiting before any worker was there', async () => {
    const ids = await happen(ground.database, 'spec.happened', 10);
    await ground.startWorker();
    await ground.settled();
    for (const id of ids) expect(await ground.effectsOn(id)).toEqual(['count-first', 'count-second']);
  });

  it('closes a message on which nothing is to happen', async () => {
    await ground.startWorker();
    const [id = ''] = await happen(ground.database, 'spec.was-noted');
    await ground.settled();
    expect(await ground.effectsOn(id)).toEqual([]);
  });

  it('leaves events it does not know to a newer worker', async () => {
    await ground.startWorker();
    const [id] = await happen(ground.database, 'spec.came-later');
    await happen(ground.database, 'spec.happened');
    await until(async () => (await ground.openMessages()) === 1);
    expect(await ground.arrange('SELECT relayed_at FROM outbox WHERE id = $1', [id])).toEqual([{ relayed_at: null }]);
    await ground.arrange('DELETE FROM outbox WHERE id = $1', [id]);
  });

  it('delivers each message once when several workers relay at the same time', async () => {
    const ids = await happen(ground.database, 'spec.happened', 60);
    await Promise.all([ground.startWorker(), ground.startWorker(), ground.startWorker()]);
    await ground.settled();
    const doubled = await ground.arrange(
      'SELECT message_id FROM effects WHERE message_id = ANY ($1) GROUP BY message_id HAVING count(*) <> 2',
      [ids],
    );
    expect(doubled).toEqual([]);
  });

  it('tries a failed job again, and keeps nothing of the attempts that failed', async () => {
    await ground.startWorker();
    const [id = ''] = await happen(ground.database, 'spec.was-difficult', 1, { failures: 2 });
    await ground.settled();
    expect(await ground.effectsOn(id)).toEqual(['count-at-last']);
  });

  it('lets a job wait for its turn, which counts as no attempt', async () => {
    waits.count = 0;
    await ground.startWorker();
    const [id = ''] = await happen(ground.database, 'spec.queued-up');
    await ground.settled();
    expect(waits.count).toBe(waits.enough);
    expect(await ground.effectsOn(id)).toEqual(['count-in-turn']);
  });

  it('gives a job up after its last attempt, once and for all', async () => {
    await ground.startWorker();
    const [id = ''] = await happen(ground.database, 'spec.was-difficult', 1, { failures: 99 });
    await until(async () => (await ground.effectsOn(id)).length > 0);
    // The message stays open, and the relay comes by it again.
    await until(async () => {
      const [row] = await ground.arrange<{ again: boolean }>(
        `SELECT o.relayed_at > d.finished_at AS again FROM outbox o JOIN job_deliveries d ON d.outbox_id = o.id WHERE o.id = $1`,
        [id],
      );
      return row?.again ?? false;
    });
    expect(await ground.effectsOn(id)).toEqual(['given-up']);
    expect(await ground.arrange('SELECT state, run FROM job_deliveries WHERE outbox_id = $1', [id])).toEqual([
      { state: 'FAILED', run: 0 },
    ]);
    await ground.arrange('DELETE FROM outbox WHERE id = $1', [id]);
  });

  it('runs a job once more that was given up, though the queue still knows it, and keeps no words of why it failed', async () => {
    await ground.startWorker();
    const [id = ''] = await happen(ground.database, 'spec.was-difficult', 1, { failures: 3 });
    const letter = (): Promise<unknown[]> =>
      ground.arrange('SELECT state, attempts, failure, failure_code FROM dead_letters WHERE outbox_id = $1', [id]);
    await until(async () => (await letter()).length > 0);
    const failed = { attempts: 3, failure: 'OTHER', failure_code: 'Error' };
    expect(await letter()).toEqual([{ state: 'GIVEN_UP', ...failed }]);
    const { databaseUrl, redisUrl } = ground.config;
    const observer = new QueueObserver({ databaseUrl, redisUrl });
    const inQueue = async () => observer.queue('event-jobs').getJob(`${id}-count-at-last`);
    await until(async () => (await inQueue())?.failedReason !== undefined);
    const { failedReason, stacktrace } = (await inQueue()) ?? {};
    expect([failedReason, stacktrace?.join('')]).toEqual(['OTHER Error', '']);
    await observer.close();
    const delivery = { outboxId: id, jobName: 'count-at-last' };
    await ground.database.write(SYSTEM_ACTOR, (tx) => deliverAgain(tx, delivery));
    await ground.settled();
    expect(await ground.effectsOn(id)).toEqual(['count-at-last', 'given-up']);
    expect(await letter()).toEqual([{ state: 'SOLVED', ...failed }]);
  });

  it('lets a running job end when the worker stops', async () => {
    const worker = await ground.startWorker();
    const [id = ''] = await happen(ground.database, 'spec.took-long', 1, { seconds: 1 });
    await until(async () => (await ground.busyJobs()) > 0);
    await worker.stop();
    expect(await ground.effectsOn(id)).toEqual(['count-slowly']);
    expect(await ground.openMessages()).toBe(0);
  });

  it('writes one line per job into the log, with ids alone', async () => {
    await ground.startWorker();
    const [id] = await happen(ground.database, 'spec.was-difficult', 1, { failures: 0 });
    await ground.settled();
    await until(async () => ground.logLines.some((line) => line['messageId'] === id));
    const lines = ground.logLines.filter((line) => line['messageId'] === id);
    expect(lines).toEqual([
      expect.objectContaining({
        job: 'count-at-last',
        event: 'spec.was-difficult',
        attempt: 1,
        outcome: 'done',
        actorId: null,
      }),
    ]);
  });

  it('runs scheduled jobs again and again, once for all workers', async () => {
    beats.count = 0;
    await Promise.all([ground.startWorker(), ground.startWorker()]);
    await until(async () => beats.count >= 3);
    const schedulers = ground.logLines.filter((line) => line['job'] === 'beat' && line['outcome'] === 'failed');
    expect(schedulers).toEqual([]);
  });

  describe('at the instant of a deadline', () => {
    const SWEEP = 30_000;
    const APART = 3_000;

    /** So soon, and not when the sweep runs by its schedule anyway. */
    function soon(): Date {
      const at = Date.now() + APART;
      const behind = at % SWEEP;
      return new Date(
        behind < APART || behind > SWEEP - APART ? at - behind + (behind < APART ? 0 : SWEEP) + APART : at,
      );
    }

    async function aDeadline(dueAt: Date): Promise<string> {
      const subjectId = newId();
      await ground.arrange(
        `INSERT INTO deadlines (id, kind, subject_kind, subject_id, conference_id, basis, due_at, original_due_at, state, audience)
         VALUES ($1, 'COMMENT_ROUND', 'commentRound', $2, $1, 'FIXED', $3, $3, 'OPEN', '{0}')`,
        [newId(), subjectId, dueAt],
      );
      return subjectId;
    }

    const runs = (): readonly Record<string, unknown>[] =>
      ground.logLines.filter(
        ({ job, outcome, closed }) => closed !== undefined || (job === 'pass-deadlines' && outcome),
      );

    /** For which instant the run was put into the queue that closed it; `by schedule` for one that was not. */
    async function runThatClosed(subjectId: string): Promise<unknown> {
      const run = (): Record<string, unknown> | undefined => {
        const lines = runs();
        const at = lines.findIndex(({ closed }) => closed === subjectId);
        return at < 0 ? undefined : lines.slice(at).find(({ job }) => job === 'pass-deadlines');
      };
      await until(async () => run() !== undefined);
      return run()?.['instant'] ?? 'by schedule';
    }

    /** The queue of the schedules, for somebody who may do everything to it. */
    async function onTheQueue<Value>(look: (queue: JobQueue) => Promise<Value>): Promise<Value> {
      const queues = openJobQueues({ redisUrl: ground.config.redisUrl, databaseUrl: ground.testDatabase.ownerUrl });
      const queue = queues.queue('scheduled-jobs');
      const value = await look(queue);
      await queue.close();
      await queues.close();
      return value;
    }

    /** On PostgreSQL its sequence goes too, which only the migration makes again. */
    async function loseTheQueue(): Promise<void> {
      await onTheQueue((queue) => queue.obliterate({ force: true }));
      await migrateJobs(ground.testDatabase.ownerUrl);
    }

    const waitsUntil = (instant: Date): Promise<number | undefined> =>
      onTheQueue(async (queue) => (await queue.getJob(`pass-deadlines-${instant.getTime()}`))?.opts.delay);

    beforeEach(() => {
      ground.logLines.length = 0;
    });

    it('closes what ends then, once, however many workers saw it come', async () => {
      const dueAt = soon();
      const subjectId = await aDeadline(dueAt);
      await Promise.all([1, 2].map(() => ground.startWorker({ libraries: closingLibraries })));
      expect(await runThatClosed(subjectId)).toBe(dueAt.toISOString());
      expect(runs()[0]).not.toHaveProperty('closed');
      expect(runs().filter(({ closed }) => closed === subjectId)).toHaveLength(1);
      expect(await ground.arrange('SELECT state FROM deadlines WHERE subject_id = $1', [subjectId])).toEqual([
        { state: 'PASSED' },
      ]);
    });

    it('has a run of its own in the queue, again when the queue has lost it, and the sweep besides', async () => {
      const clock = new FixedClock(new Date('2030-10-26T21:00:00Z'));
      const worker = { libraries: closingLibraries, clock };
      const dueAt = new Date('2030-10-26T21:10:00Z');
      const subjectId = await aDeadline(dueAt);
      await aDeadline(new Date('2030-10-26T21:20:00Z'));
      await ground.startWorker(worker);
      await until(async () => (await waitsUntil(dueAt)) === 600_000);
      expect(await waitsUntil(new Date('2030-10-26T21:20:00Z'))).toBeUndefined();
      await ground.stopWorkers();
      await loseTheQueue();
      expect(await waitsUntil(dueAt)).toBeUndefined();
      await ground.startWorker(worker);
      await until(async () => (await waitsUntil(dueAt)) === 600_000);
      await ground.stopWorkers();
      await loseTheQueue();
      clock.moveTo(new Date('2030-10-26T21:12:00Z'));
      await ground.startWorker(worker);
      expect(await runThatClosed(subjectId)).toBe('by schedule');
      const warned = ground.logLines.filter(({ msg }) => msg === 'deadline noticed late: the queue stood still');
      expect(warned).toMatchObject([{ kind: 'COMMENT_ROUND', lateSeconds: 120 }]);
    });
  });
}

describe('Jobs on PostgreSQL', () => jobsOn('PostgreSQL'));
describeWithRedis('Jobs on Redis', () => jobsOn('Redis'));
