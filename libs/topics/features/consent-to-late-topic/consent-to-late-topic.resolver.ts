import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { TopicTransitionInput } from '../../topic-input.graphql.js';
import { toTopicPayload } from '../../topic-payload.js';
import { TopicTransitionHandler } from '../../topic-transition.handler.js';
import { TopicPayload } from '../../topic.graphql.js';

@InputType()
export class ConsentToLateTopicInput extends TopicTransitionInput {}

@ObjectType()
export class ConsentToLateTopicPayload extends TopicPayload {}

@Resolver()
export class ConsentToLateTopicResolver {
  constructor(private readonly transition: TopicTransitionHandler) {}

  @Mutation(() => ConsentToLateTopicPayload, { description: 'The chair lets a late registration through.' })
  async consentToLateTopic(
    @CurrentActor() actor: Actor,
    @Args('input') input: ConsentToLateTopicInput,
  ): Promise<ConsentToLateTopicPayload> {
    const { topicId, expectedRevision } = input;
    return toTopicPayload(
      await this.transition.execute(actor, { topicId, expectedRevision, action: 'consentToLateTopic' }),
    );
  }
}
