import { Notifications } from '#notifications';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { ProcedureOffices } from '../../persistence/procedure-offices.js';

/** The invitation itself, with rule and deadline, is behind the link. */
@EventJob({ name: 'invite-to-written-procedure', on: ['writtenProcedure.started'] })
export class InviteToWrittenProcedureJob implements EventJobHandler {
  constructor(
    private readonly offices: ProcedureOffices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, recordKind, recordId }: OutboxMessage): Promise<void> {
    const recipients = await this.offices.whoVote(tx);
    await this.notifications.notify(tx, {
      messageId: id,
      kind: 'written-procedure-started',
      recordKind,
      recordId,
      recipients,
    });
  }
}
