import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { MergeTransitionHandler } from '../../merge-transition.handler.js';
import { MergeTransitionInput, toMergePayload, TopicMergePayload } from '../../topic-merge.graphql.js';

@InputType()
export class ConsentToMergeInput extends MergeTransitionInput {}

@ObjectType()
export class ConsentToMergePayload extends TopicMergePayload {}

@Resolver()
export class ConsentToMergeResolver {
  constructor(private readonly merges: MergeTransitionHandler) {}

  @Mutation(() => ConsentToMergePayload, { description: 'The head of a registrant agrees to go on with one topic.' })
  async consentToMerge(
    @CurrentActor() actor: Actor,
    @Args('input') input: ConsentToMergeInput,
  ): Promise<ConsentToMergePayload> {
    return toMergePayload(await this.merges.execute(actor, { ...input, action: 'consentToMerge' }));
  }
}
