import { committeeCodes, type BodyCode, type CommitteeCode, type Outcome, type ProposalStage } from '#glossary';
import type { TopicAction } from './topic-lifecycle.js';
import { isWithinDeadline } from './topic-requirements.js';
import type { Topic, TopicContext, TopicEntry } from './topic.js';

type Change = (topic: TopicEntry, context: TopicContext) => Partial<Topic>;

const nothing: Change = () => ({});
/** Parties written anew no longer follow a group. */
const asWritten: Change = (topic, { input }) => {
  const registration = input?.registration;
  if (registration === undefined) return {};
  const isSame = registration.restrictedTo.join() === topic.restrictedTo.join();
  return { ...registration, needToKnowGroupId: isSame ? topic.needToKnowGroupId : null };
};

/** What each action changes beside state, revision and time. */
export const changesBy: Readonly<Record<TopicAction, Change>> = {
  createTopic: asWritten,
  editTopic: asWritten,
  submitTopicRegistration: (_topic, { now, registrationDeadline }) => ({
    submittedAt: now,
    isLate: !isWithinDeadline(now, registrationDeadline),
    chairConsentedAt: null,
  }),
  returnTopicRegistration: nothing,
  consentToLateTopic: (_topic, { now }) => ({ chairConsentedAt: now }),
  acceptTopicRegistration: (topic, { now }) => ({
    acceptedAt: now,
    frozenVersions: frozen(topic, 'REGISTRATION'),
  }),
  assignTopicToCommittee: (_topic, { input }) => ({
    leadCommittee: input?.leadCommittee ?? null,
    involvedCommittees: input?.involvedCommittees ?? [],
  }),
  concludeTopicInCommittee: (topic) => ({ frozenVersions: frozen(topic, 'COMMITTEE_ADOPTED') }),
  giveCommitteeOpinion: nothing,
  forwardTopicToPreConference: (topic, { input }) => ({
    leadCommittee: topic.leadCommittee ?? committeeOf(topic.registrant.body),
    recommendation: input?.recommendation ?? null,
    frozenVersions: frozen(topic, 'COMMITTEE_ADOPTED'),
  }),
  returnTopicToCommittee: startedAgain,
  forwardTopicToMainConference: (topic, { input }) => ({
    recommendation: input?.recommendation ?? null,
    frozenVersions: frozen(topic, 'PRE_CONFERENCE', 'FINAL'),
  }),
  joinTopic: ({ coRegistrants }, { input }) =>
    input?.party === undefined ? {} : { coRegistrants: [...coRegistrants, input.party] },
  leaveTopic: ({ coRegistrants }, { input }) => ({
    coRegistrants: coRegistrants.filter((party) => party !== input?.party),
  }),
  takeOverTopic: takenOver,
  deferTopic: (topic, context) => ({ ...moved(topic, context), ...startedAgain(topic) }),
  followConference: (topic, context) => ({ ...moved(topic, context), ...startedAgain(topic) }),
  moveTopicToWrittenProcedure: (topic) => ({ frozenVersions: frozen(topic, 'FINAL') }),
  returnFromWrittenProcedure: (topic, context) => ({ ...moved(topic, context), openBallotId: null }),
  reviseProposal: (_topic, { input }) =>
    input?.proposal === undefined
      ? {}
      : { proposalVersionId: input.proposal.versionId, proposalTextHash: input.proposal.textHash },
  recordTopicOutcome: (topic, { input }) => ({
    outcome: input?.outcome ?? null,
    openBallotId: null,
    frozenVersions: wasAdopted(input?.outcome) ? frozen(topic, 'AS_ADOPTED') : topic.frozenVersions,
  }),
  withdrawTopic: nothing,
  restrictTopic: restrictedBy,
  followNeedToKnowGroup: restrictedBy,
  citePrecedent: nothing,
  removePrecedent: nothing,
  proposeMerge: nothing,
  mergeTopic: (_topic, { input }) => ({ mergedIntoId: input?.merge?.survivorId ?? null }),
  openFollowUpTopic: (_topic, { now }) => ({ submittedAt: now, acceptedAt: now }),
  absorbTopic: joinedByThoseOf,
  importDecidedTopic: archived,
};

function restrictedBy(_topic: TopicEntry, { input }: TopicContext): Partial<Topic> {
  const restriction = input?.restriction;
  return restriction ? { restrictedTo: restriction.parties, needToKnowGroupId: restriction.groupId } : {};
}

/** A committee that registers leads what it registered. */
function committeeOf(body: BodyCode | undefined): CommitteeCode | null {
  return committeeCodes.find((code) => code === body) ?? null;
}

/** Whoever registered the topic that ends goes on as co-registrant; a committee that did goes on as involved. */
function joinedByThoseOf(survivor: TopicEntry, { input }: TopicContext): Partial<Topic> {
  const absorbed = input?.merge?.absorbed;
  if (absorbed === undefined) return {};
  const { party, body } = absorbed.registrant;
  const parties = [...survivor.coRegistrants, ...(party === undefined ? [] : [party]), ...absorbed.coRegistrants];
  const bodies = [...survivor.involvedCommittees, body, absorbed.leadCommittee, ...absorbed.involvedCommittees];
  return {
    coRegistrants: [...new Set(parties)].filter((code) => code !== survivor.registrant.party),
    involvedCommittees: [...new Set(bodies.flatMap((code) => code ?? []))].filter(
      (code) => code !== survivor.leadCommittee,
    ),
  };
}

/** The co-registrant becomes the registrant; who gave the topic up is no longer part of it. */
function takenOver(topic: TopicEntry, { input }: TopicContext): Partial<Topic> {
  const party = input?.party;
  if (party === undefined) return {};
  return {
    ...startedAgain(topic),
    registrant: { party },
    coRegistrants: topic.coRegistrants.filter((other) => other !== party),
  };
}

/** The archive knows the day of the decision alone: everything before it counts as done on that day. */
function archived(topic: TopicEntry, { input }: TopicContext): Partial<Topic> {
  const { outcome, decidedAt: day } = input ?? {};
  const days = day === undefined ? {} : { createdAt: day, submittedAt: day, acceptedAt: day, updatedAt: day };
  return {
    ...days,
    outcome: outcome ?? null,
    frozenVersions: frozen(topic, wasAdopted(outcome) ? 'AS_ADOPTED' : 'FINAL'),
  };
}

function wasAdopted(outcome: Outcome | undefined): boolean {
  return outcome === 'ADOPTED' || outcome === 'ADOPTED_AMENDED';
}

/** The topic belongs to the conference named from now on, and stays listed with those it was meant for before. */
function moved(topic: TopicEntry, { targetConference }: TopicContext): Partial<Topic> {
  const target = targetConference?.id ?? topic.conferenceId;
  if (target === topic.conferenceId) return {};
  const before = [...topic.previousConferenceIds, topic.conferenceId];
  return {
    conferenceId: target,
    recommendation: null,
    previousConferenceIds: [...new Set(before)].filter((id) => id !== target),
  };
}

/** The next round recommends anew and makes its own final text; what the earlier one did stays with its recommendations. */
function startedAgain({ frozenVersions }: TopicEntry): Partial<Topic> {
  const { PRE_CONFERENCE: _preConference, FINAL: _final, ...kept } = frozenVersions;
  return { recommendation: null, frozenVersions: kept };
}

function frozen(topic: TopicEntry, ...stages: ProposalStage[]): Topic['frozenVersions'] {
  const version = topic.proposalVersionId;
  if (version === null) return topic.frozenVersions;
  return { ...topic.frozenVersions, ...Object.fromEntries(stages.map((stage) => [stage, version])) };
}
