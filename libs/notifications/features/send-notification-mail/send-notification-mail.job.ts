import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { MailTransport } from '../../delivery/mail-transport.js';
import { composeMail } from '../../domain/notification-mail.js';
import { FailedMails } from '../../persistence/failed-mails.js';
import { MailDeliveries } from '../../persistence/mail-deliveries.js';

/** One job per mail: a refused address holds up nobody else. Tried for about three hours, and again on request. */
@EventJob({
  name: 'send-notification-mail',
  on: ['notification.created', 'failedMail.retried'],
  attempts: 11,
  backoffSeconds: 10,
})
export class SendNotificationMailJob implements EventJobHandler {
  constructor(
    private readonly deliveries: MailDeliveries,
    private readonly failedMails: FailedMails,
    private readonly transport: MailTransport,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  awaitTurn(): Promise<void> {
    return this.transport.awaitTurn();
  }

  async run(tx: Tx, { recordId: notificationId }: OutboxMessage): Promise<void> {
    const input = await this.deliveries.find(tx, notificationId, this.clock.now());
    if (input === null || !(await this.deliveries.claim(tx, notificationId, input.recipient.address))) return;
    await this.transport.send(tx, composeMail(input, this.config.publicUrl));
    await this.deliveries.markSent(tx, notificationId, this.clock.now());
    await this.failedMails.noteSent(tx, notificationId, this.clock.now());
  }

  async giveUp(tx: Tx, { recordId: notificationId }: OutboxMessage, error: Error): Promise<void> {
    const input = await this.deliveries.find(tx, notificationId, this.clock.now());
    if (input === null || !(await this.deliveries.claim(tx, notificationId, input.recipient.address))) return;
    const { kind, personId, recipient } = input;
    const now = this.clock.now();
    await this.deliveries.markFailed(tx, notificationId, error.message, now);
    await this.failedMails.giveUp(tx, { id: notificationId, kind, personId, address: recipient.address }, error, now);
  }
}
