import { partyCodes } from '#glossary';
import { Notifications, type Recipient } from '#notifications';
import { audienceOfParty, Offices } from '#organisation';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { TopicRepository } from '#topics';
import { Statements } from '../../persistence/statement.repository.js';

/**
 * Tells of an announced statement the coordinations that may join it, and the secretariat, which will record it. The
 * party whose statement it is hears of it when somebody else announced it.
 */
@EventJob({ name: 'notify-parties-of-statement', on: ['statement.announced', 'statement.announcedOnBehalf'] })
export class NotifyPartiesOfStatementJob implements EventJobHandler {
  private readonly statements = new Statements();

  constructor(
    private readonly topics: TopicRepository,
    private readonly offices: Offices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, event, recordId, data }: OutboxMessage): Promise<void> {
    const topicId = String(data['topicId']);
    const topic = await this.topics.findTopic(tx, topicId);
    const statement = (await this.statements.statementsByIds(tx, [recordId])).get(recordId);
    if (topic === null || statement === undefined) return;
    const seeing = this.topics.audienceOf(topic);
    // What is declared in a committee concerns its members alone.
    const audience = seeing.filter((code) => statement.readers === null || statement.readers.includes(code));
    const isOnBehalf = event === 'statement.announcedOnBehalf';
    const recipients = new Map<string, Recipient>();
    for (const party of partyCodes.filter((each) => audience.includes(audienceOfParty(each)))) {
      const isAuthor = party === data['party'];
      if (isAuthor && !isOnBehalf) continue;
      const because = isAuthor ? 'es eine Erklärung Ihrer Stelle ist' : 'Ihre Stelle die Erklärung mitzeichnen kann';
      const holders = await this.offices.membersOf(tx, { role: 'PARTY_COORDINATOR', party });
      for (const { personId } of holders) recipients.set(personId, { personId, because });
    }
    for (const { personId } of isOnBehalf ? [] : await this.offices.membersOf(tx, { role: 'SECRETARIAT' })) {
      recipients.set(personId, { personId, because: 'Sie zur Geschäftsstelle gehören' });
    }
    const about = { messageId: id, kind: 'statement-announced', recordKind: 'topic', recordId: topicId } as const;
    await this.notifications.notify(tx, { ...about, recipients: [...recipients.values()] });
  }
}
