import { SYSTEM } from '#organisation';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { ScheduledJob, sweepEach, type ScheduledJobHandler } from '#platform/jobs';
import { MinutesTransitionHandler } from '../../minutes-transition.handler.js';
import { MinutesRecords } from '../../persistence/minutes.repository.js';

/** Finds minutes agreed whose period for objections is over while none stands. */
@ScheduledJob({ name: 'agree-minutes-without-objection', everySeconds: 60 })
export class AgreeMinutesWithoutObjectionJob implements ScheduledJobHandler {
  constructor(
    private readonly database: Database,
    private readonly records: MinutesRecords,
    private readonly transition: MinutesTransitionHandler,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const due = await this.database.read(SYSTEM, (tx) => this.records.idsDueForAgreement(tx, this.clock.now()));
    // Whoever came first in between is right: a refusal changes nothing.
    await sweepEach(due, String, (minutesId) => this.transition.execute(SYSTEM, { minutesId, action: 'agreeMinutes' }));
  }
}
