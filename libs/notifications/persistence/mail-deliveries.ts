import { Injectable } from '@nestjs/common';
import { PersonEntity } from '#organisation';
import type { ReadTx, Tx } from '#platform/database';
import type { CalendarEvent } from '../domain/calendar-event.js';
import type { NotificationKind } from '../domain/notification.js';
import { isForReaders } from '../domain/notification-channel.js';
import type { NotificationMailInput } from '../domain/notification-mail.js';

interface NotificationRow {
  readonly kind: NotificationKind;
  readonly recordKind: string;
  readonly recordId: string;
  readonly because: string;
  readonly recipientId: string;
  readonly calendarEvent: CalendarEvent | null;
  readonly threadId: string;
  readonly mayRead: boolean;
}

/** What a mail is made of, and whom it is for. */
export interface MailToSend extends NotificationMailInput {
  readonly personId: string;
}

/** Which notification went out as a mail. One row per notification, locked while its mail is under way. */
@Injectable()
export class MailDeliveries {
  /** What the mail is made of. Null when the person is not known any more, or may not read by now what it leads to. */
  async find(tx: ReadTx, notificationId: string, now: Date): Promise<MailToSend | null> {
    const [row] = await tx.prepared<NotificationRow>(
      'notification-to-mail',
      `SELECT kind, record_kind AS "recordKind", record_id AS "recordId", because, recipient_id AS "recipientId",
         calendar_event AS "calendarEvent", coalesce(thread_id, thread_of_record(record_kind, record_id)) AS "threadId",
         coalesce(audience_of_record(record_kind, record_id)
           && audience_of_person(recipient_id, ($2::timestamptz AT TIME ZONE 'Europe/Berlin')::date), true) AS "mayRead"
       FROM notifications WHERE id = $1`,
      [notificationId, now],
    );
    if (row === undefined) return null;
    const { recipientId, mayRead, ...facts } = row;
    if (!mayRead && isForReaders(facts.kind)) return null;
    const person = await tx.repository(PersonEntity).findOneBy({ id: recipientId });
    if (person === null) return null;
    return { notificationId, ...facts, personId: recipientId, recipient: { name: person.name, address: person.mail } };
  }

  /** Takes the mail until the end of the transaction. False when it has been sent. */
  async claim(tx: Tx, notificationId: string, address: string): Promise<boolean> {
    await tx.execute(
      `INSERT INTO mail_deliveries (notification_id, address, state) VALUES ($1, $2, 'PENDING')
       ON CONFLICT ON CONSTRAINT mail_deliveries_once DO NOTHING`,
      [notificationId, address],
    );
    const [delivery] = await tx.query<{ state: string }>(
      'SELECT state FROM mail_deliveries WHERE notification_id = $1 FOR UPDATE',
      [notificationId],
    );
    return delivery?.state !== 'SENT';
  }

  async markSent(tx: Tx, notificationId: string, now: Date): Promise<void> {
    await tx.execute(
      `UPDATE mail_deliveries SET state = 'SENT', error = NULL, finished_at = $2 WHERE notification_id = $1`,
      [notificationId, now],
    );
  }

  async markFailed(tx: Tx, notificationId: string, error: string, now: Date): Promise<void> {
    await tx.execute(
      `UPDATE mail_deliveries SET state = 'FAILED', error = $2, finished_at = $3
       WHERE notification_id = $1 AND state <> 'SENT'`,
      [notificationId, error, now],
    );
  }
}
