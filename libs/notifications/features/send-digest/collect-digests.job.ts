import { SYSTEM } from '#organisation';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { ScheduledJob, sweepEach, type ScheduledJobHandler } from '#platform/jobs';
import { appendToOutbox } from '#platform/outbox';
import { Digests, type DueDigest } from '../../persistence/digests.js';

/** Puts together, at the hour each has chosen, what people want to read all at once. */
@ScheduledJob({ name: 'collect-digests', everySeconds: 60 })
export class CollectDigestsJob implements ScheduledJobHandler {
  constructor(
    private readonly database: Database,
    private readonly digests: Digests,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const due = await this.database.read(SYSTEM, (tx) => this.digests.listDue(tx, this.clock.now()));
    await sweepEach(
      due,
      ({ personId, period }) => `${period} of ${personId}`,
      (digest) => this.collect(digest),
    );
  }

  private async collect(due: DueDigest): Promise<void> {
    await this.database.write(SYSTEM, async (tx) => {
      const recordId = await this.digests.collect(tx, due);
      if (recordId === null) return;
      const occurredAt = this.clock.now();
      await appendToOutbox(tx, { event: 'digest.collected', recordKind: 'digest', recordId, data: {}, occurredAt });
    });
  }
}
