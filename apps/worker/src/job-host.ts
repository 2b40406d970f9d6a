import type { Clock } from '#platform/clock';
import { ChannelListener, type Database } from '#platform/database';
import {
  EventJobRunner,
  jobsByEvent,
  NotYet,
  openJobQueues,
  putOff,
  restAfterFaults,
  ScheduledJobRunner,
  type EventCatalogue,
  type JobCatalogue,
  type JobQueue,
  type JobQueues,
  type JobQueuesOptions,
  type JobWorker,
  type QueuedJob,
  WorkerPresence,
} from '#platform/jobs';
import type { Logger } from '#platform/logging';
import { OutboxRelay, RelayLoop, withoutWords, type Delivery } from '#platform/outbox';
import { inTime } from './in-time.js';
import { RepeatedChecks } from './repeated-checks.js';

/** How patient a worker is. The defaults are for operation; specifications are in a hurry. */
export interface WorkerTimings {
  readonly pollSeconds: number;
  readonly resendAfterSeconds: number;
  /** How long a vanished worker's job stays taken. */
  readonly lockMilliseconds: number;
  /** How often lost schedules are renewed. */
  readonly scheduleCheckSeconds: number;
  /** How often a worker says that it is there. */
  readonly presenceSeconds: number;
  /** How long running jobs may go on when the worker stops. */
  readonly drainSeconds: number;
  /** Stretches or shortens the waits between attempts. */
  readonly backoffFactor: number;
}

export const usualTimings: WorkerTimings = {
  pollSeconds: 5,
  resendAfterSeconds: 60,
  lockMilliseconds: 15_000,
  scheduleCheckSeconds: 60,
  presenceSeconds: 10,
  drainSeconds: 15,
  backoffFactor: 1,
};

export interface JobHostOptions extends JobQueuesOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly jobs: JobCatalogue;
  readonly events: EventCatalogue;
  readonly timings: WorkerTimings;
}

const RELAY_BATCH = 200;
const EVENT_CONCURRENCY = 8;
const SCHEDULED_CONCURRENCY = 2;
const DEFAULT_ATTEMPTS = 8;
const DEFAULT_BACKOFF_SECONDS = 5;
const KEPT_FAILED_JOBS = 10_000;
const CLOSE_SECONDS = 2;
const ENQUEUE_SECONDS = 5;

/** Everything that moves in a worker: the relay of the outbox, the workers of both queues, the schedules. */
export class JobHost {
  private readonly queues: JobQueues;
  private readonly eventQueue: JobQueue;
  private readonly scheduledQueue: JobQueue;
  private readonly eventRunner: EventJobRunner;
  private readonly scheduledRunner: ScheduledJobRunner;
  private readonly loop: RelayLoop;
  private readonly listener: ChannelListener;
  private workers: JobWorker[] = [];
  private endRests: (() => void)[] = [];
  private readonly presence: WorkerPresence;
  private readonly checks: RepeatedChecks;

  constructor(private readonly options: JobHostOptions) {
    const { database, clock, logger, jobs, events, timings } = options;
    this.queues = openJobQueues(options);
    this.eventQueue = this.watched(this.queues.queue('event-jobs'));
    this.scheduledQueue = this.watched(this.queues.queue('scheduled-jobs'));
    this.eventRunner = new EventJobRunner(database, clock, logger, jobs, events);
    this.scheduledRunner = new ScheduledJobRunner(this.scheduledQueue, database, clock, logger, jobs);
    this.presence = new WorkerPresence(database, clock);
    this.checks = new RepeatedChecks(logger);
    const target = {
      jobsByEvent: jobsByEvent(jobs, events),
      enqueue: (deliveries: readonly Delivery[]) => this.enqueue(deliveries),
    };
    const relayOptions = { batchSize: RELAY_BATCH, resendAfterSeconds: timings.resendAfterSeconds };
    this.loop = new RelayLoop(new OutboxRelay(database, clock, target, relayOptions), logger, timings.pollSeconds);
    this.listener = new ChannelListener(options.databaseUrl, 'outbox', () => this.loop.wake());
  }

  async start(): Promise<void> {
    const { lockMilliseconds, scheduleCheckSeconds, presenceSeconds } = this.options.timings;
    this.workers = [
      this.queues.worker('event-jobs', (job) => this.runEventJob(job), {
        concurrency: EVENT_CONCURRENCY,
        lockMilliseconds,
      }),
      this.queues.worker('scheduled-jobs', (job) => this.runScheduledJob(job), {
        concurrency: SCHEDULED_CONCURRENCY,
        lockMilliseconds,
      }),
    ].map((worker) => this.watched(worker));
    this.endRests = this.workers.map(restAfterFaults);
    this.workers[0]?.on('failed', (job, error) => void this.noteFailure(job, error));
    this.checks.repeat(scheduleCheckSeconds, () => this.checkSchedules());
    this.checks.repeat(presenceSeconds, () => this.presence.show());
    await this.listener.start();
    this.loop.wake();
  }

