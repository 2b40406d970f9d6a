import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { ParticipantPayload, ParticipantTransitionInput, toParticipantPayload } from '../../participant.graphql.js';
import { ParticipantTransitionHandler } from '../../participant-transition.handler.js';

@InputType()
export class WithdrawParticipantInput extends ParticipantTransitionInput {}

@ObjectType()
export class WithdrawParticipantPayload extends ParticipantPayload {}

@Resolver()
export class WithdrawParticipantResolver {
  constructor(private readonly transition: ParticipantTransitionHandler) {}

  @Mutation(() => WithdrawParticipantPayload, { description: 'Somebody who was announced does not take part.' })
  async withdrawParticipant(
    @CurrentActor() actor: Actor,
    @Args('input') input: WithdrawParticipantInput,
  ): Promise<WithdrawParticipantPayload> {
    return toParticipantPayload(await this.transition.execute(actor, { ...input, action: 'withdrawParticipant' }));
  }
}
