import { Notifications } from '#notifications';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { ProcedureOffices } from '../../persistence/procedure-offices.js';

/** The chair above all: it hears what the rule determined. */
@EventJob({
  name: 'notify-of-end-of-written-procedure',
  on: [
    'writtenProcedure.adopted',
    'writtenProcedure.failed',
    'writtenProcedure.movedToSession',
    'writtenProcedure.withdrawn',
  ],
})
export class NotifyOfEndJob implements EventJobHandler {
  constructor(
    private readonly offices: ProcedureOffices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, recordKind, recordId, data }: OutboxMessage): Promise<void> {
    // What was never opened nobody was invited to.
    const wasOpened = data['from'] !== 'DRAFT';
    const recipients = wasOpened ? await this.offices.whoTakePart(tx) : await this.offices.whoOpen(tx);
    await this.notifications.notify(tx, {
      messageId: id,
      kind: 'written-procedure-ended',
      recordKind,
      recordId,
      recipients,
    });
  }
}
