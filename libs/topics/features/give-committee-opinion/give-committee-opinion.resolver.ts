import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { BodyCode, Recommendation } from '#glossary';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { TopicTransitionInput } from '../../topic-input.graphql.js';
import { toTopicPayload } from '../../topic-payload.js';
import { TopicTransitionHandler } from '../../topic-transition.handler.js';
import { RecommendationEnum, TopicPayload } from '../../topic.graphql.js';

@InputType()
export class GiveCommitteeOpinionInput extends TopicTransitionInput {
  @Field(() => String, { description: 'Code of the involved committee that speaks.' }) body!: BodyCode;
  @Field(() => RecommendationEnum) recommendation!: Recommendation;
  @Field(() => String, { nullable: true, description: 'What the committee says about it.' }) note?: string;
}

@ObjectType()
export class GiveCommitteeOpinionPayload extends TopicPayload {}

@Resolver()
export class GiveCommitteeOpinionResolver {
  constructor(private readonly transition: TopicTransitionHandler) {}

  @Mutation(() => GiveCommitteeOpinionPayload, {
    description: 'An involved committee says what it thinks of the text as it stands; the lead committee goes on.',
  })
  async giveCommitteeOpinion(
    @CurrentActor() actor: Actor,
    @Args('input') { topicId, expectedRevision, ...input }: GiveCommitteeOpinionInput,
  ): Promise<GiveCommitteeOpinionPayload> {
    return toTopicPayload(
      await this.transition.execute(actor, { topicId, expectedRevision, action: 'giveCommitteeOpinion', input }),
    );
  }
}
