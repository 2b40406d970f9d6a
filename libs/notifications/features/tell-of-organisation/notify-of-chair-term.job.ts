import { partyNames } from '#glossary';
import { isPartyCode, Offices } from '#organisation';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import type { NotificationKind, Recipient } from '../../domain/notification.js';
import { Notifications } from '../../persistence/notifications.js';

const kinds: Readonly<Record<string, NotificationKind>> = {
  'chairTerm.proposed': 'chair-term-proposed',
  'chairTerm.confirmed': 'chair-term-confirmed',
  'chairTerm.swapped': 'chair-term-swapped',
  'chairTerm.shortened': 'chair-term-shortened',
};

/**
 * Tells the Land whose term it is now. An act that changes several terms has an event for each; the secretariat, which
 * all of them concern, hears of the act once.
 */
@EventJob({ name: 'notify-of-chair-term', on: Object.keys(kinds) })
export class NotifyOfChairTermJob implements EventJobHandler {
  constructor(
    private readonly offices: Offices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, event, recordKind, recordId, data, actorPersonId }: OutboxMessage): Promise<void> {
    const kind = kinds[event];
    if (kind === undefined) return;
    const concerned = [...(await this.officeFor(tx, data)), ...(await this.landOf(tx, data))];
    const others = concerned.filter(({ personId }) => personId !== actorPersonId);
    const recipients = [...new Map(others.map((each) => [each.personId, each])).values()];
    await this.notifications.notify(tx, { messageId: id, kind, recordKind, recordId, recipients });
  }

  private async officeFor(tx: Tx, { isFirst }: OutboxMessage['data']): Promise<readonly Recipient[]> {
    if (isFirst !== true) return [];
    const office = await this.offices.membersOf(tx, { role: 'SECRETARIAT' });
    return office.map(({ personId }) => ({ personId, because: 'Sie zur Geschäftsstelle gehören' }));
  }

  private async landOf(tx: Tx, { party }: OutboxMessage['data']): Promise<readonly Recipient[]> {
    if (typeof party !== 'string' || !isPartyCode(party)) return [];
    const because = `es um den Vorsitz dieses Landes geht: ${partyNames[party]}`;
    return (await this.offices.listSpeakersOf(tx, party)).map(({ personId }) => ({ personId, because }));
  }
}
