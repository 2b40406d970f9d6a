import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import {
  CalendarFeedTransitionInput,
  IssuedCalendarFeedPayload,
  toCalendarFeedPayload,
} from '../../calendar-feed.graphql.js';
import { CalendarFeedTransitionHandler } from '../../calendar-feed-transition.handler.js';

@InputType()
export class RenewCalendarFeedInput extends CalendarFeedTransitionInput {}

@ObjectType()
export class RenewCalendarFeedPayload extends IssuedCalendarFeedPayload {}

@Resolver()
export class RenewCalendarFeedResolver {
  constructor(private readonly transition: CalendarFeedTransitionHandler) {}

  @Mutation(() => RenewCalendarFeedPayload, { description: 'Gives it another address; the former one leads nowhere.' })
  async renewCalendarFeed(
    @CurrentActor() actor: Actor,
    @Args('input') { feedId, expectedRevision }: RenewCalendarFeedInput,
  ): Promise<RenewCalendarFeedPayload> {
    const about = { feedId, expectedRevision, action: 'renewCalendarFeed' } as const;
    return toCalendarFeedPayload(await this.transition.execute(actor, about));
  }
}
