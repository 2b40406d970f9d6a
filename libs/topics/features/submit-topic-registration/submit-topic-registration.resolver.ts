import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { TopicTransitionInput } from '../../topic-input.graphql.js';
import { toTopicPayload } from '../../topic-payload.js';
import { TopicTransitionHandler } from '../../topic-transition.handler.js';
import { TopicPayload } from '../../topic.graphql.js';

@InputType()
export class SubmitTopicRegistrationInput extends TopicTransitionInput {}

@ObjectType()
export class SubmitTopicRegistrationPayload extends TopicPayload {}

@Resolver()
export class SubmitTopicRegistrationResolver {
  constructor(private readonly transition: TopicTransitionHandler) {}

  @Mutation(() => SubmitTopicRegistrationPayload, {
    description: 'Registers the topic with the secretariat; after the deadline only with a reason for the urgency.',
  })
  async submitTopicRegistration(
    @CurrentActor() actor: Actor,
    @Args('input') input: SubmitTopicRegistrationInput,
  ): Promise<SubmitTopicRegistrationPayload> {
    const { topicId, expectedRevision } = input;
    return toTopicPayload(
      await this.transition.execute(actor, { topicId, expectedRevision, action: 'submitTopicRegistration' }),
    );
  }
}
