import { Args, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { DeadlineKindEnum } from '#deadlines';
import type { DeadlineKind } from '#glossary';
import type { Actor } from '#organisation';
import { CurrentActor, DayScalar, RefusalType, orNotFound } from '#platform/graphql';
import { ConferenceChangeInput, ConferencePayload, toConferencePayload } from '../../conference.graphql.js';
import type { MovedDay } from '../../conference-change.js';
import { RescheduleConferenceHandler, type ReschedulingPreview } from './reschedule-conference.handler.js';

@InputType()
export class RescheduleConferenceInput extends ConferenceChangeInput {
  @Field(() => DayScalar) startsOn!: string;
  @Field(() => DayScalar) endsOn!: string;
  @Field(() => String) reason!: string;
  @Field(() => [DeadlineKindEnum], { nullable: true, description: 'Deadlines of their own that move all the same.' })
  alsoMove?: DeadlineKind[] | null;
}

@ObjectType()
export class RescheduleConferencePayload extends ConferencePayload {}

@InputType()
export class ReschedulingInput {
  @Field(() => ID) conferenceId!: string;
  @Field(() => DayScalar) startsOn!: string;
  @Field(() => DayScalar) endsOn!: string;
  @Field(() => [DeadlineKindEnum], { nullable: true }) alsoMove?: DeadlineKind[] | null;
}

@ObjectType('MovedDay', { description: 'One of the days that move with a conference.' })
export class MovedDayType implements MovedDay {
  @Field(() => String) label!: string;
  @Field(() => DayScalar) before!: string;
  @Field(() => DayScalar) after!: string;
  @Field(() => Boolean, { description: 'The new day is over already.' }) isOver!: boolean;
  @Field(() => Boolean, { description: 'Set by itself: it stays unless it is chosen.' }) isFixed!: boolean;
  @Field(() => String, { nullable: true, description: 'Why the new day is no working day everywhere.' })
  restDay!: string | null;
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
