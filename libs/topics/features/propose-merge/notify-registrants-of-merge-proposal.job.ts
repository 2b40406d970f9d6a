import { Notifications } from '#notifications';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { RegistrantOffices } from '../../persistence/registrant-offices.js';

@EventJob({ name: 'notify-registrants-of-merge-proposal', on: ['topicMerge.proposed'] })
export class NotifyRegistrantsOfMergeProposalJob implements EventJobHandler {
  constructor(
    private readonly registrants: RegistrantOffices,
    private readonly notifications: Notifications,
  ) {}

  /** Each registrant is led to its own topic, where the proposal waits for the answer. */
  async run(tx: Tx, { id, data }: OutboxMessage): Promise<void> {
    for (const recordId of [data.topicId, data.survivorId].map(String)) {
      const recipients = await this.registrants.recipientsFor(tx, recordId);
      const message = { messageId: id, kind: 'merge-proposed', recordKind: 'topic', recordId, recipients } as const;
      await this.notifications.notify(tx, message);
    }
  }
}
