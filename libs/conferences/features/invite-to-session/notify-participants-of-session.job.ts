import { shortNameOf, type BodyCode, type Role } from '#glossary';
import { Notifications, type NotificationKind, type Recipient } from '#notifications';
import { Offices } from '#organisation';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { isOfWholeConference } from '../../domain/session.js';
import { Sessions } from '../../persistence/session.repository.js';

const kinds: Readonly<Record<string, NotificationKind>> = {
  'session.invited': 'session-invited',
  'session.movedAfterInvitation': 'session-moved',
  'session.cancelledAfterInvitation': 'session-cancelled',
};
const officesOfCommittee: readonly Role[] = ['COMMITTEE_CHAIR', 'COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER', 'GUEST'];

/**
 * Tells those who are invited: of a committee its people and guests, of the conference as a whole the coordination of
 * every Land and of the Bund. Whoever was never invited is not told that a session is moved or cancelled.
 */
@EventJob({
  name: 'notify-participants-of-session',
  on: ['session.invited', 'session.movedAfterInvitation', 'session.cancelledAfterInvitation'],
})
export class NotifyParticipantsOfSessionJob implements EventJobHandler {
  constructor(
    private readonly sessions: Sessions,
    private readonly offices: Offices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, event, recordKind, recordId }: OutboxMessage): Promise<void> {
    const session = await this.sessions.findSession(tx, recordId);
    const kind = kinds[event];
    if (session === null || kind === undefined) return;
    const invited: Recipient[] = [];
    for (const body of session.bodies) invited.push(...(await this.peopleOf(tx, body)));
    const recipients = [...new Map(invited.map((each) => [each.personId, each])).values()];
    await this.notifications.notify(tx, { messageId: id, kind, recordKind, recordId, recipients });
  }

  private async peopleOf(tx: Tx, body: BodyCode): Promise<readonly Recipient[]> {
    if (isOfWholeConference(body)) {
      const coordinators = await this.offices.membersOf(tx, { role: 'PARTY_COORDINATOR' });
      return coordinators.map(({ personId }) => ({ personId, because: 'Sie Ihr Land oder den Bund koordinieren' }));
    }
    const because = `Sie zu ${shortNameOf(body)} gehören`;
    const people: Recipient[] = [];
    for (const role of officesOfCommittee) {
      const holders = await this.offices.membersOf(tx, { role, body });
      people.push(...holders.map(({ personId }) => ({ personId, because })));
    }
    return people;
  }
}
