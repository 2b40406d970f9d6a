import type { Logger } from '#platform/logging';
import type { JobCatalogue, KnownScheduledJob } from './job-catalogue.js';
import type { JobQueue } from './job-queues.js';

/** Sees to it that every scheduled job has its schedule in the queue, and runs what the schedules bring. */
export class ScheduledJobRunner {
  private readonly jobs: ReadonlyMap<string, KnownScheduledJob>;

  constructor(
    private readonly queue: JobQueue,
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
      const opts = { attempts: 1, removeOnComplete: true, removeOnFail: { count: 100 } };
      await this.queue.upsertJobScheduler(name, { every }, { name, data: {}, opts });
    }
  }

  /** Takes away schedules of jobs that no longer exist. */
  async removeForgottenSchedules(): Promise<void> {
    for (const { key } of await this.queue.getJobSchedulers()) {
      if (!this.jobs.has(key)) await this.queue.removeJobScheduler(key);
    }
  }

  async run(name: string): Promise<void> {
    const job = this.jobs.get(name);
    if (job === undefined) return;
    const started = performance.now();
    const milliseconds = (): number => Math.round(performance.now() - started);
    try {
      await job.handler.run();
      this.logger.debug({ job: name, outcome: 'done', milliseconds: milliseconds() }, 'job');
    } catch (error) {
      this.logger.error({ job: name, outcome: 'failed', milliseconds: milliseconds(), err: error }, 'job');
      throw error;
    }
  }
}
