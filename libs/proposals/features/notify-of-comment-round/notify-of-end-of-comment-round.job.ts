import { Notifications } from '#notifications';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { CommentRoundOffices } from '../../persistence/comment-round-offices.js';

/** Whoever asked reads the answers now; whoever was asked need not answer any more. */
@EventJob({
  name: 'notify-of-end-of-comment-round',
  on: ['commentRound.closed', 'commentRound.ended', 'commentRound.withdrawn', 'commentRound.superseded'],
})
export class NotifyOfEndOfCommentRoundJob implements EventJobHandler {
  constructor(
    private readonly offices: CommentRoundOffices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, recordKind, recordId }: OutboxMessage): Promise<void> {
    const recipients = await this.offices.whoTakePart(tx, recordId);
    const told = { messageId: id, kind: 'comment-round-closed', recordKind, recordId } as const;
    await this.notifications.notify(tx, { ...told, recipients });
  }
}
