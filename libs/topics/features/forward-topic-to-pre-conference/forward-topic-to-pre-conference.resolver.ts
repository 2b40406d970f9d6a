import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Recommendation } from '#glossary';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { TopicTransitionInput } from '../../topic-input.graphql.js';
import { toTopicPayload } from '../../topic-payload.js';
import { TopicTransitionHandler } from '../../topic-transition.handler.js';
import { RecommendationEnum, TopicPayload } from '../../topic.graphql.js';

@InputType()
export class ForwardTopicToPreConferenceInput extends TopicTransitionInput {
  @Field(() => RecommendationEnum) recommendation!: Recommendation;
  @Field(() => String, { nullable: true, description: 'What the body says with it.' }) note?: string;
}

@ObjectType()
export class ForwardTopicToPreConferencePayload extends TopicPayload {}

@Resolver()
export class ForwardTopicToPreConferenceResolver {
  constructor(private readonly transition: TopicTransitionHandler) {}

  @Mutation(() => ForwardTopicToPreConferencePayload, {
    description: 'Closes the work of the committee with a recommendation and freezes the text.',
  })
  async forwardTopicToPreConference(
    @CurrentActor() actor: Actor,
    @Args('input') input: ForwardTopicToPreConferenceInput,
  ): Promise<ForwardTopicToPreConferencePayload> {
    const { topicId, expectedRevision } = input;
    return toTopicPayload(
      await this.transition.execute(actor, {
        topicId,
        expectedRevision,
        action: 'forwardTopicToPreConference',
        input: { recommendation: input.recommendation, note: input.note },
      }),
    );
  }
}
