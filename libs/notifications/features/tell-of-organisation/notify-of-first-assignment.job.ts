import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { Notifications } from '../../persistence/notifications.js';

/** Whoever an administrator at the server entrusts with a role: the event is one of the person. */
@EventJob({ name: 'notify-of-first-assignment', on: ['person.assigned'] })
export class NotifyOfFirstAssignmentJob implements EventJobHandler {
  constructor(private readonly notifications: Notifications) {}

  async run(tx: Tx, { id, recordKind, recordId }: OutboxMessage): Promise<void> {
    const recipients = [{ personId: recordId, because: 'die Aufgabe Ihnen gilt' }];
    const kind = 'assignment-granted';
    await this.notifications.notify(tx, { messageId: id, kind, recordKind, recordId, recipients });
  }
}
