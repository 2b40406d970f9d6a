import { Notifications, type NotificationKind } from '#notifications';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { RegistrantOffices } from '../../persistence/registrant-offices.js';

const kinds: Readonly<Record<string, NotificationKind>> = {
  'topicMerge.proposed': 'merge-proposed',
  'topicMerge.declined': 'merge-ended',
  'topicMerge.cancelled': 'merge-ended',
};

/** Asks those whose consent it needs; they hear as well when there is nothing to answer any more. */
@EventJob({ name: 'notify-registrants-of-merge-proposal', on: Object.keys(kinds) })
export class NotifyRegistrantsOfMergeProposalJob implements EventJobHandler {
  constructor(
    private readonly registrants: RegistrantOffices,
    private readonly notifications: Notifications,
  ) {}

  /** Each registrant is led to its own topic, where the proposal waits for the answer. */
  async run(tx: Tx, { id, event, data }: OutboxMessage): Promise<void> {
    const kind = kinds[event];
    if (kind === undefined) return;
    for (const recordId of [data.topicId, data.survivorId].map(String)) {
      const recipients = await this.registrants.recipientsFor(tx, recordId);
      const message = { messageId: id, kind, recordKind: 'topic', recordId, recipients } as const;
      await this.notifications.notify(tx, message);
    }
  }
}
