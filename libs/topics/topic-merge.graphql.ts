import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { topicMergeStateNames, type TopicMergeState } from '#glossary';
import { closedSet, RefusalType } from '#platform/graphql';
import type { TopicMerge } from './domain/merge.js';
import type { MergeAnswer } from './merge-transition.handler.js';

export const TopicMergeStateEnum = closedSet('TopicMergeState', topicMergeStateNames);

@ObjectType('TopicMerge', { description: 'The agreement of two registrants to go on with one topic.' })
export class TopicMergeType implements TopicMerge {
  @Field(() => ID) id!: string;
  @Field(() => TopicMergeStateEnum) state!: TopicMergeState;
  @Field(() => String) reason!: string;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When the registrant of the ending topic consented.',
  })
  topicConsentedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the registrant of the other one consented.' })
  survivorConsentedAt!: Date | null;

  @Field(() => GraphQLISODateTime) proposedAt!: Date;
  @Field(() => Int, { description: 'Send it back as expectedRevision.' }) revision!: number;

  topicId!: string;
  survivorId!: string;
  updatedAt!: Date;
}

@ObjectType({ description: 'The agreement as it is now, or why nothing was changed.' })
export class TopicMergePayload {
  @Field(() => TopicMergeType, { nullable: true }) merge!: TopicMerge | null;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

/** Which agreement, and the revision the person decided on. */
@InputType()
export class MergeTransitionInput {
  @Field(() => ID) mergeId!: string;
  @Field(() => Int) expectedRevision!: number;
}

export function toMergePayload(answer: MergeAnswer): TopicMergePayload {
  return answer.ok ? { merge: answer.merge, refusals: [] } : { merge: null, refusals: [...answer.refusals] };
}
