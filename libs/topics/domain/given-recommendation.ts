import type { BodyCode, Recommendation, RecommendationStage } from '#glossary';
import type { Topic, TopicContext, TopicEntry } from './topic.js';
import type { TopicAction } from './topic-lifecycle.js';

/** What a body recommended, kept per stage: a later stage adds its own and changes none before it. */
export interface GivenRecommendation {
  readonly stage: RecommendationStage;
  /** Null when the secretariat passed the topic on without any body. */
  readonly body: BodyCode | null;
  readonly recommendation: Recommendation;
  readonly note: string | null;
  /** The text it was given for. */
  readonly proposalVersionId: string | null;
  readonly conferenceId: string;
  readonly givenAt: Date;
}

/** The recommendation an action gives, if it gives one. */
export function recommendationGivenBy(
  topic: TopicEntry,
  next: Topic,
  action: TopicAction,
  { input, now }: TopicContext,
): GivenRecommendation | null {
  const given = giver(topic, next, action, input?.body);
  if (given === null || input?.recommendation === undefined) return null;
  const note = input.note?.trim() ?? '';
  return {
    ...given,
    recommendation: input.recommendation,
    note: note === '' ? null : note,
    proposalVersionId: topic.proposalVersionId,
    conferenceId: topic.conferenceId,
    givenAt: now,
  };
}

function giver(
  topic: TopicEntry,
  next: Topic,
  action: TopicAction,
  body: BodyCode | undefined,
): Pick<GivenRecommendation, 'stage' | 'body'> | null {
  switch (action) {
    case 'giveCommitteeOpinion':
      return body === undefined ? null : { stage: 'INVOLVED_COMMITTEE', body };
    case 'forwardTopicToPreConference':
      return next.leadCommittee === null
        ? { stage: 'DIRECT', body: null }
        : { stage: 'COMMITTEE', body: next.leadCommittee };
    case 'forwardTopicToMainConference':
      return { stage: 'PRE_CONFERENCE', body: 'PRE_CONFERENCE' };
    default:
      return null;
  }
}
