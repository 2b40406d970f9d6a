import { capacityNames, topicStateNames, type Capacity, type TopicState } from '#glossary';
import type { Lifecycle } from '#platform/lifecycle';
import * as committees from './committee-requirements.js';
import * as joint from './co-registration-requirements.js';
import { topicActionLabels } from './topic-action-labels.js';
import { topicJointRows } from './topic-joint-rows.js';
import * as needToKnow from './need-to-know.js';
import * as placeholder from './placeholder.js';
import * as precedent from './precedent-requirements.js';
import * as only from './topic-requirements.js';
import * as way from './topic-way-requirements.js';
import type { TopicContext, TopicEntry } from './topic.js';

const registrant = [
  'REGISTRANT_COORDINATOR',
  'REGISTRANT_EXPERT',
  'REGISTRANT_COMMITTEE_SECRETARY',
  'REGISTRANT_COMMITTEE_CHAIR',
] as const;
const registrantHead = ['REGISTRANT_COORDINATOR', 'REGISTRANT_COMMITTEE_CHAIR'] as const;
const beforeDecided = [
  'DRAFT',
  'RETURNED',
  'SUBMITTED',
  'ACCEPTED',
  'IN_COMMITTEE',
  'IN_PRE_CONFERENCE',
  'IN_MAIN_CONFERENCE',
  'IN_WRITTEN_PROCEDURE',
] as const;

