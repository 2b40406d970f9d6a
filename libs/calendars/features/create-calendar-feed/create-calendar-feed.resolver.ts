import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { CalendarContent } from '#glossary';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { CalendarContentEnum, IssuedCalendarFeedPayload, toCalendarFeedPayload } from '../../calendar-feed.graphql.js';
import { CalendarFeedTransitionHandler } from '../../calendar-feed-transition.handler.js';

@InputType()
export class CreateCalendarFeedInput {
  @Field(() => String, { description: 'To tell one subscription from another: "Telefon".' }) name!: string;
  @Field(() => CalendarContentEnum) content!: CalendarContent;
}

@ObjectType()
export class CreateCalendarFeedPayload extends IssuedCalendarFeedPayload {}

@Resolver()
export class CreateCalendarFeedResolver {
  constructor(private readonly transition: CalendarFeedTransitionHandler) {}

  @Mutation(() => CreateCalendarFeedPayload, { description: 'Gives the viewer a calendar with an address of its own.' })
  async createCalendarFeed(
    @CurrentActor() actor: Actor,
    @Args('input') input: CreateCalendarFeedInput,
  ): Promise<CreateCalendarFeedPayload> {
    return toCalendarFeedPayload(
      await this.transition.execute(actor, { feedId: null, action: 'createCalendarFeed', input }),
    );
  }
}
