import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { PartyCode } from '#glossary';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { TopicTransitionInput } from '../../topic-input.graphql.js';
import { toTopicPayload } from '../../topic-payload.js';
import { TopicTransitionHandler } from '../../topic-transition.handler.js';
import { TopicPayload } from '../../topic.graphql.js';

@InputType()
export class JoinTopicInput extends TopicTransitionInput {
  @Field(() => String, { description: 'Code of the party that joins.' }) party!: PartyCode;
}

@ObjectType()
export class JoinTopicPayload extends TopicPayload {}

@Resolver()
export class JoinTopicResolver {
  constructor(private readonly transition: TopicTransitionHandler) {}

  @Mutation(() => JoinTopicPayload, {
    description: 'A party joins a registration in its own name; the registrant is told.',
  })
  async joinTopic(
    @CurrentActor() actor: Actor,
    @Args('input') { topicId, expectedRevision, party }: JoinTopicInput,
  ): Promise<JoinTopicPayload> {
    return toTopicPayload(
      await this.transition.execute(actor, { topicId, expectedRevision, action: 'joinTopic', input: { party } }),
    );
  }
}
