import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { SessionMode } from '#glossary';
import type { Actor } from '#organisation';
import { CurrentActor, DayScalar, RefusalType } from '#platform/graphql';
import { SessionModeEnum, SessionType, toSessionType } from '../../conference.graphql.js';
import { PlanSessionHandler } from './plan-session.handler.js';

@InputType()
export class PlanSessionInput {
  @Field(() => ID) conferenceId!: string;
  @Field(() => ID, { description: 'Code of the body that meets.' }) body!: string;
  @Field(() => DayScalar) startsOn!: string;
  @Field(() => DayScalar) endsOn!: string;
  @Field(() => String, { nullable: true }) place?: string | null;
  @Field(() => SessionModeEnum) mode!: SessionMode;
}

@ObjectType()
export class PlanSessionPayload {
  @Field(() => SessionType, { nullable: true }) session!: SessionType | null;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

@Resolver()
export class PlanSessionResolver {
  constructor(private readonly handler: PlanSessionHandler) {}

  @Mutation(() => PlanSessionPayload, { description: 'Plans a session of a body for a conference.' })
  async planSession(
    @CurrentActor() actor: Actor,
    @Args('input') { place = null, ...input }: PlanSessionInput,
  ): Promise<PlanSessionPayload> {
    const answer = await this.handler.execute(actor, { ...input, place });
    return answer.ok
      ? { session: toSessionType(answer.session), refusals: [] }
      : { session: null, refusals: answer.refusals };
  }
}
