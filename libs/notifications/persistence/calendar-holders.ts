import { Injectable } from '@nestjs/common';
import type { ReadTx } from '#platform/database';
import type { CalendarEvent } from '../domain/calendar-event.js';

/** Who has a meeting in the calendar because a mail put it there. */
@Injectable()
export class CalendarHolders {
  /** Those whose last mail about the record did not take it out again, each with what that mail said. */
  async holdersOf(tx: ReadTx, recordId: string): Promise<ReadonlyMap<string, CalendarEvent>> {
    const rows = await tx.query<{ personId: string; event: CalendarEvent }>(
      `SELECT DISTINCT ON (recipient_id) recipient_id AS "personId", calendar_event AS event
       FROM notifications WHERE record_id = $1 AND calendar_event IS NOT NULL
       ORDER BY recipient_id, id DESC`,
      [recordId],
    );
    const holding = rows.filter(({ event }) => event.method === 'REQUEST');
    return new Map(holding.map(({ personId, event }) => [personId, event]));
  }
}
