import { CalendarHolders, Notifications, type NotificationKind } from '#notifications';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { factsOfSession } from '../../calendar-facts.js';
import { CalendarDates } from '../../persistence/calendar-dates.js';
import { SessionInvitees } from './session-invitees.js';

type SessionKind = Extract<NotificationKind, `session-${string}`>;

/** What is told, and whether only those who have the session in their calendars already. */
interface News {
  readonly kind: SessionKind;
  readonly onlyHolders: boolean;
}

/** By the events that it is told on. */
const news: Readonly<Record<string, News>> = {
  'session.invited': { kind: 'session-invited', onlyHolders: false },
  'session.movedAfterInvitation': { kind: 'session-moved', onlyHolders: false },
  'session.cancelledAfterInvitation': { kind: 'session-cancelled', onlyHolders: false },
  // Between an invitation that does not hold any more and the next one.
  'session.moved': { kind: 'session-moved', onlyHolders: true },
  'session.cancelled': { kind: 'session-cancelled', onlyHolders: true },
};

export const NEWS_OF_SESSIONS = { name: 'notify-participants-of-session', on: Object.keys(news) } as const;

/**
 * Tells those who are invited. Whoever was never invited is not told that a session is moved or cancelled; whoever was,
 * and does not belong to it any more, gets it out of the calendar without hearing anything new.
 */
@EventJob(NEWS_OF_SESSIONS)
export class NotifyParticipantsOfSessionJob implements EventJobHandler {
  constructor(
    private readonly dates: CalendarDates,
    private readonly invitees: SessionInvitees,
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
    const invited = await this.invitees.ofBodies(tx, found.session.bodies);
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
}
