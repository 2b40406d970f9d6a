import { v5 as uuidv5 } from 'uuid';
import { Offices } from '#organisation';
import { berlinDay } from '#platform/clock';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { FailedMails } from '../../persistence/failed-mails.js';
import { Notifications } from '../../persistence/notifications.js';

/** Any UUID, the same for ever. */
const FAILED_MAILS = '5f0c8a52-35a4-4f0e-9d0f-6d6d3f5b2c11';

/**
 * Tells the secretariat that somebody cannot be reached by mail: in the application alone, for a mail about mails that
 * fail would fail too. At most once for each address and day: the message's id is made of them.
 */
@EventJob({ name: 'notify-of-failed-mail', on: ['failedMail.givenUp'] })
export class NotifyOfFailedMailJob implements EventJobHandler {
  constructor(
    private readonly failedMails: FailedMails,
    private readonly offices: Offices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { recordKind, recordId, occurredAt }: OutboxMessage): Promise<void> {
    const mail = await this.failedMails.find(tx, recordId);
    if (mail === null) return;
    const messageId = uuidv5(`${mail.address.toLowerCase()} ${berlinDay(occurredAt)}`, FAILED_MAILS);
    const office = await this.offices.membersOf(tx, { role: 'SECRETARIAT' });
    const recipients = office.map(({ personId }) => ({ personId, because: 'Sie zur Geschäftsstelle gehören' }));
    await this.notifications.notify(tx, { messageId, kind: 'mail-failed', recordKind, recordId, recipients });
  }
}
