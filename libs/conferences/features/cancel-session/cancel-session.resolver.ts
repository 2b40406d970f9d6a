import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { SessionPayload, SessionTransitionInput, toSessionPayload } from '../../session.graphql.js';
import { SessionTransitionHandler } from '../../session-transition.handler.js';

@InputType()
export class CancelSessionInput extends SessionTransitionInput {
  @Field(() => String) reason!: string;
}

@ObjectType()
export class CancelSessionPayload extends SessionPayload {}

@Resolver()
export class CancelSessionResolver {
  constructor(private readonly transition: SessionTransitionHandler) {}

  @Mutation(() => CancelSessionPayload, { description: 'The session does not take place.' })
  async cancelSession(
    @CurrentActor() actor: Actor,
    @Args('input') input: CancelSessionInput,
  ): Promise<CancelSessionPayload> {
    const { sessionId, expectedRevision } = input;
    return toSessionPayload(
      await this.transition.execute(actor, {
        sessionId,
        expectedRevision,
        action: 'cancelSession',
        input: { reason: input.reason },
      }),
    );
  }
}