  /**
   * Takes no more work, lets running jobs end, and leaves whatever takes too long to the next worker. False when there is
   * such a job: it still has its transaction, which ends with the connection.
   */
  async stop(): Promise<boolean> {
    await this.listener.stop();
    await this.loop.stop();
    for (const endRest of this.endRests) endRest();
    const drained = Promise.all(this.workers.map((worker) => worker.pause()));
    await this.checks.stop();
    await inTime(
      this.checks.once(() => this.presence.show(true)),
      CLOSE_SECONDS,
    );
    const isDrained = await inTime(drained, this.options.timings.drainSeconds);
    if (!isDrained) this.options.logger.warn('jobs still running when the worker stopped');
    // What still runs is taken over by another worker when its lock ends. A queue that is away cannot say goodbye.
    await inTime(Promise.all(this.workers.map((worker) => worker.close(true))), CLOSE_SECONDS);
    await inTime(Promise.all([this.eventQueue.close(), this.scheduledQueue.close()]), CLOSE_SECONDS);
    await inTime(this.queues.close(), CLOSE_SECONDS);
    await inTime(
      this.checks.once(() => this.presence.leave()),
      CLOSE_SECONDS,
    );
    return isDrained;
  }

  private async enqueue(deliveries: readonly Delivery[]): Promise<void> {
    if (deliveries.length === 0) return;
    const { backoffFactor } = this.options.timings;
    const known = new Map(this.options.jobs.eventJobs.map((job) => [job.name, job]));
    const added = this.eventQueue.addBulk(
      deliveries.map(({ outboxId, jobName, run = 0 }) => ({
        name: jobName,
        data: { outboxId, run },
        opts: {
          // A queue that still knows the run that was given up would take the next one for the same.
          jobId: [outboxId, jobName, ...(run === 0 ? [] : [run])].join('-'),
          attempts: known.get(jobName)?.attempts ?? DEFAULT_ATTEMPTS,
          backoff: {
            type: 'exponential',
            delay: (known.get(jobName)?.backoffSeconds ?? DEFAULT_BACKOFF_SECONDS) * 1000 * backoffFactor,
          },
          removeOnComplete: true,
          removeOnFail: { count: KEPT_FAILED_JOBS },
        },
      })),
    );
    // The outbox rows are locked meanwhile: a queue that does not answer must not keep them.
    if (!(await inTime(added, ENQUEUE_SECONDS))) throw new Error('The queue does not answer');
  }

  private async runEventJob(job: QueuedJob): Promise<void> {
    const delivery = deliveryOf(job);
    try {
      await this.eventRunner.run(delivery, job.attemptsMade + 1);
    } catch (error) {
      if (error instanceof NotYet) return putOff(job, error.waitMilliseconds * this.options.timings.backoffFactor);
      // Noted before the queue hears of it: a queue that forgets must not make a given-up job run again.
      const attempts = job.attemptsMade + 1;
      if (attempts >= (job.opts.attempts ?? 1)) await this.eventRunner.giveUp(delivery, asError(error), attempts);
      throw withoutWords(error);
    }
  }

  private async runScheduledJob(job: QueuedJob): Promise<void> {
    try {
      await this.scheduledRunner.run(job.name, job.data.instant);
    } catch (error) {
      throw withoutWords(error);
    }
  }

  /** For jobs that end without having run, because they took their worker down too often. */
  private async noteFailure(job: QueuedJob | undefined, error: Error): Promise<void> {
    if (job?.finishedOn === undefined) return;
    await this.eventRunner.giveUp(deliveryOf(job), error, Math.max(job.attemptsMade, 1)).catch((fault: unknown) => {
      this.options.logger.error({ err: fault, job: job.name }, 'failed job not noted');
    });
  }

  private async checkSchedules(): Promise<void> {
    await this.scheduledRunner.ensureSchedules();
    await this.scheduledRunner.removeForgottenSchedules();
  }

  /** Connection faults of BullMQ end the process when nobody listens; it reconnects by itself. */
  private watched<Watched extends Failing>(emitter: Watched): Watched {
    emitter.on('error', (error) => this.options.logger.warn({ err: error }, 'queue'));
    return emitter;
  }
}

interface Failing {
  on(event: 'error', listener: (error: Error) => void): unknown;
}

function deliveryOf(job: QueuedJob): Delivery {
  if (job.data.outboxId === undefined) throw new Error(`The job "${job.name}" names no message`);
  return { outboxId: job.data.outboxId, jobName: job.name, run: job.data.run ?? 0 };
}

function asError(fault: unknown): Error {
  return fault instanceof Error ? fault : new Error(String(fault));
}
