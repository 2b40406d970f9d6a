import { partyCodes, type BodyCode, type PartyCode, type Role } from '#glossary';
import { Notifications, type NotificationKind, type Recipient } from '#notifications';
import { Offices, type Office } from '#organisation';
import type { Tx } from '#platform/database';
import { committeesOf } from '../../domain/minutes.js';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';

interface About {
  readonly objecting: readonly PartyCode[];
  /** Committees whose session it was; none for the conference as a whole. */
  readonly committees: readonly BodyCode[];
}

interface Told {
  readonly kind: NotificationKind;
  readonly offices: (about: About) => readonly (Office & { readonly because: string })[];
}

const coordinations = (parties: readonly PartyCode[], because: string): ReturnType<Told['offices']> =>
  parties.map((party) => ({ role: 'PARTY_COORDINATOR', party, because }));

const ofCommittees = ({ committees }: About, roles: readonly Role[], because: string): ReturnType<Told['offices']> =>
  committees.flatMap((body) => roles.map((role) => ({ role, body, because })));

const everybody = (about: About): ReturnType<Told['offices']> => [
  ...coordinations(partyCodes, 'Sie Ihr Land oder den Bund koordinieren'),
  ...ofCommittees(about, ['COMMITTEE_CHAIR', 'COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'], 'Sie dem Gremium angehören'),
];

const whoAnswers = (about: About): ReturnType<Told['offices']> =>
  about.committees.length > 0
    ? ofCommittees(about, ['COMMITTEE_CHAIR', 'COMMITTEE_SECRETARY'], 'Sie die Niederschrift verantworten')
    : [
        { role: 'SECRETARIAT', because: 'Sie zur Geschäftsstelle gehören' },
        { role: 'CHAIR', because: 'Sie den Vorsitz führen' },
      ];

const told: Readonly<Record<string, Told>> = {
  'minutes.circulated': { kind: 'minutes-circulated', offices: everybody },
  'minutes.revised': { kind: 'minutes-revised', offices: everybody },
  'minutes.objected': { kind: 'minutes-objected', offices: whoAnswers },
  'minutes.objectionWithdrawn': { kind: 'minutes-objection-withdrawn', offices: whoAnswers },
  'minutes.objectionRejected': {
    kind: 'minutes-objection-rejected',
    offices: ({ objecting }) => coordinations(objecting, 'Ihre Stelle die Einwendung erhoben hat'),
  },
  'minutes.agreed': { kind: 'minutes-agreed', offices: everybody },
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
    for (const { because, ...office } of about.offices({ objecting, committees: committeesIn(data) })) {
      for (const { personId } of await this.offices.membersOf(tx, office)) {
        if (!recipients.has(personId)) recipients.set(personId, { personId, because });
      }
    }
    const message = { messageId: id, kind: about.kind, recordKind, recordId };
    await this.notifications.notify(tx, { ...message, recipients: [...recipients.values()] });
  }
}

function committeesIn({ bodies }: OutboxMessage['data']): readonly BodyCode[] {
  const named = Array.isArray(bodies) ? bodies.filter((code): code is BodyCode => typeof code === 'string') : [];
  return committeesOf({ bodies: named });
}
