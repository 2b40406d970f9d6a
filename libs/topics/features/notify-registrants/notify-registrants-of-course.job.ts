import { Notifications, type NotificationKind, type Recipient } from '#notifications';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { RegistrantOffices } from '../../persistence/registrant-offices.js';

/** Turns in the course of a topic that those who registered it hear of, and who among them. */
const turns: Readonly<Record<string, { readonly kind: NotificationKind; readonly to: 'REGISTRANT' | 'CO' | 'ALL' }>> = {
  'topic.joined': { kind: 'topic-joined', to: 'REGISTRANT' },
  'topic.left': { kind: 'topic-left', to: 'REGISTRANT' },
  'topic.withdrawn': { kind: 'topic-withdrawn', to: 'CO' },
  'topic.takenOver': { kind: 'topic-taken-over', to: 'CO' },
  'topic.concluded': { kind: 'topic-concluded', to: 'ALL' },
  'topic.deferred': { kind: 'topic-deferred', to: 'ALL' },
  'topic.followedConference': { kind: 'topic-deferred', to: 'ALL' },
  'topic.merged': { kind: 'topic-merged', to: 'ALL' },
  'topic.absorbed': { kind: 'topic-merged', to: 'ALL' },
  'topic.returnedToCommittee': { kind: 'topic-referred-back', to: 'ALL' },
  'topic.decided': { kind: 'topic-decided', to: 'ALL' },
};

@EventJob({ name: 'notify-registrants-of-course', on: Object.keys(turns) })
export class NotifyRegistrantsOfCourseJob implements EventJobHandler {
  constructor(
    private readonly registrants: RegistrantOffices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, event, recordKind, recordId, data }: OutboxMessage): Promise<void> {
    const turn = turns[event];
    if (turn === undefined || isToldOtherwise(event, data)) return;
    const first = turn.to === 'CO' ? [] : await this.registrants.recipientsFor(tx, recordId);
    const others = turn.to === 'REGISTRANT' ? [] : await this.registrants.coRegistrantsOf(tx, recordId);
    const former = await this.registrants.formerRegistrantOf(tx, data);
    const recipients = onePerPerson([...first, ...others, ...former]);
    await this.notifications.notify(tx, { messageId: id, kind: turn.kind, recordKind, recordId, recipients });
  }
}

/** Of a resolution, and of the end of a procedure in writing, all are told at once. */
function isToldOtherwise(event: string, { from, outcome }: OutboxMessage['data']): boolean {
  if (event !== 'topic.decided') return false;
  return from === 'IN_WRITTEN_PROCEDURE' || outcome === 'ADOPTED' || outcome === 'ADOPTED_AMENDED';
}

function onePerPerson(recipients: readonly Recipient[]): readonly Recipient[] {
  return [...new Map(recipients.map((each) => [each.personId, each])).values()];
}
