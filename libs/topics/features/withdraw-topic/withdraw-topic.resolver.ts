import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { TopicTransitionInput } from '../../topic-input.graphql.js';
import { toTopicPayload } from '../../topic-payload.js';
import { TopicTransitionHandler } from '../../topic-transition.handler.js';
import { TopicPayload } from '../../topic.graphql.js';

@InputType()
export class WithdrawTopicInput extends TopicTransitionInput {
  @Field(() => String) reason!: string;
}

@ObjectType()
export class WithdrawTopicPayload extends TopicPayload {}

@Resolver()
export class WithdrawTopicResolver {
  constructor(private readonly transition: TopicTransitionHandler) {}

  @Mutation(() => WithdrawTopicPayload, { description: 'The registrant takes the topic back.' })
  async withdrawTopic(
    @CurrentActor() actor: Actor,
    @Args('input') input: WithdrawTopicInput,
  ): Promise<WithdrawTopicPayload> {
    const { topicId, expectedRevision } = input;
    return toTopicPayload(
      await this.transition.execute(actor, {
        topicId,
        expectedRevision,
        action: 'withdrawTopic',
        input: { reason: input.reason },
      }),
    );
  }
}
