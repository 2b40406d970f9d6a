import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { SessionMode } from '#glossary';
import type { Actor } from '#organisation';
import { CurrentActor, DayScalar } from '#platform/graphql';
import { SessionModeEnum, SessionPayload, SessionTransitionInput, toSessionPayload } from '../../session.graphql.js';
import { SessionTransitionHandler } from '../../session-transition.handler.js';

@InputType()
export class MoveSessionInput extends SessionTransitionInput {
  @Field(() => DayScalar) startsOn!: string;
  @Field(() => DayScalar) endsOn!: string;
  @Field(() => String, { nullable: true }) place?: string | null;
  @Field(() => SessionModeEnum) mode!: SessionMode;
  @Field(() => String) reason!: string;
}

@ObjectType()
export class MoveSessionPayload extends SessionPayload {}

@Resolver()
export class MoveSessionResolver {
  constructor(private readonly transition: SessionTransitionHandler) {}

  @Mutation(() => MoveSessionPayload, {
    description: 'To other days or another place; who was invited is invited anew.',
  })
  async moveSession(@CurrentActor() actor: Actor, @Args('input') input: MoveSessionInput): Promise<MoveSessionPayload> {
    const { sessionId, expectedRevision } = input;
    return toSessionPayload(
      await this.transition.execute(actor, {
        sessionId,
        expectedRevision,
        action: 'moveSession',
        input: {
          reason: input.reason,
          days: { startsOn: input.startsOn, endsOn: input.endsOn, place: input.place ?? null, mode: input.mode },
        },
      }),
    );
  }
}
