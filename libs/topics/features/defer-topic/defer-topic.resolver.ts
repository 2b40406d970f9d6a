import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { TopicTransitionInput } from '../../topic-input.graphql.js';
import { toTopicPayload } from '../../topic-payload.js';
import { TopicTransitionHandler } from '../../topic-transition.handler.js';
import { TopicPayload } from '../../topic.graphql.js';

@InputType()
export class DeferTopicInput extends TopicTransitionInput {
  @Field(() => ID, { description: 'A conference after the present one.' }) targetConferenceId!: string;
  @Field(() => String) reason!: string;
}

@ObjectType()
export class DeferTopicPayload extends TopicPayload {}

@Resolver()
export class DeferTopicResolver {
  constructor(private readonly transition: TopicTransitionHandler) {}

  @Mutation(() => DeferTopicPayload, {
    description: 'The chair postpones the topic to a later conference; it keeps its identity and its history.',
  })
  async deferTopic(
    @CurrentActor() actor: Actor,
    @Args('input') { topicId, expectedRevision, ...input }: DeferTopicInput,
  ): Promise<DeferTopicPayload> {
    return toTopicPayload(
      await this.transition.execute(actor, { topicId, expectedRevision, action: 'deferTopic', input }),
    );
  }
}
