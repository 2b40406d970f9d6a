import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { SessionPayload, SessionTransitionInput, toSessionPayload } from '../../session.graphql.js';
import { SessionTransitionHandler } from '../../session-transition.handler.js';

@InputType()
export class ConcludeSessionInput extends SessionTransitionInput {}

@ObjectType()
export class ConcludeSessionPayload extends SessionPayload {}

@Resolver()
export class ConcludeSessionResolver {
  constructor(private readonly transition: SessionTransitionHandler) {}

  @Mutation(() => ConcludeSessionPayload, { description: 'The chair of the body ends the session.' })
  async concludeSession(
    @CurrentActor() actor: Actor,
    @Args('input') { sessionId, expectedRevision }: ConcludeSessionInput,
  ): Promise<ConcludeSessionPayload> {
    return toSessionPayload(
      await this.transition.execute(actor, { sessionId, expectedRevision, action: 'concludeSession' }),
    );
  }
}
