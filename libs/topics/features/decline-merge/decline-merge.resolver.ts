import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { MergeTransitionHandler } from '../../merge-transition.handler.js';
import { MergeTransitionInput, toMergePayload, TopicMergePayload } from '../../topic-merge.graphql.js';

@InputType()
export class DeclineMergeInput extends MergeTransitionInput {
  @Field(() => String) reason!: string;
}

@ObjectType()
export class DeclineMergePayload extends TopicMergePayload {}

@Resolver()
export class DeclineMergeResolver {
  constructor(private readonly merges: MergeTransitionHandler) {}

  @Mutation(() => DeclineMergePayload, { description: 'The head of a registrant keeps the topics apart.' })
  async declineMerge(
    @CurrentActor() actor: Actor,
    @Args('input') input: DeclineMergeInput,
  ): Promise<DeclineMergePayload> {
    return toMergePayload(await this.merges.execute(actor, { ...input, action: 'declineMerge' }));
  }
}
