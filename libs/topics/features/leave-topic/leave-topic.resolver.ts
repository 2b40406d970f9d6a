import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { PartyCode } from '#glossary';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { TopicTransitionInput } from '../../topic-input.graphql.js';
import { toTopicPayload } from '../../topic-payload.js';
import { TopicTransitionHandler } from '../../topic-transition.handler.js';
import { TopicPayload } from '../../topic.graphql.js';

@InputType()
export class LeaveTopicInput extends TopicTransitionInput {
  @Field(() => String, { description: 'Code of the party that leaves.' }) party!: PartyCode;
}

@ObjectType()
export class LeaveTopicPayload extends TopicPayload {}

@Resolver()
export class LeaveTopicResolver {
  constructor(private readonly transition: TopicTransitionHandler) {}

  @Mutation(() => LeaveTopicPayload, { description: 'A co-registrant leaves the registration.' })
  async leaveTopic(
    @CurrentActor() actor: Actor,
    @Args('input') { topicId, expectedRevision, party }: LeaveTopicInput,
  ): Promise<LeaveTopicPayload> {
    return toTopicPayload(
      await this.transition.execute(actor, { topicId, expectedRevision, action: 'leaveTopic', input: { party } }),
    );
  }
}
