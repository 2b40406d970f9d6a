import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { FollowUpTransitionHandler } from '../../follow-up-transition.handler.js';
import {
  DueInput,
  FollowUpPayload,
  FollowUpTransitionInput,
  toDue,
  toFollowUpPayload,
} from '../../follow-up.graphql.js';

@InputType()
export class ReviewFollowUpConditionInput extends FollowUpTransitionInput {
  @Field(() => DueInput, { description: 'When it is due now, or the condition with the next day of review.' })
  due!: DueInput;

  @Field(() => String, { nullable: true }) reason?: string | null;
}

@ObjectType()
export class ReviewFollowUpConditionPayload extends FollowUpPayload {}

@Resolver()
export class ReviewFollowUpConditionResolver {
  constructor(private readonly transition: FollowUpTransitionHandler) {}

  @Mutation(() => ReviewFollowUpConditionPayload, {
    description: 'The condition has come to pass, or is looked at again later.',
  })
  async reviewFollowUpCondition(
    @CurrentActor() actor: Actor,
    @Args('input') { followUpId, expectedRevision, ...given }: ReviewFollowUpConditionInput,
  ): Promise<ReviewFollowUpConditionPayload> {
    const about = { followUpId, expectedRevision, action: 'reviewFollowUpCondition' } as const;
    return toFollowUpPayload(
      await this.transition.execute(actor, { ...about, input: { due: toDue(given.due), reason: given.reason } }),
    );
  }
}
