import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { eventLabels } from '#platform/lifecycle';
import { topicMergeLifecycle } from './domain/merge-lifecycle.js';
import { needToKnowGroupLifecycle } from './domain/need-to-know-lifecycle.js';
import { topicLifecycle } from './domain/topic-lifecycle.js';
import { NeedToKnowGroupEntity } from './persistence/need-to-know-group.entity.js';
import { TopicMergeEntity } from './persistence/topic-merge.entity.js';
import { TopicRecommendationEntity } from './persistence/topic-recommendation.entity.js';
import { TopicEntity } from './persistence/topic.entity.js';

export { decide, type AcceptedTopic } from './domain/topic-decision.js';
export { needToKnowGroupLifecycle } from './domain/need-to-know-lifecycle.js';
export { topicMergeLifecycle } from './domain/merge-lifecycle.js';
export { topicLifecycle, type TopicAction } from './domain/topic-lifecycle.js';
export { linkTo, type CitedPrecedent, type PrecedentLink } from './domain/precedent.js';
export { toTopicPayload } from './topic-payload.js';
export type { Topic, TopicActionInput, TopicContext } from './domain/topic.js';
export { CreateTopicHandler } from './features/create-topic/create-topic.handler.js';
export { ImportDecidedTopicHandler } from './features/import-decided-topic/import-decided-topic.handler.js';
export { OpenFollowUpTopicHandler } from './features/open-follow-up-topic/open-follow-up-topic.handler.js';
export { DeskQuery } from './features/list-desk/desk.query.js';
export { PrecedentRepository } from './persistence/precedent.repository.js';
export { recommendationsByTopics, type KeptRecommendation } from './persistence/recommendation.loader.js';
export { TopicRepository } from './persistence/topic.repository.js';
export { MergeTransitionHandler, type MergeTransition } from './merge-transition.handler.js';
export { NeedToKnowHandler } from './need-to-know.handler.js';
export { RestrictTopicHandler } from './features/restrict-topic/restrict-topic.handler.js';
export { TopicTransitionHandler, unknownTopic } from './topic-transition.handler.js';
export { ClassificationEnum, OutcomeEnum, TopicPayload, TopicType } from './topic.graphql.js';
export { TopicsModule } from './topics.module.js';

export const topicEntities: readonly EntityTarget<ObjectLiteral>[] = [
  NeedToKnowGroupEntity,
  TopicEntity,
  TopicMergeEntity,
  TopicRecommendationEntity,
];

/** Events that are told to nobody: the history alone keeps them. */
export const topicRecordOnlyEvents: readonly string[] = [
  'topic.created',
  'topic.edited',
  'topic.proposalRevised',
  'topic.followedGroup',
  'needToKnowGroup.created',
  'needToKnowGroup.changed',
  'needToKnowGroup.dissolved',
  'topic.precedentCited',
  'topic.precedentRemoved',
  'topic.mergeProposed',
  'topicMerge.merged',
  'topic.returnedFromWrittenProcedure',
  'topic.openedByFollowUp',
  'topic.imported',
];

/** Every event that a topic, or an agreement to merge two, can emit. */
export const topicEvents: readonly string[] = [
  ...eventLabels(topicLifecycle).keys(),
  ...eventLabels(topicMergeLifecycle).keys(),
  ...eventLabels(needToKnowGroupLifecycle).keys(),
];
