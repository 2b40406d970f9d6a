import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { SessionMode } from '#glossary';
import type { Actor } from '#organisation';
import { CurrentActor, DayScalar } from '#platform/graphql';
import { SessionModeEnum, SessionPayload, toSessionPayload } from '../../session.graphql.js';
import { PlanSessionHandler } from './plan-session.handler.js';

@InputType()
export class PlanSessionInput {
  @Field(() => ID) conferenceId!: string;
  @Field(() => ID, { description: 'Code of the body that meets, or leads.' }) body!: string;
  @Field(() => [ID], { nullable: true, description: 'Codes of committees that meet together with it.' })
  jointBodies?: readonly string[] | null;

  @Field(() => Int, { nullable: true, description: 'Running number of the body’s sessions, if it carries one.' })
  number?: number | null;

  @Field(() => DayScalar) startsOn!: string;
  @Field(() => DayScalar) endsOn!: string;
  @Field(() => String, { nullable: true }) place?: string | null;
  @Field(() => SessionModeEnum) mode!: SessionMode;
}

@ObjectType()
export class PlanSessionPayload extends SessionPayload {}

@Resolver()
export class PlanSessionResolver {
  constructor(private readonly handler: PlanSessionHandler) {}

  @Mutation(() => PlanSessionPayload, { description: 'Plans a session of one or several bodies for a conference.' })
  async planSession(
    @CurrentActor() actor: Actor,
    @Args('input') { place = null, jointBodies, number = null, ...input }: PlanSessionInput,
  ): Promise<PlanSessionPayload> {
    return toSessionPayload(
      await this.handler.execute(actor, { ...input, place, number, jointBodies: jointBodies ?? [] }),
    );
  }
}
