import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { countUnread } from '../../persistence/unread-notifications.js';

@Injectable()
export class MarkNotificationsReadHandler {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Marks those of the ids that are the actor's own; answers how many are unread after that. */
  async execute(actor: Actor, ids: readonly string[]): Promise<number> {
    return this.database.write(actor, async (tx) => {
      await tx.execute(
        `UPDATE notifications SET read_at = $3
         WHERE recipient_id = $1 AND id::text = ANY ($2::text[]) AND read_at IS NULL`,
        [actor.personId, ids, this.clock.now()],
      );
      return countUnread(tx, actor.personId);
    });
  }
}
