import { setTimeout as sleep } from 'node:timers/promises';
import { startWorker, type RunningWorker } from '#apps/worker';
import { SystemClock } from '#platform/clock';
import { parseConfig, type Config } from '#platform/config';
import { Database, newId } from '#platform/database';
import { openJobQueues } from '#platform/jobs';
import { createLogger } from '#platform/logging';
import { entities } from '../apps/worker/src/entities.js';
import type { Backend, JobStage } from './job-stage.js';

const PAUSE_MILLISECONDS = 10;

/** The worker with all libraries and its usual timings, in this process, which measures both sides. */
export class ProductWorker {
  private constructor(
    readonly database: Database,
    private readonly config: Config,
    private readonly stage: JobStage,
    private readonly worker: RunningWorker,
  ) {}

  static async start({ ours: { redisUrl } }: Backend, stage: JobStage): Promise<ProductWorker> {
    const config = parseConfig({
      DATABASE_URL: stage.urls.appUrl,
      SMTP_URL: stage.smtpUrl,
      ...(redisUrl !== null && { REDIS_URL: redisUrl }),
    });
    const database = await Database.open({ url: stage.urls.appUrl, entities, poolSize: 12 });
    const ground = { config, database, clock: new SystemClock(), logger: createLogger('silent') };
    return new ProductWorker(database, config, stage, await startWorker(ground));
  }

  /** Waits until the outbox is empty. */
  async settled(): Promise<void> {
    await this.until('SELECT NOT EXISTS (SELECT FROM outbox WHERE done_at IS NULL) AS so');
  }

  /** Orders a sweep from the queue as its schedule does, and waits until nothing is due any more. */
  async sweep(): Promise<void> {
    const queues = openJobQueues(this.config);
    const queue = queues.queue('scheduled-jobs');
    await queue.add('pass-deadlines', {}, { jobId: newId(), removeOnComplete: true });
    await this.until(`SELECT NOT EXISTS (SELECT FROM deadlines WHERE state = 'OPEN' AND due_at <= now()) AS so`);
    await queue.close();
    await queues.close();
  }

  async close(): Promise<void> {
    await this.worker.stop();
    await this.database.close();
  }

  private async until(question: string): Promise<void> {
    for (;;) {
      const { rows } = await this.stage.owner.query<{ so: boolean }>(question);
      if (rows[0]?.so === true) return;
      await sleep(PAUSE_MILLISECONDS);
    }
  }
}
