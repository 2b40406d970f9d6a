import { SYSTEM } from '#organisation';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { FollowUpTransitionHandler } from '../../follow-up-transition.handler.js';
import { FollowUps } from '../../persistence/follow-up.repository.js';

/** The conference has dealt with the report: what was asked for is done. Without a report it stays open. */
@EventJob({ name: 'complete-follow-up-of-decided-topic', on: ['topic.decided'] })
export class CompleteFollowUpOfDecidedTopicJob implements EventJobHandler {
  constructor(
    private readonly followUps: FollowUps,
    private readonly transition: FollowUpTransitionHandler,
  ) {}

  async run(tx: Tx, { recordId }: OutboxMessage): Promise<void> {
    const followUp = await this.followUps.followUpReturnedAs(tx, recordId);
    if (followUp?.state !== 'REPORTED') return;
    const { id: followUpId, revision: expectedRevision } = followUp;
    await this.transition.decideAndSave(tx, SYSTEM, { followUpId, expectedRevision, action: 'completeFollowUp' });
  }
}
