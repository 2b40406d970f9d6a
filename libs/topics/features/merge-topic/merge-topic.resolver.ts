import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { MergeTransitionHandler } from '../../merge-transition.handler.js';
import { MergeTransitionInput, toMergePayload, TopicMergePayload } from '../../topic-merge.graphql.js';

@InputType()
export class MergeTopicInput extends MergeTransitionInput {}

@ObjectType()
export class MergeTopicPayload extends TopicMergePayload {}

@Resolver()
export class MergeTopicResolver {
  constructor(private readonly merges: MergeTransitionHandler) {}

  @Mutation(() => MergeTopicPayload, { description: 'The secretariat carries out what both registrants agreed to.' })
  async mergeTopic(@CurrentActor() actor: Actor, @Args('input') input: MergeTopicInput): Promise<MergeTopicPayload> {
    return toMergePayload(await this.merges.execute(actor, { ...input, action: 'mergeTopic' }));
  }
}
