import { Field, GraphQLISODateTime, ID, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  recommendationNames,
  recommendationStageNames,
  type Recommendation,
  type RecommendationStage,
} from '#glossary';
import { bodyOf, BodyType, type Actor } from '#organisation';
import { Database } from '#platform/database';
import { closedSet, CurrentActor, CurrentContext, loaderOf, type RequestContext } from '#platform/graphql';
import { recommendationsByTopics, type KeptRecommendation } from '../../persistence/recommendation.loader.js';
import { RecommendationEnum, TopicType } from '../../topic.graphql.js';

const RecommendationStageEnum = closedSet('RecommendationStage', recommendationStageNames);
const RECOMMENDATIONS = Symbol('recommendations on a topic');

@ObjectType('TopicRecommendation', { description: 'What a body recommended at its stage, and for which text.' })
export class TopicRecommendationType {
  @Field(() => ID) id!: string;
  @Field(() => RecommendationStageEnum) stage!: RecommendationStage;
  @Field(() => String) stageLabel!: string;
  @Field(() => BodyType, { nullable: true }) body!: BodyType | null;
  @Field(() => RecommendationEnum) recommendation!: Recommendation;
  @Field(() => String) recommendationLabel!: string;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => ID, { nullable: true, description: 'The text it was given for.' }) proposalVersionId!: string | null;
  @Field(() => ID, { description: 'The conference the topic was meant for then.' }) conferenceId!: string;
  @Field(() => GraphQLISODateTime) givenAt!: Date;
}

@Resolver(() => TopicType)
export class RecommendationsOfTopicResolver {
  constructor(private readonly database: Database) {}

  @ResolveField(() => [TopicRecommendationType], { description: 'In the order in which they were given.' })
  async recommendations(
    @Parent() { id }: { id: string },
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly TopicRecommendationType[]> {
    const loader = loaderOf(context, RECOMMENDATIONS, (ids) =>
      this.database.read(actor, (tx) => recommendationsByTopics(tx, ids)),
    );
    return ((await loader.load(id)) ?? []).map(toRecommendationType);
  }
}

function toRecommendationType({ body, ...kept }: KeptRecommendation): TopicRecommendationType {
  return {
    ...kept,
    body: body === null ? null : bodyOf(body),
    stageLabel: recommendationStageNames[kept.stage],
    recommendationLabel: recommendationNames[kept.recommendation],
  };
}
