import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { berlinDay } from '#platform/clock';
import type { ReadTx } from '#platform/database';

/** A session as its minutes see it. */
export interface MinutesSession {
  readonly id: string;
  readonly conferenceId: string;
  readonly isOver: boolean;
}

interface SessionRow {
  readonly id: string;
  readonly conferenceId: string;
  readonly endsOn: string;
  readonly state: string;
}

/** Sessions that have minutes: those of the main conference, whose agenda they are written from. */
@Injectable()
export class MinutesSessions {
  async findSession(tx: ReadTx, id: string, now: Date): Promise<MinutesSession | null> {
    if (!isUuid(id)) return null;
    const [row] = await tx.prepared<SessionRow>(
      'session-with-minutes',
      `SELECT id, conference_id AS "conferenceId", ends_on::text AS "endsOn", state FROM sessions
       WHERE id = $1 AND body_code = 'MAIN_CONFERENCE'`,
      [id],
    );
    return row === undefined ? null : sessionOf(row, now);
  }

  async sessionsByConferences(
    tx: ReadTx,
    conferenceIds: readonly string[],
    now: Date,
  ): Promise<ReadonlyMap<string, readonly MinutesSession[]>> {
    const rows = await tx.prepared<SessionRow>(
      'sessions-with-minutes',
      `SELECT id, conference_id AS "conferenceId", ends_on::text AS "endsOn", state FROM sessions
       WHERE conference_id = ANY ($1::uuid[]) AND body_code = 'MAIN_CONFERENCE' AND state <> 'CANCELLED'
       ORDER BY starts_on, id`,
      [conferenceIds],
    );
    const sessions = rows.map((row) => sessionOf(row, now));
    return new Map(conferenceIds.map((id) => [id, sessions.filter(({ conferenceId }) => conferenceId === id)]));
  }
}

const OVER: ReadonlySet<string> = new Set(['CONCLUDED', 'MINUTES_DRAFT', 'MINUTES_AGREED']);

/** What nobody has opened is over with its last day. */
function sessionOf({ id, conferenceId, endsOn, state }: SessionRow, now: Date): MinutesSession {
  return { id, conferenceId, isOver: OVER.has(state) || (state === 'PLANNED' && berlinDay(now) > endsOn) };
}
