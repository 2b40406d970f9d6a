import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { TopicTransitionInput } from '../../topic-input.graphql.js';
import { toTopicPayload } from '../../topic-payload.js';
import { TopicTransitionHandler } from '../../topic-transition.handler.js';
import { TopicPayload } from '../../topic.graphql.js';

@InputType()
export class ReturnTopicRegistrationInput extends TopicTransitionInput {
  @Field(() => String) reason!: string;
}

@ObjectType()
export class ReturnTopicRegistrationPayload extends TopicPayload {}

@Resolver()
export class ReturnTopicRegistrationResolver {
  constructor(private readonly transition: TopicTransitionHandler) {}

  @Mutation(() => ReturnTopicRegistrationPayload, {
    description: 'The secretariat gives a registration back for formal defects.',
  })
  async returnTopicRegistration(
    @CurrentActor() actor: Actor,
    @Args('input') input: ReturnTopicRegistrationInput,
  ): Promise<ReturnTopicRegistrationPayload> {
    const { topicId, expectedRevision } = input;
    return toTopicPayload(
      await this.transition.execute(actor, {
        topicId,
        expectedRevision,
        action: 'returnTopicRegistration',
        input: { reason: input.reason },
      }),
    );
  }
}
