import { SYSTEM } from '#organisation';
import { newId, type Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { CarriedObjections } from '../../carried-objections.js';
import { newRelease } from '../../domain/new-release.js';
import { ObjectionPeriods } from '../../persistence/objection-periods.js';
import { releaseOccasions, ReleaseObjects } from '../../persistence/release-objects.js';
import { Releases } from '../../persistence/release.repository.js';
import { ReleaseTransitionHandler } from '../../release-transition.handler.js';

/** Everything that can become public is proposed for release by itself: that it is published is the rule. */
@EventJob({ name: 'propose-release', on: releaseOccasions })
export class ProposeReleaseJob implements EventJobHandler {
  constructor(
    private readonly objects: ReleaseObjects,
    private readonly releases: Releases,
    private readonly periods: ObjectionPeriods,
    private readonly transition: ReleaseTransitionHandler,
    private readonly carried: CarriedObjections,
  ) {}

  /** The time for objections counts from what happened, however late the job runs. */
  async run(tx: Tx, { event, recordId, data, occurredAt }: OutboxMessage): Promise<void> {
    for (const object of await this.objects.objectsOf(tx, { event, recordId, data })) {
      if (await this.releases.exists(tx, object)) continue;
      const until = await this.periods.endOf(tx, object, occurredAt);
      const release = newRelease(object, newId(), until, occurredAt);
      const answer = await this.transition.decideAndSave(tx, SYSTEM, release, { action: 'proposeRelease', input: {} });
      if (answer.ok) await this.carried.carry(tx, answer.release);
    }
  }
}
