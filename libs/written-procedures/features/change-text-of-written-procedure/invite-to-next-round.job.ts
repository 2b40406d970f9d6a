import { Notifications } from '#notifications';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { ProcedureOffices } from '../../persistence/procedure-offices.js';

/** Whoever has voted on the earlier text has to vote anew. */
@EventJob({ name: 'invite-to-next-round', on: ['writtenProcedure.textChanged'] })
export class InviteToNextRoundJob implements EventJobHandler {
  constructor(
    private readonly offices: ProcedureOffices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, recordKind, recordId }: OutboxMessage): Promise<void> {
    const recipients = await this.offices.whoVote(tx);
    await this.notifications.notify(tx, {
      messageId: id,
      kind: 'written-procedure-restarted',
      recordKind,
      recordId,
      recipients,
    });
  }
}
