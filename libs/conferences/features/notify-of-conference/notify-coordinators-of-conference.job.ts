import type { Role } from '#glossary';
import { Notifications, type NotificationKind, type Recipient } from '#notifications';
import { Offices } from '#organisation';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';

const kinds: Readonly<Record<string, NotificationKind>> = {
  'conference.rescheduled': 'conference-moved',
  'conference.cancelled': 'conference-cancelled',
};
const told: readonly (readonly [Role, string])[] = [
  ['PARTY_COORDINATOR', 'Sie Ihr Land oder den Bund koordinieren'],
  ['COMMITTEE_SECRETARY', 'Sie ein Gremium betreuen'],
];

/** Whoever plans by the days of a conference hears of it when they change. */
@EventJob({ name: 'notify-coordinators-of-conference', on: ['conference.rescheduled', 'conference.cancelled'] })
export class NotifyCoordinatorsOfConferenceJob implements EventJobHandler {
  constructor(
    private readonly offices: Offices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, event, recordKind, recordId }: OutboxMessage): Promise<void> {
    const kind = kinds[event];
    if (kind === undefined) return;
    const recipients = new Map<string, Recipient>();
    for (const [role, because] of told) {
      for (const { personId } of await this.offices.membersOf(tx, { role })) {
        if (!recipients.has(personId)) recipients.set(personId, { personId, because });
      }
    }
    await this.notifications.notify(tx, {
      messageId: id,
      kind,
      recordKind,
      recordId,
      recipients: [...recipients.values()],
    });
  }
}
