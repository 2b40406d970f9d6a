import { Notifications } from '#notifications';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { CommentRoundOffices } from '../../persistence/comment-round-offices.js';

/** The question and its deadline are behind the link. */
@EventJob({ name: 'notify-asked-of-comment-round', on: ['commentRound.opened', 'commentRound.extended'] })
export class NotifyAskedOfCommentRoundJob implements EventJobHandler {
  constructor(
    private readonly offices: CommentRoundOffices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, event, recordKind, recordId }: OutboxMessage): Promise<void> {
    const recipients = await this.offices.whoIsAsked(tx, recordId);
    const kind = event === 'commentRound.opened' ? 'comment-round-opened' : 'comment-round-extended';
    await this.notifications.notify(tx, { messageId: id, kind, recordKind, recordId, recipients });
  }
}
