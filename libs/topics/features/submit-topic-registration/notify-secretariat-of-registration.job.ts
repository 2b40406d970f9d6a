import { Notifications } from '#notifications';
import { Offices } from '#organisation';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';

@EventJob({ name: 'notify-secretariat-of-registration', on: ['topic.submitted'] })
export class NotifySecretariatOfRegistrationJob implements EventJobHandler {
  constructor(
    private readonly offices: Offices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, recordKind, recordId }: OutboxMessage): Promise<void> {
    const secretariat = await this.offices.membersOf(tx, { role: 'SECRETARIAT' });
    const recipients = secretariat.map(({ personId }) => ({ personId, because: 'Sie zur Geschäftsstelle gehören' }));
    await this.notifications.notify(tx, { messageId: id, kind: 'topic-registered', recordKind, recordId, recipients });
  }
}
