import { partyCodes } from '#glossary';
import { Notifications, type Recipient } from '#notifications';
import { Offices } from '#organisation';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';

/** Asks the parties anew whose co-signatures ended with the old text. */
@EventJob({ name: 'notify-cosigners-of-changed-statement', on: ['statement.textChanged'] })
export class NotifyCosignersOfChangedStatementJob implements EventJobHandler {
  constructor(
    private readonly offices: Offices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, data }: OutboxMessage): Promise<void> {
    const ended = data['cosignaturesEnded'];
    const parties = partyCodes.filter((party) => Array.isArray(ended) && ended.includes(party));
    const recipients: Recipient[] = [];
    for (const party of parties) {
      for (const { personId } of await this.offices.membersOf(tx, { role: 'PARTY_COORDINATOR', party })) {
        recipients.push({ personId, because: 'Ihre Stelle den früheren Text mitgezeichnet hatte' });
      }
    }
    const recordId = String(data['topicId']);
    const about = { messageId: id, kind: 'statement-changed', recordKind: 'topic', recordId } as const;
    await this.notifications.notify(tx, { ...about, recipients });
  }
}
