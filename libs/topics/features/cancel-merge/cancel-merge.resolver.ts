import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { MergeTransitionHandler } from '../../merge-transition.handler.js';
import { MergeTransitionInput, toMergePayload, TopicMergePayload } from '../../topic-merge.graphql.js';

@InputType()
export class CancelMergeInput extends MergeTransitionInput {
  @Field(() => String) reason!: string;
}

@ObjectType()
export class CancelMergePayload extends TopicMergePayload {}

@Resolver()
export class CancelMergeResolver {
  constructor(private readonly merges: MergeTransitionHandler) {}

  @Mutation(() => CancelMergePayload, { description: 'The secretariat takes the proposal back.' })
  async cancelMerge(@CurrentActor() actor: Actor, @Args('input') input: CancelMergeInput): Promise<CancelMergePayload> {
    return toMergePayload(await this.merges.execute(actor, { ...input, action: 'cancelMerge' }));
  }
}
