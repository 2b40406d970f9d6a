import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { FollowUpTransitionHandler } from '../../follow-up-transition.handler.js';
import { FollowUpPayload, FollowUpTransitionInput, toFollowUpPayload } from '../../follow-up.graphql.js';

@InputType()
export class CompleteFollowUpInput extends FollowUpTransitionInput {}

@ObjectType()
export class CompleteFollowUpPayload extends FollowUpPayload {}

@Resolver()
export class CompleteFollowUpResolver {
  constructor(private readonly transition: FollowUpTransitionHandler) {}

  @Mutation(() => CompleteFollowUpPayload, { description: 'Nothing is left to do.' })
  async completeFollowUp(
    @CurrentActor() actor: Actor,
    @Args('input') { followUpId, expectedRevision }: CompleteFollowUpInput,
  ): Promise<CompleteFollowUpPayload> {
    const about = { followUpId, expectedRevision, action: 'completeFollowUp' } as const;
    return toFollowUpPayload(await this.transition.execute(actor, about));
  }
}