/** "<action> takes a topic from … to …, may be done by …, and only if …" (domain.md §4) */
const rows = {
  createTopic: {
    from: ['NEW'],
    to: 'DRAFT',
    by: registrant,
    requires: [only.registrantMayRegister, only.hasSoundFields, way.conferenceTakesPlace],
    emits: 'topic.created',
  },
  editTopic: {
    from: ['DRAFT', 'RETURNED'],
    to: 'UNCHANGED',
    by: registrant,
    requires: [only.hasSoundFields],
    emits: 'topic.edited',
  },
  submitTopicRegistration: {
    from: ['DRAFT', 'RETURNED'],
    to: 'SUBMITTED',
    by: registrantHead,
    requires: [only.hasRequiredFields, only.withinDeadlineOrUrgent, way.conferenceTakesPlace],
    emits: 'topic.submitted',
  },
  returnTopicRegistration: {
    from: ['SUBMITTED'],
    to: 'RETURNED',
    by: ['SECRETARIAT'],
    requires: [only.givesReason],
    emits: 'topic.returned',
  },
  consentToLateTopic: {
    from: ['SUBMITTED'],
    to: 'UNCHANGED',
    by: ['CHAIR'],
    requires: [only.isLate, only.hasNoConsentYet],
    emits: 'topic.lateConsented',
  },
  acceptTopicRegistration: {
    from: ['SUBMITTED'],
    to: 'ACCEPTED',
    by: ['SECRETARIAT'],
    requires: [only.hasChairConsentIfLate],
    emits: 'topic.accepted',
  },
  assignTopicToCommittee: {
    from: ['ACCEPTED'],
    to: 'IN_COMMITTEE',
    by: ['SECRETARIAT'],
    requires: [only.namesLeadCommittee],
    emits: 'topic.assigned',
  },
  concludeTopicInCommittee: {
    from: ['IN_COMMITTEE'],
    to: 'CONCLUDED',
    by: ['COMMITTEE_CHAIR'],
    requires: [only.givesReason],
    emits: 'topic.concluded',
  },
  giveCommitteeOpinion: {
    from: ['IN_COMMITTEE'],
    to: 'UNCHANGED',
    by: ['INVOLVED_COMMITTEE_CHAIR'],
    requires: [committees.speaksForInvolvedCommittee, only.namesRecommendation],
    emits: 'topic.opinionGiven',
  },
  forwardTopicToPreConference: [
    {
      from: ['IN_COMMITTEE'],
      to: 'IN_PRE_CONFERENCE',
      by: ['COMMITTEE_CHAIR'],
      requires: [only.namesRecommendation, only.hasText],
      emits: 'topic.forwardedToPreConference',
    },
    {
      /** The direct route; a committee that registers has dealt with its topic already. */
      from: ['ACCEPTED'],
      to: 'IN_PRE_CONFERENCE',
      by: ['SECRETARIAT', 'REGISTRANT_COMMITTEE_CHAIR'],
      requires: [only.namesRecommendation, only.hasText],
      emits: 'topic.forwardedToPreConference',
    },
  ],
  returnTopicToCommittee: {
    from: ['IN_PRE_CONFERENCE', 'IN_MAIN_CONFERENCE'],
    to: 'IN_COMMITTEE',
    by: ['CHAIR'],
    requires: [only.givesReason, only.hasLeadCommittee, only.hasNoOpenBallot],
    emits: 'topic.returnedToCommittee',
  },
  forwardTopicToMainConference: {
    from: ['IN_PRE_CONFERENCE'],
    to: 'IN_MAIN_CONFERENCE',
    by: ['CHAIR'],
    requires: [only.namesRecommendation, only.hasText],
    emits: 'topic.forwardedToMainConference',
  },
  deferTopic: {
    from: ['IN_PRE_CONFERENCE', 'IN_MAIN_CONFERENCE'],
    to: 'IN_PRE_CONFERENCE',
    by: ['CHAIR'],
    requires: [only.givesReason, way.namesLaterConference, only.hasNoOpenBallot],
    emits: 'topic.deferred',
  },
  /** While it is voted on the text stays as it was frozen: a change of text ends the round and begins another one. */
  moveTopicToWrittenProcedure: {
    from: ['IN_PRE_CONFERENCE', 'IN_MAIN_CONFERENCE'],
    to: 'IN_WRITTEN_PROCEDURE',
    by: ['CHAIR'],
    requires: [only.isNoFiresideTalk, way.hasTextToFreeze, only.hasNoOpenBallot],
    emits: 'topic.movedToWrittenProcedure',
  },
  returnFromWrittenProcedure: {
    from: ['IN_WRITTEN_PROCEDURE'],
    to: 'IN_MAIN_CONFERENCE',
    by: ['CHAIR', 'SYSTEM'],
    requires: [way.namesConferenceAhead, only.hasNoOpenBallot],
    emits: 'topic.returnedFromWrittenProcedure',
  },
  reviseProposal: [
    {
      from: ['DRAFT', 'RETURNED'],
      to: 'UNCHANGED',
      by: registrant,
      requires: [only.isNoFiresideTalk, placeholder.isNoPlaceholder],
      emits: 'topic.proposalRevised',
    },
    {
      from: ['IN_COMMITTEE'],
      to: 'UNCHANGED',
      by: ['COMMITTEE_SECRETARY', 'COMMITTEE_CHAIR'],
      requires: [only.isNoFiresideTalk, placeholder.isNoPlaceholder],
      emits: 'topic.proposalRevised',
    },
    {
      from: ['ACCEPTED', 'IN_PRE_CONFERENCE', 'IN_MAIN_CONFERENCE', 'IN_WRITTEN_PROCEDURE'],
      to: 'UNCHANGED',
      by: ['CHAIR', 'SECRETARIAT'],
      requires: [only.isNoFiresideTalk, placeholder.isNoPlaceholder, only.hasNoOpenBallot],
      emits: 'topic.proposalRevised',
    },
  ],
  recordTopicOutcome: [
    {
      from: ['IN_MAIN_CONFERENCE'],
      to: 'DECIDED',
      by: ['CHAIR'],
      requires: [only.namesAllowedOutcome, only.givesReasonForRemoval],
      emits: 'topic.decided',
    },
    {
      from: ['IN_WRITTEN_PROCEDURE'],
      to: 'DECIDED',
      by: ['CHAIR', 'SYSTEM'],
      requires: [only.namesAllowedOutcome],
      emits: 'topic.decided',
    },
  ],
  withdrawTopic: {
    from: beforeDecided,
    to: 'WITHDRAWN',
    by: registrantHead,
    requires: [only.givesReason, only.hasNoOpenBallot],
    emits: 'topic.withdrawn',
  },
  ...topicJointRows,
  /** What a resolution asked for comes back by itself to the conference it is due at (Auftrag, domain.md §2). */
  openFollowUpTopic: {
    from: ['NEW'],
    to: 'ACCEPTED',
    by: ['SYSTEM'],
    requires: [only.hasSoundFields],
    emits: 'topic.openedByFollowUp',
  },
  /** What was decided before this procedure was kept here (Archiv). No person can add to the past. */
  importDecidedTopic: {
    from: ['NEW'],
    to: 'DECIDED',
    by: ['SYSTEM'],
    requires: [only.hasSoundFields, only.hasRequiredFields, only.namesAllowedOutcome, only.wasDecidedBefore],
    emits: 'topic.imported',
  },
} as const satisfies Lifecycle<TopicEntry, TopicState, Capacity, TopicContext>['rows'];

export type TopicAction = keyof typeof rows;

const labels: Readonly<Record<TopicAction, string>> = topicActionLabels;

export const topicLifecycle: Lifecycle<TopicEntry, TopicState, Capacity, TopicContext> = {
  record: { kind: 'topic', label: 'Thema' },
  states: topicStateNames,
  capacities: capacityNames,
  rows,
  requirements: {
    ...only,
    ...way,
    ...joint,
    ...committees,
    ...precedent,
    ...needToKnow,
    isNoPlaceholder: placeholder.isNoPlaceholder,
  },
  labels,
};
