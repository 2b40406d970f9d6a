import { permit, type Permitted, type Refused } from '#platform/lifecycle';
import { recommendationGivenBy, type GivenRecommendation } from './given-recommendation.js';
import { changesBy } from './topic-changes.js';
import { topicLifecycle, type TopicAction } from './topic-lifecycle.js';
import type { Topic, TopicContext, TopicEntry } from './topic.js';

export interface TopicEvent {
  readonly type: string;
  readonly capacity: string;
  readonly reason: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface AcceptedTopic {
  readonly ok: true;
  readonly topic: Topic;
  /** Kept beside the topic when the action gave one. */
  readonly recommendation?: GivenRecommendation | null;
  /** Never empty: a change nobody recorded cannot be expressed. */
  readonly events: readonly [TopicEvent, ...TopicEvent[]];
}

/** The next topic and what happened, or every reason against it. Pure: nothing is saved. */
export function decide(topic: TopicEntry, action: TopicAction, context: TopicContext): AcceptedTopic | Refused {
  const verdict = permit(topicLifecycle, topic, action, context);
  if (!verdict.ok) return verdict;
  const next: Topic = {
    ...topic,
    updatedAt: context.now,
    ...changesBy[action](topic, context),
    state: verdict.to,
    revision: topic.revision + 1,
  };
  const given = recommendationGivenBy(topic, next, action, context);
  return { ok: true, topic: next, recommendation: given, events: [eventOf(topic, action, next, verdict, context)] };
}

function eventOf(
  before: TopicEntry,
  action: TopicAction,
  after: Topic,
  { emits, capacity }: Permitted<string, string>,
  context: TopicContext,
): TopicEvent {
  const reason = context.input?.reason?.trim() ?? '';
  const data = {
    from: before.state,
    to: after.state,
    ...(after.leadCommittee === before.leadCommittee ? {} : { leadCommittee: after.leadCommittee }),
    ...(context.input?.recommendation === undefined ? {} : { recommendation: context.input.recommendation }),
    ...(context.input?.body === undefined ? {} : { body: context.input.body }),
    ...(after.conferenceId === before.conferenceId
      ? {}
      : { conferenceId: after.conferenceId, previousConferenceId: before.conferenceId }),
    ...(context.input?.restriction ? { restrictedTo: after.restrictedTo, groupId: after.needToKnowGroupId } : {}),
    ...(context.input?.party === undefined ? {} : { party: context.input.party }),
    ...precedentNamed(context),
    ...(action === 'takeOverTopic' ? { formerRegistrant: before.registrant } : {}),
    ...(action === 'absorbTopic' ? { absorbedId: context.input?.merge?.absorbed.id } : {}),
    ...(after.mergedIntoId === null ? {} : { mergedIntoId: after.mergedIntoId }),
    ...(after.outcome === null ? {} : { outcome: after.outcome }),
    ...(after.proposalTextHash === null ? {} : { textHash: after.proposalTextHash }),
  };
  return { type: emits, capacity, reason: reason === '' ? null : reason, data };
}

/** The link alone: what it leads to may be seen by fewer than this history. */
function precedentNamed({ input }: TopicContext): Readonly<Record<string, unknown>> {
  const id = input?.precedent?.id ?? input?.removedPrecedent?.id;
  return id === undefined ? {} : { precedentId: id };
}
