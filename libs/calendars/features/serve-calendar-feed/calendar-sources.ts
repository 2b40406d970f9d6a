import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { CalendarDates } from '#conferences';
import { DeadlineListQuery } from '#deadlines';
import type { Actor } from '#organisation';
import { berlinDay, Clock, ZONE } from '#platform/clock';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import type { CalendarEntry } from '#platform/icalendar';
import type { CalendarFeed } from '../../domain/calendar-feed.js';
import { entriesOfConferences, entriesOfDeadlines, entriesOfSessions } from '../../feed-entries.js';

/** What is longer ago nobody looks up in a calendar. */
const MONTHS_BACK = 6;
/** More open deadlines nobody has; a runaway list must not fill a telephone. */
const MOST_DEADLINES = 200;

/** Sessions and deadlines, each read with the rights of the person. */
@Injectable()
export class CalendarSources {
  constructor(
    private readonly database: Database,
    private readonly dates: CalendarDates,
    private readonly deadlines: DeadlineListQuery,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async entriesFor(actor: Actor, { content }: CalendarFeed): Promise<readonly CalendarEntry[]> {
    const sessions = content === 'DEADLINES' ? [] : await this.sessionsFor(actor);
    const deadlines = content === 'SESSIONS' ? [] : await this.deadlinesOf(actor);
    return [...sessions, ...deadlines];
  }

  private async sessionsFor(actor: Actor): Promise<readonly CalendarEntry[]> {
    const now = DateTime.fromJSDate(this.clock.now(), { zone: ZONE });
    const since = berlinDay(now.minus({ months: MONTHS_BACK }).toJSDate());
    const { publicUrl } = this.config;
    return this.database.read(actor, async (tx) => [
      ...entriesOfConferences(await this.dates.conferencesSince(tx, since), publicUrl),
      ...entriesOfSessions(await this.dates.sessionsSince(tx, since), publicUrl),
    ]);
  }

  private async deadlinesOf(actor: Actor): Promise<readonly CalendarEntry[]> {
    const { nodes } = await this.deadlines.ofActor(actor, { first: MOST_DEADLINES });
    return entriesOfDeadlines(nodes, this.config.publicUrl);
  }
}
