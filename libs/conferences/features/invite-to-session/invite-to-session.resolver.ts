import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { SessionPayload, SessionTransitionInput, toSessionPayload } from '../../session.graphql.js';
import { SessionTransitionHandler } from '../../session-transition.handler.js';

@InputType()
export class InviteToSessionInput extends SessionTransitionInput {
  @Field(() => String, { nullable: true, description: 'What the invitation says beyond day and place.' })
  note?: string | null;
}

@ObjectType()
export class InviteToSessionPayload extends SessionPayload {}

@Resolver()
export class InviteToSessionResolver {
  constructor(private readonly transition: SessionTransitionHandler) {}

  @Mutation(() => InviteToSessionPayload, {
    description: 'Sends the invitation; its day and place are kept as they were sent.',
  })
  async inviteToSession(
    @CurrentActor() actor: Actor,
    @Args('input') input: InviteToSessionInput,
  ): Promise<InviteToSessionPayload> {
    const { sessionId, expectedRevision } = input;
    return toSessionPayload(
      await this.transition.execute(actor, {
        sessionId,
        expectedRevision,
        action: 'inviteToSession',
        input: { note: input.note ?? null },
      }),
    );
  }
}
