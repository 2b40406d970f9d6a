import { Args, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor, DayScalar, RefusalType, orNotFound } from '#platform/graphql';
import { ConferenceChangeInput, ConferencePayload, toConferencePayload } from '../../conference.graphql.js';
import type { MovedDay } from '../../domain/conference-change.js';
import { RescheduleConferenceHandler, type ReschedulingPreview } from './reschedule-conference.handler.js';

@InputType()
export class RescheduleConferenceInput extends ConferenceChangeInput {
  @Field(() => DayScalar) startsOn!: string;
  @Field(() => DayScalar) endsOn!: string;
  @Field(() => String) reason!: string;
}

@ObjectType()
export class RescheduleConferencePayload extends ConferencePayload {}

@InputType()
export class ReschedulingInput {
  @Field(() => ID) conferenceId!: string;
  @Field(() => DayScalar) startsOn!: string;
  @Field(() => DayScalar) endsOn!: string;
}

@ObjectType('MovedDay', { description: 'One of the days that move with a conference.' })
export class MovedDayType implements MovedDay {
  @Field(() => String) label!: string;
  @Field(() => DayScalar) before!: string;
  @Field(() => DayScalar) after!: string;
  @Field(() => Boolean, { description: 'The new day is over already.' }) isOver!: boolean;
}

@ObjectType('Rescheduling', { description: 'What moving a conference would change.' })
export class ReschedulingType {
  @Field(() => [MovedDayType]) days!: readonly MovedDayType[];
  @Field(() => [RefusalType], { description: 'What stands against it.' }) refusals!: readonly RefusalType[];
}

@Resolver()
export class RescheduleConferenceResolver {
  constructor(private readonly handler: RescheduleConferenceHandler) {}

  @Query(() => ReschedulingType, { description: 'Old and new day of everything that moves with a conference.' })
  async rescheduling(
    @CurrentActor() actor: Actor,
    @Args('input') input: ReschedulingInput,
  ): Promise<ReschedulingPreview> {
    return orNotFound(await this.handler.preview(actor, input));
  }

  @Mutation(() => RescheduleConferencePayload, {
    description: 'Its deadlines and the sessions that hang on its first day move with it.',
  })
  async rescheduleConference(
    @CurrentActor() actor: Actor,
    @Args('input') input: RescheduleConferenceInput,
  ): Promise<RescheduleConferencePayload> {
    return toConferencePayload(await this.handler.execute(actor, input));
  }
}
