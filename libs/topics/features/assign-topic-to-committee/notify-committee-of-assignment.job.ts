import { shortNameOf, type BodyCode } from '#glossary';
import { Notifications, type Recipient } from '#notifications';
import { Offices } from '#organisation';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { TopicRepository } from '../../persistence/topic.repository.js';

@EventJob({
  name: 'notify-committee-of-assignment',
  on: ['topic.assigned', 'topic.returnedToCommittee', 'topic.opinionGiven'],
})
export class NotifyCommitteeOfAssignmentJob implements EventJobHandler {
  constructor(
    private readonly topics: TopicRepository,
    private readonly offices: Offices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, event, recordKind, recordId }: OutboxMessage): Promise<void> {
    const topic = await this.topics.findTopic(tx, recordId);
    if (topic === null || topic.leadCommittee === null) return;
    if (event === 'topic.opinionGiven') {
      const because = `${shortNameOf(topic.leadCommittee)} bei dem Thema die Federführung hat`;
      const leading = [...(await this.officersOf(tx, topic.leadCommittee, because)).values()];
      const opinion = { messageId: id, kind: 'committee-opinion-given', recordKind, recordId } as const;
      return this.notifications.notify(tx, { ...opinion, recipients: leading });
    }
    const isAssigned = event === 'topic.assigned';
    const what = isAssigned ? 'zugewiesen' : 'zurückverwiesen';
    const lead = `das Thema dem ${shortNameOf(topic.leadCommittee)} ${what} wurde`;
    const recipients = new Map(await this.officersOf(tx, topic.leadCommittee, lead));
    for (const body of isAssigned ? topic.involvedCommittees : []) {
      const officers = await this.officersOf(tx, body, `${shortNameOf(body)} an dem Thema beteiligt ist`);
      for (const [personId, recipient] of officers) if (!recipients.has(personId)) recipients.set(personId, recipient);
    }
    const told = { messageId: id, kind: 'topic-assigned', recordKind, recordId } as const;
    await this.notifications.notify(tx, { ...told, recipients: [...recipients.values()] });
  }

  private async officersOf(tx: Tx, body: BodyCode, because: string): Promise<ReadonlyMap<string, Recipient>> {
    const chairs = await this.offices.membersOf(tx, { role: 'COMMITTEE_CHAIR', body });
    const secretaries = await this.offices.membersOf(tx, { role: 'COMMITTEE_SECRETARY', body });
    return new Map([...chairs, ...secretaries].map(({ personId }) => [personId, { personId, because }]));
  }
}
