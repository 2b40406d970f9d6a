import { partyCodes, type PartyCode } from '#glossary';
import { Notifications, type NotificationKind, type Recipient } from '#notifications';
import { Offices, type Office } from '#organisation';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';

interface Told {
  readonly kind: NotificationKind;
  readonly offices: (objecting: readonly PartyCode[]) => readonly (Office & { readonly because: string })[];
}

const coordinations = (parties: readonly PartyCode[], because: string): ReturnType<Told['offices']> =>
  parties.map((party) => ({ role: 'PARTY_COORDINATOR', party, because }));

const everyParty = (): ReturnType<Told['offices']> =>
  coordinations(partyCodes, 'Sie Ihr Land oder den Bund koordinieren');

const told: Readonly<Record<string, Told>> = {
  'minutes.circulated': { kind: 'minutes-circulated', offices: everyParty },
  'minutes.revised': { kind: 'minutes-revised', offices: everyParty },
  'minutes.objected': {
    kind: 'minutes-objected',
    offices: () => [
      { role: 'SECRETARIAT', because: 'Sie zur Geschäftsstelle gehören' },
      { role: 'CHAIR', because: 'Sie den Vorsitz führen' },
    ],
  },
  'minutes.objectionRejected': {
    kind: 'minutes-objection-rejected',
    offices: (objecting) => coordinations(objecting, 'Ihre Stelle die Einwendung erhoben hat'),
  },
  'minutes.agreed': { kind: 'minutes-agreed', offices: everyParty },
};

/** Tells whoever has to act on what became of minutes, or waits for it. */
@EventJob({ name: 'notify-of-minutes', on: Object.keys(told) })
export class NotifyOfMinutesJob implements EventJobHandler {
  constructor(
    private readonly offices: Offices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, event, recordKind, recordId, data }: OutboxMessage): Promise<void> {
    const about = told[event];
    if (about === undefined) return;
    const named = data['objectionsOf'];
    const objecting = partyCodes.filter((party) => Array.isArray(named) && named.includes(party));
    const recipients = new Map<string, Recipient>();
    for (const { because, ...office } of about.offices(objecting)) {
      for (const { personId } of await this.offices.membersOf(tx, office)) {
        if (!recipients.has(personId)) recipients.set(personId, { personId, because });
      }
    }
    const message = { messageId: id, kind: about.kind, recordKind, recordId };
    await this.notifications.notify(tx, { ...message, recipients: [...recipients.values()] });
  }
}
