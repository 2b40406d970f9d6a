import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import type { Tx } from '#platform/database';
import { ReleaseTransitionHandler } from '../../release-transition.handler.js';

export const lateOccasions = ['release.proposed', 'release.agreedTo', 'release.unblocked'] as const;

/** Releases what nothing stands against only when the time for objections is over already; before, its deadline will. */
@EventJob({ name: 'grant-release-after-all', on: lateOccasions })
export class GrantReleaseAfterAllJob implements EventJobHandler {
  constructor(private readonly transition: ReleaseTransitionHandler) {}

  async run(tx: Tx, { recordId }: OutboxMessage): Promise<void> {
    await this.transition.grantInTx(tx, recordId);
  }
}
