import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { FollowUpTransitionHandler } from '../../follow-up-transition.handler.js';
import { FollowUpPayload, FollowUpTransitionInput, toFollowUpPayload } from '../../follow-up.graphql.js';

@InputType()
export class DropFollowUpInput extends FollowUpTransitionInput {
  @Field(() => String, { nullable: true }) reason?: string | null;
}

@ObjectType()
export class DropFollowUpPayload extends FollowUpPayload {}

@Resolver()
export class DropFollowUpResolver {
  constructor(private readonly transition: FollowUpTransitionHandler) {}

  @Mutation(() => DropFollowUpPayload, { description: 'Nothing is expected any more, for the reason given.' })
  async dropFollowUp(
    @CurrentActor() actor: Actor,
    @Args('input') { followUpId, expectedRevision, ...given }: DropFollowUpInput,
  ): Promise<DropFollowUpPayload> {
    const about = { followUpId, expectedRevision, action: 'dropFollowUp' } as const;
    return toFollowUpPayload(await this.transition.execute(actor, { ...about, input: given }));
  }
}
