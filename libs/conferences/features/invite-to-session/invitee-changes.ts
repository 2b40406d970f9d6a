import { Injectable } from '@nestjs/common';
import { v5 as uuidv5 } from 'uuid';
import { CalendarHolders, Notifications } from '#notifications';
import { berlinDay, Clock } from '#platform/clock';
import type { ReadTx, Tx } from '#platform/database';
import { factsOfSession } from '../../calendar-facts.js';
import { sessionLifecycle } from '../../domain/session-lifecycle.js';
import { CalendarDates } from '../../persistence/calendar-dates.js';
import { NEWS_OF_SESSIONS } from './notify-participants-of-session.job.js';
import { SessionInvitees } from './session-invitees.js';

const { kind: recordKind } = sessionLifecycle.record;

/**
 * Whoever comes to belong to a session after the invitation went out is invited to it as it stands; whoever does not
 * belong to it any more before it meets is told so, and has it taken out of the calendar.
 *
 * What a calendar was told is kept with the notification that told it. The next one is named by how many there were
 * before: of two runs that find the same change at once only one tells of it, by the key `notifications_once`.
 */
@Injectable()
export class InviteeChanges {
  constructor(
    private readonly dates: CalendarDates,
    private readonly invitees: SessionInvitees,
    private readonly holders: CalendarHolders,
    private readonly notifications: Notifications,
    private readonly clock: Clock,
  ) {}

  /** Sessions to which somebody was invited and that did not begin yet. */
  async sessionsToCome(tx: ReadTx): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM sessions WHERE state IN ('PLANNED', 'INVITED') AND ends_on >= $1
         AND EXISTS (SELECT FROM session_invitations WHERE session_id = sessions.id)
       ORDER BY starts_on, id`,
      [berlinDay(this.clock.now())],
    );
    return rows.map(({ id }) => id);
  }

  async follow(tx: Tx, sessionId: string): Promise<void> {
    if (!(await this.isAtRest(tx, sessionId))) return;
    const found = await this.dates.sessionOf(tx, sessionId);
    if (found === null) return;
    const { state, bodies } = found.session;
    // The mail says less than the last one about an unchanged session; by its later instant calendars believe it.
    const changedAt = this.clock.now().toISOString();
    const facts = { ...factsOfSession(found.session, found.conference), changedAt };
    const entitled = await this.invitees.ofBodies(tx, bodies);
    const entries = await this.holders.entriesOf(tx, sessionId);
    const about = (personId: string) => ({
      ...{ recordKind, recordId: sessionId },
      messageId: uuidv5(`calendar entry ${entries.get(personId)?.told ?? 0}`, sessionId),
    });
    for (const [personId, { event: held }] of entries) {
      if (held.method === 'CANCEL' || entitled.has(personId)) continue;
      const recipients = [{ personId, because: 'Sie zu dieser Sitzung eingeladen waren' }];
      const calendarEvent = { ...held, method: 'CANCEL' as const, sequence: facts.sequence, changedAt };
      await this.notifications.notify(tx, { ...about(personId), kind: 'session-uninvited', recipients, calendarEvent });
    }
    // Between an invitation that does not hold any more and the next one nobody new is invited: the next one reaches them.
    if (state !== 'INVITED') return;
    for (const [personId, recipient] of entitled) {
      if (entries.get(personId)?.event.method === 'REQUEST') continue;
      const calendarEvent = { ...facts, method: 'REQUEST' as const };
      const news = { kind: 'session-invited' as const, recipients: [recipient], calendarEvent };
      await this.notifications.notify(tx, { ...about(personId), ...news });
    }
  }

  /**
   * Whether the session still awaits its day, is not being changed at this moment, and everybody was told of the last
   * change; it stays so until commit. News under way reach whoever belongs to it by then; the next run sees the rest.
   */
  private async isAtRest(tx: Tx, sessionId: string): Promise<boolean> {
    const locked = await tx.query(
      `SELECT FROM sessions WHERE id = $1 AND state IN ('PLANNED', 'INVITED') FOR SHARE SKIP LOCKED`,
      [sessionId],
    );
    if (locked.length === 0) return false;
    const underWay = await tx.query(
      `SELECT FROM outbox WHERE record_kind = $1 AND record_id = $2 AND event = ANY ($3::text[]) AND done_at IS NULL
         AND NOT EXISTS (SELECT FROM job_deliveries WHERE outbox_id = outbox.id AND job_name = $4
           AND state IN ('DONE', 'DISCARDED')) LIMIT 1`,
      [recordKind, sessionId, NEWS_OF_SESSIONS.on, NEWS_OF_SESSIONS.name],
    );
    return underWay.length === 0;
  }
}
