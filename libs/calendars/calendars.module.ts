import { Module } from '@nestjs/common';
import { ConferencesModule } from '#conferences';
import { DeadlinesModule } from '#deadlines';
import { OrganisationModule } from '#organisation';
import { CalendarFeedTransitionHandler } from './calendar-feed-transition.handler.js';
import { ChangeCalendarFeedResolver } from './features/change-calendar-feed/change-calendar-feed.resolver.js';
import { CreateCalendarFeedResolver } from './features/create-calendar-feed/create-calendar-feed.resolver.js';
import { CalendarFeedsResolver } from './features/list-calendar-feeds/calendar-feeds.resolver.js';
import { RenewCalendarFeedResolver } from './features/renew-calendar-feed/renew-calendar-feed.resolver.js';
import { RevokeCalendarFeedResolver } from './features/revoke-calendar-feed/revoke-calendar-feed.resolver.js';
import { CalendarFeedController } from './features/serve-calendar-feed/calendar-feed.controller.js';
import { CalendarFeedQuery } from './features/serve-calendar-feed/calendar-feed.query.js';
import { CalendarSources } from './features/serve-calendar-feed/calendar-sources.js';
import { FetchLimit } from './features/serve-calendar-feed/fetch-limit.js';
import { CalendarFeeds } from './persistence/calendar-feed.repository.js';

/** Calendars out of the house: what a person may see of sessions and deadlines, in the person's own calendar. */
@Module({
  imports: [OrganisationModule, DeadlinesModule, ConferencesModule],
  controllers: [CalendarFeedController],
  providers: [
    CalendarFeeds,
    CalendarFeedTransitionHandler,
    CalendarFeedsResolver,
    ChangeCalendarFeedResolver,
    CreateCalendarFeedResolver,
    RenewCalendarFeedResolver,
    RevokeCalendarFeedResolver,
    CalendarFeedQuery,
    CalendarSources,
    FetchLimit,
  ],
})
export class CalendarsModule {}
