import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { TopicTransitionInput } from '../../topic-input.graphql.js';
import { toTopicPayload } from '../../topic-payload.js';
import { TopicTransitionHandler } from '../../topic-transition.handler.js';
import { TopicPayload } from '../../topic.graphql.js';

@InputType()
export class AcceptTopicRegistrationInput extends TopicTransitionInput {}

@ObjectType()
export class AcceptTopicRegistrationPayload extends TopicPayload {}

@Resolver()
export class AcceptTopicRegistrationResolver {
  constructor(private readonly transition: TopicTransitionHandler) {}

  @Mutation(() => AcceptTopicRegistrationPayload, {
    description: 'The secretariat takes the registration on; from now on all parties see it.',
  })
  async acceptTopicRegistration(
    @CurrentActor() actor: Actor,
    @Args('input') input: AcceptTopicRegistrationInput,
  ): Promise<AcceptTopicRegistrationPayload> {
    const { topicId, expectedRevision } = input;
    return toTopicPayload(
      await this.transition.execute(actor, { topicId, expectedRevision, action: 'acceptTopicRegistration' }),
    );
  }
}
