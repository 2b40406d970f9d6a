import { capacityNames, topicStateNames, type Capacity, type TopicState } from '#glossary';
import type { Lifecycle } from '#platform/lifecycle';
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
    requires: [only.registrantMayRegister, only.hasSoundFields],
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
    requires: [only.hasRequiredFields, only.withinDeadlineOrUrgent],
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
  forwardTopicToPreConference: [
    {
      from: ['IN_COMMITTEE'],
      to: 'IN_PRE_CONFERENCE',
      by: ['COMMITTEE_CHAIR'],
      requires: [only.namesRecommendation, only.hasText],
      emits: 'topic.forwardedToPreConference',
    },
    {
      from: ['ACCEPTED'],
      to: 'IN_PRE_CONFERENCE',
      by: ['SECRETARIAT'],
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
  /** The text stays as it was frozen: no row revises it here; a change of text is a new round. */
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
    requires: [way.namesConferenceAhead],
    emits: 'topic.returnedFromWrittenProcedure',
  },
  reviseProposal: [
    {
      from: ['DRAFT', 'RETURNED'],
      to: 'UNCHANGED',
      by: registrant,
      requires: [only.isNoFiresideTalk],
      emits: 'topic.proposalRevised',
    },
    {
      from: ['IN_COMMITTEE'],
      to: 'UNCHANGED',
      by: ['COMMITTEE_SECRETARY', 'COMMITTEE_CHAIR'],
      requires: [only.isNoFiresideTalk],
      emits: 'topic.proposalRevised',
    },
    {
      from: ['ACCEPTED', 'IN_PRE_CONFERENCE', 'IN_MAIN_CONFERENCE'],
      to: 'UNCHANGED',
      by: ['CHAIR', 'SECRETARIAT'],
      requires: [only.isNoFiresideTalk, only.hasNoOpenBallot],
      emits: 'topic.proposalRevised',
    },
  ],
  recordTopicOutcome: [
    {
      from: ['IN_MAIN_CONFERENCE'],
      to: 'DECIDED',
      by: ['CHAIR'],
      requires: [only.namesAllowedOutcome],
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
  mergeTopic: {
    from: ['SUBMITTED', 'ACCEPTED', 'IN_COMMITTEE', 'IN_PRE_CONFERENCE'],
    to: 'MERGED',
    by: ['SECRETARIAT'],
    requires: [way.hasConsentToMerge, only.hasNoOpenBallot],
    emits: 'topic.merged',
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

const labels: Readonly<Record<TopicAction, string>> = {
  createTopic: 'Thema anlegen',
  editTopic: 'Anmeldung bearbeiten',
  submitTopicRegistration: 'Anmeldung einreichen',
  returnTopicRegistration: 'Anmeldung zurückgeben',
  consentToLateTopic: 'Verspäteter Anmeldung zustimmen',
  acceptTopicRegistration: 'Anmeldung annehmen',
  assignTopicToCommittee: 'Arbeitskreis zuweisen',
  concludeTopicInCommittee: 'Im Arbeitskreis abschließen',
  forwardTopicToPreConference: 'An die Vorkonferenz weiterleiten',
  returnTopicToCommittee: 'An den Arbeitskreis zurückverweisen',
  forwardTopicToMainConference: 'An die Hauptkonferenz weiterleiten',
  deferTopic: 'Auf eine spätere Konferenz vertagen',
  moveTopicToWrittenProcedure: 'Ins Umlaufverfahren geben',
  returnFromWrittenProcedure: 'Aus dem Umlaufverfahren zurückholen',
  reviseProposal: 'Beschlussvorschlag bearbeiten',
  recordTopicOutcome: 'Ergebnis feststellen',
  withdrawTopic: 'Thema zurückziehen',
  mergeTopic: 'Mit einem anderen Thema zusammenführen',
  importDecidedTopic: 'Aus dem Archiv übernommen',
};

export const topicLifecycle: Lifecycle<TopicEntry, TopicState, Capacity, TopicContext> = {
  record: { kind: 'topic', label: 'Thema' },
  states: topicStateNames,
  capacities: capacityNames,
  rows,
  requirements: { ...only, ...way },
  labels,
};
