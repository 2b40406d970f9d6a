import { shortNameOf } from '#glossary';
import { Notifications } from '#notifications';
import { Offices } from '#organisation';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { TopicRepository } from '../../persistence/topic.repository.js';

@EventJob({ name: 'notify-committee-of-assignment', on: ['topic.assigned', 'topic.returnedToCommittee'] })
export class NotifyCommitteeOfAssignmentJob implements EventJobHandler {
  constructor(
    private readonly topics: TopicRepository,
    private readonly offices: Offices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, event, recordKind, recordId }: OutboxMessage): Promise<void> {
    const topic = await this.topics.findTopic(tx, recordId);
    const body = topic?.leadCommittee ?? null;
    if (body === null) return;
    const chairs = await this.offices.membersOf(tx, { role: 'COMMITTEE_CHAIR', body });
    const secretaries = await this.offices.membersOf(tx, { role: 'COMMITTEE_SECRETARY', body });
    const what = event === 'topic.assigned' ? 'zugewiesen' : 'zurückverwiesen';
    const because = `das Thema dem ${shortNameOf(body)} ${what} wurde`;
    const recipients = [...chairs, ...secretaries].map(({ personId }) => ({ personId, because }));
    await this.notifications.notify(tx, { messageId: id, kind: 'topic-assigned', recordKind, recordId, recipients });
  }
}
