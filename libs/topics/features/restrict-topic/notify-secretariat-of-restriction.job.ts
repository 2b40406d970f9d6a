import { Notifications } from '#notifications';
import { Offices } from '#organisation';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { TopicRepository } from '../../persistence/topic.repository.js';

@EventJob({ name: 'notify-secretariat-of-restriction', on: ['topic.restricted'] })
export class NotifySecretariatOfRestrictionJob implements EventJobHandler {
  constructor(
    private readonly topics: TopicRepository,
    private readonly offices: Offices,
    private readonly notifications: Notifications,
  ) {}

  /** A draft is nobody's business but its house's: the secretariat reads the parties with the registration. */
  async run(tx: Tx, { id, recordKind, recordId }: OutboxMessage): Promise<void> {
    const topic = await this.topics.findTopic(tx, recordId);
    if (topic === null || topic.submittedAt === null) return;
    const secretariat = await this.offices.membersOf(tx, { role: 'SECRETARIAT' });
    const recipients = secretariat.map(({ personId }) => ({ personId, because: 'Sie zur Geschäftsstelle gehören' }));
    await this.notifications.notify(tx, { messageId: id, kind: 'topic-restricted', recordKind, recordId, recipients });
  }
}
