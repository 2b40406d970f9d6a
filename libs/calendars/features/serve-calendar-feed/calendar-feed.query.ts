import { Injectable } from '@nestjs/common';
import { ActorDirectory, SYSTEM } from '#organisation';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { writeCalendar } from '#platform/icalendar';
import { hasRightToContent } from '../../content-rights.js';
import { CalendarFeeds } from '../../persistence/calendar-feed.repository.js';
import { CalendarSources } from './calendar-sources.js';

/** What somebody reads who knows the address: what the person may see at this moment, and nothing of the past. */
@Injectable()
export class CalendarFeedQuery {
  constructor(
    private readonly database: Database,
    private readonly feeds: CalendarFeeds,
    private readonly people: ActorDirectory,
    private readonly sources: CalendarSources,
    private readonly clock: Clock,
  ) {}

  /** The calendar as a file. Null: unknown, taken back, or of somebody who may see nothing any more. */
  async read(token: string): Promise<string | null> {
    const found = await this.database.read(SYSTEM, async (tx) => {
      const feed = await this.feeds.findByToken(tx, token);
      const actor = feed === null ? null : await this.people.actorIn(tx, feed.personId);
      return feed === null || actor === null ? null : { feed, actor };
    });
    if (found === null || !hasRightToContent(found.actor)) return null;
    const entries = await this.sources.entriesFor(found.actor, found.feed);
    const now = this.clock.now();
    await this.database.write(SYSTEM, (tx) => this.feeds.noteFetched(tx, found.feed.id, now));
    return writeCalendar({ name: 'Konferenzmappe', entries });
  }
}
