import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import { Database } from '#platform/database';
import { decodeCursor, encodeCursor, pageLength } from '#platform/graphql';
import type { NotificationKind } from '../../domain/notification.js';
import { pathOf } from '../../domain/notification-path.js';
import { textOf } from '../../domain/notification-text.js';
import type { NotificationConnectionType, NotificationType } from '../../notification.graphql.js';
import { countUnread } from '../../persistence/unread-notifications.js';

interface NotificationRow {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly recordKind: string;
  readonly recordId: string;
  readonly because: string;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

@Injectable()
export class NotificationListQuery {
  constructor(private readonly database: Database) {}

  /** The newest first; ids grow with time. */
  async execute(actor: Actor, first: number, after: string | null): Promise<NotificationConnectionType> {
    const length = pageLength(first);
    const [before = null] = after === null ? [] : decodeCursor(after, 1);
    return this.database.read(actor, async (tx) => {
      const rows = await tx.prepared<NotificationRow>(
        'list-notifications',
        `SELECT id, kind, record_kind AS "recordKind", record_id AS "recordId", because, created_at AS "createdAt",
                read_at AS "readAt"
         FROM notifications WHERE recipient_id = $1 AND ($2::uuid IS NULL OR id < $2::uuid) ORDER BY id DESC LIMIT $3`,
        [actor.personId, before, length + 1],
      );
      const shown = rows.slice(0, length);
      const last = shown.at(-1);
      return {
        nodes: shown.map(toNotificationType),
        pageInfo: { hasNextPage: rows.length > length, endCursor: last === undefined ? null : encodeCursor([last.id]) },
        unread: await countUnread(tx, actor.personId),
      };
    });
  }

  async countUnread(actor: Actor): Promise<number> {
    return this.database.read(actor, (tx) => countUnread(tx, actor.personId));
  }
}

function toNotificationType({ recordKind, recordId, ...row }: NotificationRow): NotificationType {
  return { ...row, text: textOf(row.kind).sentence, link: pathOf(recordKind, recordId) };
}
