import { Notifications } from '#notifications';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { FollowUpOffices } from '../../follow-up-offices.js';

@EventJob({ name: 'notify-secretariat-of-report', on: ['followUp.reported'] })
export class NotifySecretariatOfReportJob implements EventJobHandler {
  constructor(
    private readonly offices: FollowUpOffices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, recordKind, recordId }: OutboxMessage): Promise<void> {
    const recipients = await this.offices.secretariat(tx);
    await this.notifications.notify(tx, {
      messageId: id,
      kind: 'follow-up-reported',
      recordKind,
      recordId,
      recipients,
    });
  }
}
