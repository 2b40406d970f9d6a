import { Notifications } from '#notifications';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { RegistrantOffices } from '../../persistence/registrant-offices.js';

@EventJob({ name: 'notify-registrant-of-acceptance', on: ['topic.accepted'] })
export class NotifyRegistrantOfAcceptanceJob implements EventJobHandler {
  constructor(
    private readonly registrants: RegistrantOffices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, recordKind, recordId }: OutboxMessage): Promise<void> {
    const recipients = await this.registrants.recipientsFor(tx, recordId);
    await this.notifications.notify(tx, { messageId: id, kind: 'topic-accepted', recordKind, recordId, recipients });
  }
}
