import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { CalendarContent } from '#glossary';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import {
  CalendarContentEnum,
  CalendarFeedPayload,
  CalendarFeedTransitionInput,
  toCalendarFeedPayload,
} from '../../calendar-feed.graphql.js';
import { CalendarFeedTransitionHandler } from '../../calendar-feed-transition.handler.js';

@InputType()
export class ChangeCalendarFeedInput extends CalendarFeedTransitionInput {
  @Field(() => String, { nullable: true, description: 'Left out, it keeps its name.' }) name?: string | null;
  @Field(() => CalendarContentEnum, { nullable: true, description: 'Left out, it shows what it showed.' })
  content?: CalendarContent | null;
}

@ObjectType()
export class ChangeCalendarFeedPayload extends CalendarFeedPayload {}

@Resolver()
export class ChangeCalendarFeedResolver {
  constructor(private readonly transition: CalendarFeedTransitionHandler) {}

  @Mutation(() => ChangeCalendarFeedPayload, { description: 'Changes what it shows; its address stays.' })
  async changeCalendarFeed(
    @CurrentActor() actor: Actor,
    @Args('input') { feedId, expectedRevision, ...input }: ChangeCalendarFeedInput,
  ): Promise<ChangeCalendarFeedPayload> {
    const about = { feedId, expectedRevision, action: 'changeCalendarFeed' } as const;
    return toCalendarFeedPayload(await this.transition.execute(actor, { ...about, input }));
  }
}
