import { Injectable } from '@nestjs/common';
import type { ReadTx } from '#platform/database';
import type { CalendarEvent } from '../domain/calendar-event.js';

/** What somebody's calendar was told of a meeting, by mail. */
export interface CalendarEntry {
  /** What the last mail said. */
  readonly event: CalendarEvent;
  /** How many mails there were. */
  readonly told: number;
}

/** Who has a meeting in the calendar because a mail put it there. */
@Injectable()
export class CalendarHolders {
  /** Those whose last mail about the record did not take it out again, each with what that mail said. */
  async holdersOf(tx: ReadTx, recordId: string): Promise<ReadonlyMap<string, CalendarEvent>> {
    const entries = [...(await this.entriesOf(tx, recordId))].filter(([, { event }]) => event.method === 'REQUEST');
    return new Map(entries.map(([personId, { event }]) => [personId, event]));
  }

  /** Everybody whose calendar was ever told of the record, whether or not it is still there. */
  async entriesOf(tx: ReadTx, recordId: string): Promise<ReadonlyMap<string, CalendarEntry>> {
    const rows = await tx.query<CalendarEntry & { personId: string }>(
      `SELECT DISTINCT ON (recipient_id) recipient_id AS "personId", calendar_event AS event,
         (count(*) OVER (PARTITION BY recipient_id))::int AS told
       FROM notifications WHERE record_id = $1 AND calendar_event IS NOT NULL
       ORDER BY recipient_id, id DESC`,
      [recordId],
    );
    return new Map(rows.map(({ personId, ...entry }) => [personId, entry]));
  }
}
