import { Assignments, labelOfAssignment, type AssignmentRecord } from '#organisation';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import type { NotificationKind } from '../../domain/notification.js';
import { Notifications } from '../../persistence/notifications.js';

const kinds: Readonly<Record<string, NotificationKind>> = {
  'assignment.granted': 'assignment-granted',
  'assignment.deputyAppointed': 'deputy-appointed',
  'assignment.handedOver': 'assignment-handed-over',
  'assignment.ended': 'assignment-ended',
};

/** Tells whoever is entrusted with something, loses it, is deputised or stands in: each person what concerns them. */
@EventJob({ name: 'notify-of-assignment', on: Object.keys(kinds) })
export class NotifyOfAssignmentJob implements EventJobHandler {
  constructor(
    private readonly assignments: Assignments,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, message: OutboxMessage): Promise<void> {
    const assignment = await this.assignments.findAssignment(tx, message.recordId);
    const kind = kinds[message.event];
    if (assignment === null || kind === undefined) return;
    const isDeputy = assignment.deputyOf !== null;
    await this.tell(tx, message, isDeputy && kind === 'assignment-granted' ? 'deputyship-granted' : kind, assignment);
    // With the original itself its deputies end too; then there is nobody left to be told that nobody stands in.
    if (kind !== 'assignment-ended' || assignment.deputyOf === null || 'with' in message.data) return;
    const original = await this.assignments.findAssignment(tx, assignment.deputyOf);
    if (original !== null) await this.tell(tx, message, 'deputy-ended', original);
  }

  private async tell(tx: Tx, message: OutboxMessage, kind: NotificationKind, about: AssignmentRecord): Promise<void> {
    const { personId } = about;
    if (personId === message.actorPersonId) return;
    const because = `es um die Aufgabe „${labelOfAssignment(about)}“ geht`;
    const recipients = [{ personId, because }];
    const record = { recordKind: 'person', recordId: personId };
    await this.notifications.notify(tx, { messageId: message.id, kind, ...record, recipients });
  }
}
