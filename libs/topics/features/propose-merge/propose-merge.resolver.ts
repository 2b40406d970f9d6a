import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { MergeTransitionHandler } from '../../merge-transition.handler.js';
import { toMergePayload, TopicMergePayload } from '../../topic-merge.graphql.js';

@InputType()
export class ProposeMergeInput {
  @Field(() => ID, { description: 'The topic that would end.' }) topicId!: string;
  @Field(() => ID, { description: 'The topic that would go on for both.' }) survivorId!: string;
  @Field(() => String) reason!: string;
}

@ObjectType()
export class ProposeMergePayload extends TopicMergePayload {}

@Resolver()
export class ProposeMergeResolver {
  constructor(private readonly merges: MergeTransitionHandler) {}

  @Mutation(() => ProposeMergePayload, {
    description: 'The secretariat asks both registrants to go on with one topic.',
  })
  async proposeMerge(
    @CurrentActor() actor: Actor,
    @Args('input') input: ProposeMergeInput,
  ): Promise<ProposeMergePayload> {
    return toMergePayload(await this.merges.propose(actor, input));
  }
}
