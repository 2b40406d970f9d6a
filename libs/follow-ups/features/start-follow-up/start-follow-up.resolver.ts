import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { FollowUpTransitionHandler } from '../../follow-up-transition.handler.js';
import { FollowUpPayload, FollowUpTransitionInput, toFollowUpPayload } from '../../follow-up.graphql.js';

@InputType()
export class StartFollowUpInput extends FollowUpTransitionInput {}

@ObjectType()
export class StartFollowUpPayload extends FollowUpPayload {}

@Resolver()
export class StartFollowUpResolver {
  constructor(private readonly transition: FollowUpTransitionHandler) {}

  @Mutation(() => StartFollowUpPayload, { description: 'The addressee begins to work on it.' })
  async startFollowUp(
    @CurrentActor() actor: Actor,
    @Args('input') { followUpId, expectedRevision }: StartFollowUpInput,
  ): Promise<StartFollowUpPayload> {
    const about = { followUpId, expectedRevision, action: 'startFollowUp' } as const;
    return toFollowUpPayload(await this.transition.execute(actor, about));
  }
}
