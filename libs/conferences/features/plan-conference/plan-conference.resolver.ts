import { Args, Field, GraphQLISODateTime, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Season } from '#glossary';
import type { Actor } from '#organisation';
import { CurrentActor, DayScalar, RefusalType } from '#platform/graphql';
import { ConferenceType, SeasonEnum, toConferenceType } from '../../conference.graphql.js';
import { PlanConferenceHandler } from './plan-conference.handler.js';

@InputType()
export class PlanConferenceInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Code of a conference profile; that of the installation if omitted.',
  })
  profileCode?: string | null;

  @Field(() => Int, { nullable: true, description: 'Running number; some special sessions carry none.' })
  number?: number | null;

  @Field(() => String, { nullable: true, description: 'Of its own, where the season does not say it.' })
  name?: string | null;

  @Field(() => SeasonEnum) season!: Season;
  @Field(() => Int) year!: number;
  @Field(() => String, { nullable: true }) place?: string | null;
  @Field(() => DayScalar) startsOn!: string;
  @Field(() => DayScalar) endsOn!: string;
  @Field(() => ID, { description: 'Code of the Land that holds the chair on the first day.' }) chair!: string;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Instead of what the profile says.' })
  registrationDeadline?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Instead of what the profile says.' })
  directRegistrationDeadline?: Date | null;
}

@ObjectType()
export class PlanConferencePayload {
  @Field(() => ConferenceType, { nullable: true }) conference!: ConferenceType | null;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

@Resolver()
export class PlanConferenceResolver {
  constructor(private readonly handler: PlanConferenceHandler) {}

  @Mutation(() => PlanConferencePayload, {
    description: 'Plans a conference; its deadlines follow from its first day unless given.',
  })
  async planConference(
    @CurrentActor() actor: Actor,
    @Args('input') { number = null, place = null, name = null, ...input }: PlanConferenceInput,
  ): Promise<PlanConferencePayload> {
    const answer = await this.handler.execute(actor, { ...input, number, place, name });
    return answer.ok
      ? { conference: toConferenceType(answer.conference), refusals: [] }
      : { conference: null, refusals: answer.refusals };
  }
}
