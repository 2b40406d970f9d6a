import { Field, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { Database, listHistory } from '#platform/database';
import {
  AvailableActionType,
  CurrentActor,
  CurrentContext,
  HistoryEntryType,
  loadAsActor,
  type RequestContext,
} from '#platform/graphql';
import { eventLabels, type ActionAvailability } from '#platform/lifecycle';
import { CalendarFeedType, toCalendarFeedType } from '../../calendar-feed.graphql.js';
import { CalendarFeedTransitionHandler } from '../../calendar-feed-transition.handler.js';
import { actionsOn, beginningOf, calendarFeedLifecycle } from '../../domain/calendar-feed-lifecycle.js';
import { feedCapacityNames, type CalendarFeed, type FeedCapacity } from '../../domain/calendar-feed.js';
import { CalendarFeeds } from '../../persistence/calendar-feed.repository.js';

const HISTORY = Symbol('history of calendar feeds');
const labels = eventLabels(calendarFeedLifecycle);

@ObjectType('CalendarFeedList', { description: 'A handful at most.' })
export class CalendarFeedListType {
  @Field(() => [CalendarFeedType]) nodes!: readonly CalendarFeedType[];
  @Field(() => [AvailableActionType], { description: 'What the viewer may begin here; for the rest, why not.' })
  availableActions!: readonly ActionAvailability[];
}

/** What the viewer has subscribed to. Nobody else's is ever shown to anybody. */
@Resolver(() => CalendarFeedType)
export class CalendarFeedsResolver {
  constructor(
    private readonly database: Database,
    private readonly feeds: CalendarFeeds,
    private readonly transition: CalendarFeedTransitionHandler,
  ) {}

  @Query(() => CalendarFeedListType, { description: 'The subscriptions of the viewer that are not revoked.' })
  async calendarFeeds(@CurrentActor() actor: Actor): Promise<CalendarFeedListType> {
    const own = await this.database.read(actor, (tx) => this.feeds.listOwn(tx, actor.personId));
    const context = this.transition.contextOf(actor, own, null);
    return { nodes: own.map(toCalendarFeedType), availableActions: [beginningOf(context)] };
  }

  @ResolveField(() => [AvailableActionType], { description: 'What the viewer may do now; for the rest, why not.' })
  availableActions(
    @Parent() { name, content, state, createdAt, issuedAt, fetchedAt, id, revision }: CalendarFeedType,
    @CurrentActor() actor: Actor,
  ): readonly ActionAvailability[] {
    const feed: CalendarFeed = {
      ...{ name, content, state, createdAt, issuedAt, fetchedAt, id, revision },
      personId: actor.personId ?? '',
    };
    return actionsOn(feed, this.transition.contextOf(actor, [], null));
  }

  @ResolveField(() => [HistoryEntryType])
  async history(
    @Parent() { id }: CalendarFeedType,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly HistoryEntryType[]> {
    const asked = {
      key: HISTORY,
      id,
      batch: (tx: Parameters<typeof listHistory>[0], ids: readonly string[]) => listHistory(tx, 'calendarFeed', ids),
    };
    const entries = (await loadAsActor(this.database, context, asked)) ?? [];
    return entries.map((entry) => ({
      ...entry,
      label: labels.get(entry.event) ?? entry.event,
      capacityLabel: feedCapacityNames[entry.capacity as FeedCapacity],
    }));
  }
}
