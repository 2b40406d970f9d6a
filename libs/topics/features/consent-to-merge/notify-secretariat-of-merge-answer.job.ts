import { Notifications } from '#notifications';
import { Offices } from '#organisation';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';

@EventJob({ name: 'notify-secretariat-of-merge-answer', on: ['topicMerge.consented', 'topicMerge.declined'] })
export class NotifySecretariatOfMergeAnswerJob implements EventJobHandler {
  constructor(
    private readonly offices: Offices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, data }: OutboxMessage): Promise<void> {
    const secretariat = await this.offices.membersOf(tx, { role: 'SECRETARIAT' });
    const recipients = secretariat.map(({ personId }) => ({ personId, because: 'Sie zur Geschäftsstelle gehören' }));
    const recordId = String(data.topicId);
    const message = { messageId: id, kind: 'merge-answered', recordKind: 'topic', recordId, recipients } as const;
    await this.notifications.notify(tx, message);
  }
}
