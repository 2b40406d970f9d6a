import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { SessionPayload, SessionTransitionInput, toSessionPayload } from '../../session.graphql.js';
import { SessionTransitionHandler } from '../../session-transition.handler.js';

@InputType()
export class OpenSessionInput extends SessionTransitionInput {}

@ObjectType()
export class OpenSessionPayload extends SessionPayload {}

@Resolver()
export class OpenSessionResolver {
  constructor(private readonly transition: SessionTransitionHandler) {}

  @Mutation(() => OpenSessionPayload, { description: 'The chair of the body opens the session.' })
  async openSession(
    @CurrentActor() actor: Actor,
    @Args('input') { sessionId, expectedRevision }: OpenSessionInput,
  ): Promise<OpenSessionPayload> {
    return toSessionPayload(
      await this.transition.execute(actor, { sessionId, expectedRevision, action: 'openSession' }),
    );
  }
}
