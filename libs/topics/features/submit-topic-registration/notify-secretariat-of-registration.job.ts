import { Notifications, type NotificationKind } from '#notifications';
import { Offices, type Office } from '#organisation';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { TopicRepository } from '../../persistence/topic.repository.js';

const secretariat = { role: 'SECRETARIAT', because: 'Sie zur Geschäftsstelle gehören' } as const;
const chair = { role: 'CHAIR', because: 'Sie den Vorsitz führen' } as const;

/** The secretariat examines what was registered; what came late it may accept when the chair has consented. */
@EventJob({ name: 'notify-secretariat-of-registration', on: ['topic.submitted', 'topic.lateConsented'] })
export class NotifySecretariatOfRegistrationJob implements EventJobHandler {
  constructor(
    private readonly topics: TopicRepository,
    private readonly offices: Offices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, message: OutboxMessage): Promise<void> {
    if (message.event === 'topic.lateConsented') return this.tell(tx, message, 'late-topic-consented', secretariat);
    await this.tell(tx, message, 'topic-registered', secretariat);
    const topic = await this.topics.findTopic(tx, message.recordId);
    if (topic === null || !topic.isLate || topic.chairConsentedAt !== null) return;
    await this.tell(tx, message, 'late-topic-registered', chair);
  }

  private async tell(
    tx: Tx,
    { id, recordKind, recordId }: OutboxMessage,
    kind: NotificationKind,
    { because, ...office }: Office & { readonly because: string },
  ): Promise<void> {
    const holders = await this.offices.membersOf(tx, office);
    const recipients = holders.map(({ personId }) => ({ personId, because }));
    await this.notifications.notify(tx, { messageId: id, kind, recordKind, recordId, recipients });
  }
}
