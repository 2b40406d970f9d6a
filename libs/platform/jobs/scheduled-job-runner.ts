import type { Clock } from '#platform/clock';
import { SYSTEM_ACTOR, type Database } from '#platform/database';
import type { Logger } from '#platform/logging';
import { failureOf, type Failure } from '#platform/outbox';
import type { JobCatalogue, KnownScheduledJob } from './job-catalogue.js';
import { measureRun } from './job-measures.js';
import type { JobQueue } from './job-queues.js';

const SCHEDULED = { attempts: 1, removeOnComplete: true, removeOnFail: { count: 100 } };

/** Sees to it that every scheduled job has its schedule in the queue, and runs what the schedules bring. */
export class ScheduledJobRunner {
  private readonly jobs: ReadonlyMap<string, KnownScheduledJob>;

  constructor(
    private readonly queue: JobQueue,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly logger: Logger,
    catalogue: JobCatalogue,
  ) {
    this.jobs = new Map(catalogue.scheduledJobs.map((job) => [job.name, job]));
  }

  /** Renews schedules that the queue has lost or that run at another interval; leaves the others their rhythm. */
  async ensureSchedules(): Promise<void> {
    for (const { name, everySeconds } of this.jobs.values()) {
      const every = everySeconds * 1000;
      const known = await this.queue.getJobScheduler(name);
      if (known !== undefined && Number(known.every) === every) continue;
      await this.queue.upsertJobScheduler(name, { every }, { name, data: {}, opts: SCHEDULED });
    }
  }

  /** Takes away schedules of jobs that no longer exist. */
  async removeForgottenSchedules(): Promise<void> {
    for (const { key } of await this.queue.getJobSchedulers()) {
      if (!this.jobs.has(key)) await this.queue.removeJobScheduler(key);
    }
  }

  /** `instant` for a run that was put into the queue for it, besides the schedule. */
  async run(name: string, instant?: string): Promise<void> {
    const job = this.jobs.get(name);
    if (job === undefined) return;
    const startedAt = this.clock.now();
    const started = performance.now();
    const milliseconds = (): number => Math.round(performance.now() - started);
    try {
      await job.handler.run();
      this.logger.debug({ job: name, instant, outcome: 'done', milliseconds: milliseconds() }, 'job');
      await this.note(job, startedAt, null);
    } catch (error) {
      this.logger.error({ job: name, instant, outcome: 'failed', milliseconds: milliseconds(), err: error }, 'job');
      await this.note(job, startedAt, failureOf(error)).catch(() => undefined);
      throw error;
    } finally {
      await this.lookAhead(job).catch((fault: unknown) => this.logger.warn({ err: fault, job: name }, 'no look ahead'));
    }
  }

  /** One run for each instant, however often it is seen to come. A queue that loses it gets it again from the next run. */
  private async lookAhead({ name, handler }: KnownScheduledJob): Promise<void> {
    const instants = (await handler.upcoming?.()) ?? [];
    if (instants.length === 0) return;
    const now = this.clock.now().getTime();
    await this.queue.addBulk(
      instants.map((instant) => ({
        name,
        data: { instant: instant.toISOString() },
        opts: { ...SCHEDULED, jobId: `${name}-${instant.getTime()}`, delay: Math.max(0, instant.getTime() - now) },
      })),
    );
  }

  /** How the last run ended, for the technical administration. */
  private async note(job: KnownScheduledJob, startedAt: Date, failure: Failure | null): Promise<void> {
    const outcome = failure === null ? 'DONE' : 'FAILED';
    measureRun(job.name, outcome.toLowerCase(), this.clock.now().getTime() - startedAt.getTime());
    const values = [job.name, job.everySeconds, startedAt, this.clock.now(), outcome, failure?.kind, failure?.code];
    await this.database.write(SYSTEM_ACTOR, (tx) =>
      tx.execute(
        `INSERT INTO scheduled_runs AS known (job_name, every_seconds, started_at, finished_at, outcome, failure,
           failure_code, last_done_at) VALUES ($1, $2, $3, $4, $5, $6, $7, CASE WHEN $5 = 'DONE' THEN $4::timestamptz END)
         ON CONFLICT ON CONSTRAINT scheduled_runs_pkey DO UPDATE SET every_seconds = excluded.every_seconds,
           started_at = excluded.started_at, finished_at = excluded.finished_at, outcome = excluded.outcome,
           failure = excluded.failure, failure_code = excluded.failure_code,
           last_done_at = coalesce(excluded.last_done_at, known.last_done_at)`,
        values,
      ),
    );
  }
}
