import { Notifications } from '#notifications';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { FollowUpOffices } from '../../follow-up-offices.js';
import { FollowUps } from '../../persistence/follow-up.repository.js';

const endings = ['followUp.completed', 'followUp.dropped'];

/** Whoever is to do something hears of it, and when it is done or has become obsolete. */
@EventJob({
  name: 'notify-addressee-of-follow-up',
  on: [
    'followUp.created',
    'followUp.extended',
    'followUp.conditionReviewed',
    'followUp.reportReturned',
    'followUp.returnedAsTopic',
    ...endings,
  ],
})
export class NotifyAddresseeOfFollowUpJob implements EventJobHandler {
  constructor(
    private readonly followUps: FollowUps,
    private readonly offices: FollowUpOffices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, event, recordKind, recordId }: OutboxMessage): Promise<void> {
    const followUp = await this.followUps.findFollowUp(tx, recordId);
    if (followUp === null) return;
    const recipients = await this.offices.recipientsFor(tx, followUp.addressee);
    const kind = endings.includes(event) ? 'follow-up-ended' : 'follow-up-asked';
    await this.notifications.notify(tx, { messageId: id, kind, recordKind, recordId, recipients });
  }
}
