import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import {
  CalendarFeedPayload,
  CalendarFeedTransitionInput,
  toCalendarFeedPayload,
} from '../../calendar-feed.graphql.js';
import { CalendarFeedTransitionHandler } from '../../calendar-feed-transition.handler.js';

@InputType()
export class RevokeCalendarFeedInput extends CalendarFeedTransitionInput {}

@ObjectType()
export class RevokeCalendarFeedPayload extends CalendarFeedPayload {}

@Resolver()
export class RevokeCalendarFeedResolver {
  constructor(private readonly transition: CalendarFeedTransitionHandler) {}

  @Mutation(() => RevokeCalendarFeedPayload, { description: 'From now on its address leads nowhere.' })
  async revokeCalendarFeed(
    @CurrentActor() actor: Actor,
    @Args('input') { feedId, expectedRevision }: RevokeCalendarFeedInput,
  ): Promise<RevokeCalendarFeedPayload> {
    const about = { feedId, expectedRevision, action: 'revokeCalendarFeed' } as const;
    return toCalendarFeedPayload(await this.transition.execute(actor, about));
  }
}
