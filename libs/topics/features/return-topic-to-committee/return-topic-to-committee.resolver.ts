import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { TopicTransitionInput } from '../../topic-input.graphql.js';
import { toTopicPayload } from '../../topic-payload.js';
import { TopicTransitionHandler } from '../../topic-transition.handler.js';
import { TopicPayload } from '../../topic.graphql.js';

@InputType()
export class ReturnTopicToCommitteeInput extends TopicTransitionInput {
  @Field(() => String) reason!: string;
}

@ObjectType()
export class ReturnTopicToCommitteePayload extends TopicPayload {}

@Resolver()
export class ReturnTopicToCommitteeResolver {
  constructor(private readonly transition: TopicTransitionHandler) {}

  @Mutation(() => ReturnTopicToCommitteePayload, {
    description: 'The chair sends the topic back to its lead committee.',
  })
  async returnTopicToCommittee(
    @CurrentActor() actor: Actor,
    @Args('input') input: ReturnTopicToCommitteeInput,
  ): Promise<ReturnTopicToCommitteePayload> {
    const { topicId, expectedRevision } = input;
    return toTopicPayload(
      await this.transition.execute(actor, {
        topicId,
        expectedRevision,
        action: 'returnTopicToCommittee',
        input: { reason: input.reason },
      }),
    );
  }
}
