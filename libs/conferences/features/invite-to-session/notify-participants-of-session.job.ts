import { shortNameOf, type BodyCode, type Role } from '#glossary';
import { CalendarHolders, Notifications, type NotificationKind, type Recipient } from '#notifications';
import { Offices } from '#organisation';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { factsOfSession } from '../../calendar-facts.js';
import { isOfWholeConference } from '../../domain/session.js';
import { CalendarDates } from '../../persistence/calendar-dates.js';

type SessionKind = Extract<NotificationKind, `session-${string}`>;

/** What is told, and whether only those who have the session in their calendars already. */
interface News {
  readonly kind: SessionKind;
  readonly onlyHolders: boolean;
}

const news: Readonly<Record<string, News>> = {
  'session.invited': { kind: 'session-invited', onlyHolders: false },
  'session.movedAfterInvitation': { kind: 'session-moved', onlyHolders: false },
  'session.cancelledAfterInvitation': { kind: 'session-cancelled', onlyHolders: false },
  // Between an invitation that does not hold any more and the next one.
  'session.moved': { kind: 'session-moved', onlyHolders: true },
  'session.cancelled': { kind: 'session-cancelled', onlyHolders: true },
};
const officesOfCommittee: readonly Role[] = ['COMMITTEE_CHAIR', 'COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER', 'GUEST'];

/**
 * Tells those who are invited: of a committee its people and guests, of the conference as a whole the coordination of
 * every Land and of the Bund. Whoever was never invited is not told that a session is moved or cancelled; whoever was, and
 * does not belong to it any more, gets it out of the calendar without hearing anything new.
 */
@EventJob({ name: 'notify-participants-of-session', on: Object.keys(news) })
export class NotifyParticipantsOfSessionJob implements EventJobHandler {
  constructor(
    private readonly dates: CalendarDates,
    private readonly offices: Offices,
    private readonly holders: CalendarHolders,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, message: OutboxMessage): Promise<void> {
    const { id: messageId, event, recordKind, recordId, occurredAt } = message;
    const found = await this.dates.sessionOf(tx, recordId);
    const told = news[event];
    if (found === null || told === undefined) return;
    const facts = factsOfSession(found.session, found.conference);
    const isCancelled = facts.status === 'CANCELLED';
    const holders = await this.holders.holdersOf(tx, recordId);
    const invited = await this.participantsOf(tx, found.session.bodies);
    const recipients = [...invited.values()].filter(({ personId }) => !told.onlyHolders || holders.has(personId));
    const entry = { ...facts, changedAt: (found.changedAt ?? occurredAt).toISOString() };
    const about = { messageId, recordKind, recordId };
    const calendarEvent = { ...entry, method: isCancelled ? ('CANCEL' as const) : ('REQUEST' as const) };
    await this.notifications.notify(tx, { ...about, kind: told.kind, recipients, calendarEvent });
    const kind = isCancelled ? 'session-cancelled' : 'session-uninvited';
    for (const [personId, held] of holders) {
      if (invited.has(personId)) continue;
      const former = { personId, because: 'Sie zu dieser Sitzung eingeladen waren' };
      const { sequence, changedAt } = entry;
      const taken = { ...held, method: 'CANCEL' as const, sequence, changedAt };
      await this.notifications.notify(tx, { ...about, kind, recipients: [former], calendarEvent: taken });
    }
  }

  private async participantsOf(tx: Tx, bodies: readonly BodyCode[]): Promise<ReadonlyMap<string, Recipient>> {
    const people = new Map<string, Recipient>();
    for (const body of bodies) {
      for (const each of await this.peopleOf(tx, body)) people.set(each.personId, each);
    }
    return people;
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
