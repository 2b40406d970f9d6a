import { Clock } from '#platform/clock';
import { Database, SYSTEM_ACTOR } from '#platform/database';
import { pruneOutbox } from '#platform/outbox';
import { ScheduledJob, type ScheduledJobHandler } from './scheduled-job.js';

const KEPT_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;
const BATCH = 1000;

/** Keeps the outbox small. What happened stays in the history. */
@ScheduledJob({ name: 'prune-outbox', everySeconds: 60 * 60 })
export class PruneOutboxJob implements ScheduledJobHandler {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const doneBefore = new Date(this.clock.now().getTime() - KEPT_DAYS * DAY);
    while ((await this.database.write(SYSTEM_ACTOR, (tx) => pruneOutbox(tx, doneBefore, BATCH))) === BATCH);
  }
}
