import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { newId, type Tx } from '#platform/database';
import { appendToOutbox } from '#platform/outbox';
import type { NotificationMessage, Recipient } from '../domain/notification.js';

@Injectable()
export class Notifications {
  constructor(private readonly clock: Clock) {}

  /** Tells each recipient once, however often it is called for the same message; the mail follows after the commit. */
  async notify(tx: Tx, message: NotificationMessage): Promise<void> {
    for (const recipient of message.recipients) await this.tell(tx, message, recipient);
  }

  private async tell(tx: Tx, message: NotificationMessage, { personId, because }: Recipient): Promise<void> {
    const occurredAt = this.clock.now();
    const { messageId, kind, recordKind, recordId } = message;
    const created = await tx.query<{ id: string }>(
      `INSERT INTO notifications (id, message_id, recipient_id, kind, record_kind, record_id, because, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT ON CONSTRAINT notifications_once DO NOTHING RETURNING id`,
      [newId(), messageId, personId, kind, recordKind, recordId, because, occurredAt],
    );
    for (const { id } of created) {
      const event = { event: 'notification.created', recordKind: 'notification', recordId: id };
      await appendToOutbox(tx, { ...event, data: { kind }, occurredAt });
    }
  }
}
