import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { PartyCode } from '#glossary';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { TopicTransitionInput } from '../../topic-input.graphql.js';
import { toTopicPayload } from '../../topic-payload.js';
import { TopicTransitionHandler } from '../../topic-transition.handler.js';
import { TopicPayload } from '../../topic.graphql.js';

@InputType()
export class TakeOverTopicInput extends TopicTransitionInput {
  @Field(() => String, { description: 'Code of the party that takes over.' }) party!: PartyCode;
}

@ObjectType()
export class TakeOverTopicPayload extends TopicPayload {}

@Resolver()
export class TakeOverTopicResolver {
  constructor(private readonly transition: TopicTransitionHandler) {}

  @Mutation(() => TakeOverTopicPayload, {
    description: 'A co-registrant carries on what the registrant has withdrawn.',
  })
  async takeOverTopic(
    @CurrentActor() actor: Actor,
    @Args('input') { topicId, expectedRevision, party }: TakeOverTopicInput,
  ): Promise<TakeOverTopicPayload> {
    return toTopicPayload(
      await this.transition.execute(actor, { topicId, expectedRevision, action: 'takeOverTopic', input: { party } }),
    );
  }
}
