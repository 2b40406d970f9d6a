import type { ProposalStage } from '#glossary';
import { permit, type Permitted, type Refused } from '#platform/lifecycle';
import { topicLifecycle, type TopicAction } from './topic-lifecycle.js';
import { isWithinDeadline } from './topic-requirements.js';
import type { Topic, TopicActionInput, TopicContext, TopicEntry } from './topic.js';

export interface TopicEvent {
  readonly type: string;
  readonly capacity: string;
  readonly reason: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface AcceptedTopic {
  readonly ok: true;
  readonly topic: Topic;
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
    ...changes(topic, action, context),
    state: verdict.to,
    revision: topic.revision + 1,
  };
  return { ok: true, topic: next, events: [eventOf(topic, next, verdict, context)] };
}

function eventOf(
  before: TopicEntry,
  after: Topic,
  { emits, capacity }: Permitted<string, string>,
  context: TopicContext,
): TopicEvent {
  const reason = context.input?.reason?.trim() ?? '';
  const data = {
    from: before.state,
    to: after.state,
    ...(after.leadCommittee === before.leadCommittee ? {} : { leadCommittee: after.leadCommittee }),
    ...(after.recommendation === before.recommendation ? {} : { recommendation: after.recommendation }),
    ...(after.outcome === null ? {} : { outcome: after.outcome }),
    ...(after.proposalTextHash === null ? {} : { textHash: after.proposalTextHash }),
  };
  return { type: emits, capacity, reason: reason === '' ? null : reason, data };
}

function changes(
  topic: TopicEntry,
  action: TopicAction,
  { now, input, registrationDeadline }: TopicContext,
): Partial<Topic> {
  switch (action) {
    case 'createTopic':
    case 'editTopic':
      return input?.registration ?? {};
    case 'submitTopicRegistration':
      return { submittedAt: now, isLate: !isWithinDeadline(now, registrationDeadline), chairConsentedAt: null };
    case 'consentToLateTopic':
      return { chairConsentedAt: now };
    case 'acceptTopicRegistration':
      return { acceptedAt: now, frozenVersions: frozen(topic, 'REGISTRATION') };
    case 'assignTopicToCommittee':
      return { leadCommittee: input?.leadCommittee ?? null, involvedCommittees: input?.involvedCommittees ?? [] };
    case 'forwardTopicToPreConference':
      return { recommendation: input?.recommendation ?? null, frozenVersions: frozen(topic, 'COMMITTEE_ADOPTED') };
    case 'forwardTopicToMainConference':
      return { recommendation: input?.recommendation ?? null, frozenVersions: frozen(topic, 'FINAL') };
    case 'reviseProposal':
      return input?.proposal === undefined
        ? {}
        : { proposalVersionId: input.proposal.versionId, proposalTextHash: input.proposal.textHash };
    case 'recordTopicOutcome':
      return { outcome: input?.outcome ?? null, openBallotId: null };
    case 'importDecidedTopic':
      return archived(topic, input ?? {});
    case 'returnTopicRegistration':
    case 'returnTopicToCommittee':
    case 'withdrawTopic':
      return {};
    default:
      return assertNever(action);
  }
}

/** The archive knows the day of the decision alone: everything before it counts as done on that day. */
function archived(topic: TopicEntry, { outcome, decidedAt: day }: TopicActionInput): Partial<Topic> {
  const days = day === undefined ? {} : { createdAt: day, submittedAt: day, acceptedAt: day, updatedAt: day };
  const wasAdopted = outcome === 'ADOPTED' || outcome === 'ADOPTED_AMENDED';
  return { ...days, outcome: outcome ?? null, frozenVersions: frozen(topic, wasAdopted ? 'AS_ADOPTED' : 'FINAL') };
}

function frozen(topic: TopicEntry, stage: ProposalStage): Topic['frozenVersions'] {
  return topic.proposalVersionId === null
    ? topic.frozenVersions
    : { ...topic.frozenVersions, [stage]: topic.proposalVersionId };
}

function assertNever(action: never): never {
  throw new Error(`No changes are written for ${String(action)}`);
}
