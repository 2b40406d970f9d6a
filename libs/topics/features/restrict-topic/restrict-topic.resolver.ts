import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { PartyCode } from '#glossary';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { TopicTransitionInput } from '../../topic-input.graphql.js';
import { toTopicPayload } from '../../topic-payload.js';
import { TopicPayload } from '../../topic.graphql.js';
import { RestrictTopicHandler } from './restrict-topic.handler.js';

@InputType()
export class RestrictTopicInput extends TopicTransitionInput {
  @Field(() => ID, { nullable: true, description: 'A group in use; the topic then follows its changes.' })
  needToKnowGroupId?: string | null;

  @Field(() => [String], { nullable: true, description: 'Codes of parties, when no group is named.' })
  restrictedTo?: PartyCode[] | null;
}

@ObjectType()
export class RestrictTopicPayload extends TopicPayload {}

@Resolver()
export class RestrictTopicResolver {
  constructor(private readonly handler: RestrictTopicHandler) {}

  @Mutation(() => RestrictTopicPayload, {
    description:
      'Names the parties that see a restricted topic beside those who registered it; the secretariat is told.',
  })
  async restrictTopic(
    @CurrentActor() actor: Actor,
    @Args('input') input: RestrictTopicInput,
  ): Promise<RestrictTopicPayload> {
    return toTopicPayload(await this.handler.execute(actor, input));
  }
}
