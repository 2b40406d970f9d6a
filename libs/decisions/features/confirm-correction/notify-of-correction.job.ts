import { partyCodes } from '#glossary';
import { Notifications, type NotificationKind, type Recipient } from '#notifications';
import { audienceOfParty, Offices, type Office } from '#organisation';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { TopicRepository } from '#topics';

const kinds: Readonly<Record<string, NotificationKind>> = {
  'correction.proposed': 'correction-proposed',
  'correction.made': 'correction-made',
  'correction.rejected': 'correction-rejected',
};

/** The chair decides on what is proposed, the secretariat hears what was rejected, and all who read it what was made. */
@EventJob({ name: 'notify-of-correction', on: Object.keys(kinds) })
export class NotifyOfCorrectionJob implements EventJobHandler {
  constructor(
    private readonly topics: TopicRepository,
    private readonly offices: Offices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, event, data }: OutboxMessage): Promise<void> {
    const kind = kinds[event];
    const topicId = String(data['topicId']);
    const topic = await this.topics.findTopic(tx, topicId);
    if (kind === undefined || topic === null) return;
    const recipients = new Map<string, Recipient>();
    for (const { because, ...office } of officesFor(kind, this.topics.audienceOf(topic))) {
      for (const { personId } of await this.offices.membersOf(tx, office)) {
        if (!recipients.has(personId)) recipients.set(personId, { personId, because });
      }
    }
    const about = { messageId: id, kind, recordKind: 'topic', recordId: topicId };
    await this.notifications.notify(tx, { ...about, recipients: [...recipients.values()] });
  }
}

function officesFor(
  kind: NotificationKind,
  audience: readonly number[],
): readonly (Office & { readonly because: string })[] {
  if (kind === 'correction-proposed') return [{ role: 'CHAIR', because: 'Sie den Vorsitz führen' }];
  const secretariat = { role: 'SECRETARIAT', because: 'Sie zur Geschäftsstelle gehören' } as const;
  if (kind === 'correction-rejected') return [secretariat];
  const because = 'Sie Ihr Land oder den Bund koordinieren';
  const parties = partyCodes.filter((party) => audience.includes(audienceOfParty(party)));
  return [secretariat, ...parties.map((party) => ({ role: 'PARTY_COORDINATOR', party, because }) as const)];
}
