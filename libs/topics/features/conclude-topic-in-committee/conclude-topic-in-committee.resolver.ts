import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { TopicTransitionInput } from '../../topic-input.graphql.js';
import { toTopicPayload } from '../../topic-payload.js';
import { TopicTransitionHandler } from '../../topic-transition.handler.js';
import { TopicPayload } from '../../topic.graphql.js';

@InputType()
export class ConcludeTopicInCommitteeInput extends TopicTransitionInput {
  @Field(() => String, { description: 'What the committee has concluded, and why nothing remains for the conference.' })
  reason!: string;
}

@ObjectType()
export class ConcludeTopicInCommitteePayload extends TopicPayload {}

@Resolver()
export class ConcludeTopicInCommitteeResolver {
  constructor(private readonly transition: TopicTransitionHandler) {}

  @Mutation(() => ConcludeTopicInCommitteePayload, {
    description: 'The lead committee ends the topic by itself; it does not reach the conference.',
  })
  async concludeTopicInCommittee(
    @CurrentActor() actor: Actor,
    @Args('input') { topicId, expectedRevision, reason }: ConcludeTopicInCommitteeInput,
  ): Promise<ConcludeTopicInCommitteePayload> {
    const action = 'concludeTopicInCommittee';
    return toTopicPayload(
      await this.transition.execute(actor, { topicId, expectedRevision, action, input: { reason } }),
    );
  }
}
