import { Notifications } from '#notifications';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { ProcedureOffices } from '../../persistence/procedure-offices.js';

/** Whoever chairs opens the procedure, or gives it back. */
@EventJob({ name: 'notify-chair-of-written-request', on: ['writtenProcedure.requested'] })
export class NotifyChairOfRequestJob implements EventJobHandler {
  constructor(
    private readonly offices: ProcedureOffices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, recordKind, recordId }: OutboxMessage): Promise<void> {
    const recipients = await this.offices.whoOpen(tx);
    await this.notifications.notify(tx, {
      messageId: id,
      kind: 'written-procedure-requested',
      recordKind,
      recordId,
      recipients,
    });
  }
}
