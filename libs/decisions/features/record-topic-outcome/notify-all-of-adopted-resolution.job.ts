import { committeeCodes, partyCodes } from '#glossary';
import { Notifications } from '#notifications';
import { audienceOfBody, audienceOfParty, Offices, type Office } from '#organisation';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { TopicRepository } from '#topics';
import { RESOLUTION_ADOPTED } from '../../domain/resolution.js';

/**
 * Tells of a resolution all who may open its topic by their office: the coordinations, the chairs of the committees
 * concerned and the secretariat. Nobody gets a message whose link leads to nothing.
 */
@EventJob({ name: 'notify-all-of-adopted-resolution', on: [RESOLUTION_ADOPTED] })
export class NotifyAllOfAdoptedResolutionJob implements EventJobHandler {
  constructor(
    private readonly topics: TopicRepository,
    private readonly offices: Offices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, data }: OutboxMessage): Promise<void> {
    const topicId = String(data['topicId']);
    const topic = await this.topics.findTopic(tx, topicId);
    if (topic === null) return;
    const recipients = new Map<string, { readonly personId: string; readonly because: string }>();
    for (const { because, ...office } of officesThatSee(this.topics.audienceOf(topic))) {
      for (const { personId } of await this.offices.membersOf(tx, office)) {
        if (!recipients.has(personId)) recipients.set(personId, { personId, because });
      }
    }
    const about = { messageId: id, kind: 'resolution-adopted', recordKind: 'topic', recordId: topicId } as const;
    await this.notifications.notify(tx, { ...about, recipients: [...recipients.values()] });
  }
}

function officesThatSee(audience: readonly number[]): readonly (Office & { readonly because: string })[] {
  return [
    ...partyCodes
      .filter((party) => audience.includes(audienceOfParty(party)))
      .map(
        (party) => ({ role: 'PARTY_COORDINATOR', party, because: 'Sie Ihr Land oder den Bund koordinieren' }) as const,
      ),
    ...committeeCodes
      .filter((body) => audience.includes(audienceOfBody(body)))
      .map((body) => ({ role: 'COMMITTEE_CHAIR', body, because: 'Sie den befassten Arbeitskreis leiten' }) as const),
    { role: 'SECRETARIAT', because: 'Sie zur Geschäftsstelle gehören' },
  ];
}
