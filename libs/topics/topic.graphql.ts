import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  classificationNames,
  outcomeNames,
  recommendationNames,
  topicKindNames,
  topicStateNames,
  type Classification,
  type Outcome,
  type Recommendation,
  type TopicKind,
  type TopicState,
} from '#glossary';
import { closedSet, DayScalar, PageInfoType, RefusalType } from '#platform/graphql';
import type { Topic, TopicAttachment } from './domain/topic.js';

export const TopicKindEnum = closedSet('TopicKind', topicKindNames);
export const TopicStateEnum = closedSet('TopicState', topicStateNames);
export const ClassificationEnum = closedSet('Classification', classificationNames);
export const RecommendationEnum = closedSet('Recommendation', recommendationNames);
export const OutcomeEnum = closedSet('Outcome', outcomeNames);

@ObjectType('TopicAttachment', { description: 'A paper that belongs to a registration: what it is, not the file.' })
export class TopicAttachmentType implements TopicAttachment {
  @Field(() => ID) id!: string;
  @Field(() => String) title!: string;
  @Field(() => DayScalar, { nullable: true, description: 'Day of which the content is.' }) asOf!: string | null;
  @Field(() => String, { nullable: true }) originator!: string | null;
  @Field(() => ClassificationEnum) classification!: Classification;
  @Field(() => Boolean) releaseWish!: boolean;
}

/** Plain fields only; what needs a query or a rule is added by `TopicFieldsResolver` and by later libraries. */
@ObjectType('Topic', { description: 'A topic keeps one identity from registration to outcome.' })
export class TopicType implements Omit<
  Topic,
  'restrictedTo' | 'registrant' | 'coRegistrants' | 'involvedCommittees' | 'leadCommittee'
> {
  @Field(() => ID) id!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true }) subtitle!: string | null;
  @Field(() => TopicKindEnum) kind!: TopicKind;
  @Field(() => TopicStateEnum) state!: TopicState;
  @Field(() => String, { nullable: true }) facts!: string | null;
  @Field(() => String, { nullable: true }) rationale!: string | null;
  @Field(() => [String]) rapporteurs!: readonly string[];
  @Field(() => [String]) precedents!: readonly string[];
  @Field(() => [TopicAttachmentType]) attachments!: readonly TopicAttachmentType[];
  @Field(() => String, { nullable: true }) urgencyReason!: string | null;
  @Field(() => Boolean, { description: 'Registered after the deadline.' }) isLate!: boolean;
  @Field(() => GraphQLISODateTime, { nullable: true }) chairConsentedAt!: Date | null;
  @Field(() => Boolean) releaseWish!: boolean;
  @Field(() => ClassificationEnum) classification!: Classification;
  @Field(() => Boolean, { description: 'It stands for papers that lie elsewhere: nothing of them is kept here.' })
  isPlaceholder!: boolean;

  @Field(() => Boolean) pendingInBundesrat!: boolean;
  @Field(() => String, { nullable: true }) financialImpact!: string | null;
  @Field(() => String, { nullable: true }) fileReference!: string | null;
  @Field(() => String, { nullable: true }) contact!: string | null;
  @Field(() => RecommendationEnum, { nullable: true }) recommendation!: Recommendation | null;
  @Field(() => OutcomeEnum, { nullable: true }) outcome!: Outcome | null;
  @Field(() => GraphQLISODateTime) createdAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) submittedAt!: Date | null;
  @Field(() => Int, { description: 'Send it back as expectedRevision.' }) revision!: number;

  conferenceId!: string;
  proposalVersionId!: string | null;
  proposalTextHash!: string | null;
  frozenVersions!: Topic['frozenVersions'];
  openBallotId!: string | null;
  previousConferenceIds!: readonly string[];
  mergedIntoId!: string | null;
  needToKnowGroupId!: string | null;
  acceptedAt!: Date | null;
  updatedAt!: Date;
}

@ObjectType({ description: 'The topic as it is now, or why nothing was changed.' })
export class TopicPayload {
  @Field(() => TopicType, { nullable: true }) topic!: Topic | null;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

@ObjectType('TopicConnection')
export class TopicConnectionType {
  @Field(() => [TopicType]) nodes!: readonly Topic[];
  @Field(() => PageInfoType) pageInfo!: PageInfoType;
  @Field(() => Int) totalCount!: number;
}
