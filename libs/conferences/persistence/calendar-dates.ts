import { Injectable } from '@nestjs/common';
import type { ReadTx } from '#platform/database';
import type { ConferenceInCalendar, SessionInCalendar } from '../calendar-facts.js';
import { sessionColumns } from './conference-rows.js';

export interface DatedSession {
  readonly session: SessionInCalendar;
  readonly conference: ConferenceInCalendar;
  /** When it was last changed, as far as the reader may know. */
  readonly changedAt: Date | null;
}

export interface DatedConference {
  readonly conference: ConferenceInCalendar;
  readonly changedAt: Date | null;
}

type ConferenceRow = ConferenceInCalendar & { readonly changedAt: Date | null };

const conferenceColumns = `id, names, number, season, year, place, starts_on::text AS "startsOn",
  ends_on::text AS "endsOn", state, revision`;
const changedAt = (kind: string, id: string): string =>
  `(SELECT max(occurred_at) FROM history WHERE record_kind = '${kind}' AND record_id = ${id}) AS "changedAt"`;

/** What calendars show: the sessions and conferences that the reader may see. */
@Injectable()
export class CalendarDates {
  /** Null when there is no such session, or the reader may not see it. */
  async sessionOf(tx: ReadTx, sessionId: string): Promise<DatedSession | null> {
    const [found] = await this.sessions(tx, 'id = $1', sessionId);
    return found ?? null;
  }

  /** Those that end on this day or later, in their order; cancelled ones too. */
  async sessionsSince(tx: ReadTx, day: string): Promise<readonly DatedSession[]> {
    return this.sessions(tx, 'ends_on >= $1', day);
  }

  /** Those that end on this day or later and have no main session yet that would stand for them. */
  async conferencesSince(tx: ReadTx, day: string): Promise<readonly DatedConference[]> {
    const rows = await tx.query<ConferenceRow>(
      `SELECT ${conferenceColumns}, ${changedAt('conference', 'conferences.id')} FROM conferences
       WHERE ends_on >= $1 AND NOT EXISTS (SELECT FROM sessions WHERE conference_id = conferences.id
         AND body_code = 'MAIN_CONFERENCE' AND (sessions.state <> 'CANCELLED' OR conferences.state = 'CANCELLED'))
       ORDER BY starts_on, id`,
      [day],
    );
    return rows.map(({ changedAt: at, ...conference }) => ({ conference, changedAt: at }));
  }

  private async sessions(tx: ReadTx, condition: string, value: string): Promise<readonly DatedSession[]> {
    return tx.query<DatedSession>(
      `SELECT to_jsonb(session) AS session, to_jsonb(conference) AS conference, ${changedAt('session', 'session.id')}
       FROM (SELECT ${sessionColumns} FROM sessions WHERE ${condition}) AS session
         JOIN (SELECT ${conferenceColumns} FROM conferences) AS conference ON conference.id = session."conferenceId"
       ORDER BY session."startsOn", session.id`,
      [value],
    );
  }
}
