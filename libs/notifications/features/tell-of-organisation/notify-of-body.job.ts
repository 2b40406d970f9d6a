import { partyNames, shortNameOf, type PartyCode } from '#glossary';
import { Bodies, isPartyCode, Offices, type BodyRecord } from '#organisation';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import type { NotificationKind, Recipient } from '../../domain/notification.js';
import { Notifications } from '../../persistence/notifications.js';

const kinds: Readonly<Record<string, NotificationKind>> = {
  'body.setUp': 'body-set-up',
  'body.membershipChanged': 'membership-changed',
  'body.dissolved': 'body-dissolved',
};

/**
 * Tells those who speak for the Land or the Bund that belongs to a body from now on, no longer or in another way; the
 * chair of the committee above and the secretariat hear what the other of them did.
 */
@EventJob({ name: 'notify-of-body', on: Object.keys(kinds) })
export class NotifyOfBodyJob implements EventJobHandler {
  constructor(
    private readonly bodies: Bodies,
    private readonly offices: Offices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, event, recordKind, recordId, data, actorPersonId }: OutboxMessage): Promise<void> {
    const body = (await this.bodies.listBodies(tx)).find((each) => each.id === recordId);
    const kind = kinds[event];
    if (body === undefined || kind === undefined) return;
    const concerned = [...(await this.keepersOf(tx, body)), ...(await this.speakersOf(tx, partiesOf(body, data)))];
    const others = concerned.filter(({ personId }) => personId !== actorPersonId);
    const recipients = [...new Map(others.map((each) => [each.personId, each])).values()];
    await this.notifications.notify(tx, { messageId: id, kind, recordKind, recordId, recipients });
  }

  private async keepersOf(tx: Tx, { committee }: BodyRecord): Promise<readonly Recipient[]> {
    const office = await this.offices.membersOf(tx, { role: 'SECRETARIAT' });
    const told = office.map(({ personId }) => ({ personId, because: 'Sie zur Geschäftsstelle gehören' }));
    if (committee === null) return told;
    const because = `das Gremium zu ${shortNameOf(committee)} gehört`;
    const chairs = await this.offices.membersOf(tx, { role: 'COMMITTEE_CHAIR', body: committee });
    return [...told, ...chairs.map(({ personId }) => ({ personId, because }))];
  }

  private async speakersOf(tx: Tx, parties: readonly PartyCode[]): Promise<readonly Recipient[]> {
    const coordinators = parties.map(async (party) => {
      const because = `Sie für diese Stelle sprechen: ${partyNames[party]}`;
      const holders = await this.offices.membersOf(tx, { role: 'PARTY_COORDINATOR', party });
      return holders.map(({ personId }) => ({ personId, because }));
    });
    return (await Promise.all(coordinators)).flat();
  }
}

/** The one whose membership changed; all that belong to it when the body itself begins or ends. */
function partiesOf({ memberships, validTo }: BodyRecord, { membership }: OutboxMessage['data']): readonly PartyCode[] {
  const party = partyIn(membership);
  if (party !== null) return [party];
  const last = memberships.filter((each) => each.validTo === null || each.validTo === validTo);
  return [...new Set(last.map((each) => each.party))];
}

function partyIn(membership: unknown): PartyCode | null {
  if (typeof membership !== 'object' || membership === null || !('party' in membership)) return null;
  const { party } = membership;
  return typeof party === 'string' && isPartyCode(party) ? party : null;
}
