import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { newId, type Tx } from '#platform/database';
import { appendAllToOutbox } from '#platform/outbox';
import type { NotificationMessage } from '../domain/notification.js';
import { channelsOf, isForReaders, isMandatory, usualChannelOf } from '../domain/notification-channel.js';

@Injectable()
export class Notifications {
  constructor(private readonly clock: Clock) {}

  /**
   * Tells each recipient once, however often it is called for the same message, in the way each has chosen; what goes
   * by mail follows after the commit. Whoever may not read the record is not told of it, and nobody of their own act
   * unless it has to be known in any case.
   */
  async notify(tx: Tx, message: NotificationMessage): Promise<void> {
    const { messageId, kind, recordKind, recordId, recipients, calendarEvent } = message;
    const now = this.clock.now();
    const told = await tx.query<{ id: string; channel: string }>(
      `INSERT INTO notifications
         (id, message_id, recipient_id, kind, record_kind, record_id, because, created_at, channel, calendar_event,
          thread_id)
       SELECT recipient.id, $1, recipient.person_id, $2, $3, $4, recipient.because, $5, chosen.channel, $11::jsonb,
         thread_of_record($3, $4)
       FROM unnest($6::uuid[], $7::uuid[], $8::text[]) AS recipient (id, person_id, because)
         CROSS JOIN (SELECT audience_of_record($3, $4) AS audience) AS readers
         LEFT JOIN notification_preferences AS preference
           ON preference.person_id = recipient.person_id AND preference.kind = $2 AND preference.channel = ANY ($9::text[])
         CROSS JOIN LATERAL (SELECT coalesce(preference.channel, $10) AS channel) AS chosen
         LEFT JOIN outbox AS cause ON cause.id = $1
       WHERE chosen.channel <> 'NONE' AND ($12 OR recipient.person_id IS DISTINCT FROM cause.actor_person_id)
         AND (NOT $13 OR coalesce(readers.audience
           && audience_of_person(recipient.person_id, ($5::timestamptz AT TIME ZONE 'Europe/Berlin')::date), true))
       ON CONFLICT ON CONSTRAINT notifications_once DO NOTHING RETURNING id, channel`,
      [
        ...[messageId, kind, recordKind, recordId, now],
        recipients.map(() => newId()),
        recipients.map(({ personId }) => personId),
        recipients.map(({ because }) => because),
        ...[channelsOf(kind), usualChannelOf(kind)],
        calendarEvent === undefined ? null : JSON.stringify(calendarEvent),
        ...[isMandatory(kind), isForReaders(kind)],
      ],
    );
    const about = { event: 'notification.created', recordKind: 'notification', data: { kind }, occurredAt: now };
    const mails = told.filter(({ channel }) => channel === 'MAIL');
    await appendAllToOutbox(
      tx,
      mails.map(({ id }) => ({ ...about, recordId: id })),
    );
  }
}
