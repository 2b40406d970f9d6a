import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Recommendation } from '#glossary';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { TopicTransitionInput } from '../../topic-input.graphql.js';
import { toTopicPayload } from '../../topic-payload.js';
import { TopicTransitionHandler } from '../../topic-transition.handler.js';
import { RecommendationEnum, TopicPayload } from '../../topic.graphql.js';

@InputType()
export class ForwardTopicToMainConferenceInput extends TopicTransitionInput {
  @Field(() => RecommendationEnum) recommendation!: Recommendation;
  @Field(() => String, { nullable: true, description: 'What the body says with it.' }) note?: string;
}

@ObjectType()
export class ForwardTopicToMainConferencePayload extends TopicPayload {}

@Resolver()
export class ForwardTopicToMainConferenceResolver {
  constructor(private readonly transition: TopicTransitionHandler) {}

  @Mutation(() => ForwardTopicToMainConferencePayload, {
    description: 'Closes the preparatory conference with a recommendation and the final text.',
  })
  async forwardTopicToMainConference(
    @CurrentActor() actor: Actor,
    @Args('input') input: ForwardTopicToMainConferenceInput,
  ): Promise<ForwardTopicToMainConferencePayload> {
    const { topicId, expectedRevision } = input;
    return toTopicPayload(
      await this.transition.execute(actor, {
        topicId,
        expectedRevision,
        action: 'forwardTopicToMainConference',
        input: { recommendation: input.recommendation, note: input.note },
      }),
    );
  }
}
