import type { Capacity, TopicState } from '#glossary';
import type { Lifecycle } from '#platform/lifecycle';
import * as joint from './co-registration-requirements.js';
import * as needToKnow from './need-to-know.js';
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
const underWay = ['SUBMITTED', 'ACCEPTED', 'IN_COMMITTEE', 'IN_PRE_CONFERENCE', 'IN_MAIN_CONFERENCE'] as const;
const everyState = [
  'DRAFT',
  'RETURNED',
  ...underWay,
  'IN_WRITTEN_PROCEDURE',
  'CONCLUDED',
  'DECIDED',
  'WITHDRAWN',
  'MERGED',
] as const;
const restricts = {
  to: 'UNCHANGED',
  requires: [needToKnow.isRestricted, needToKnow.namesKnownParties],
  emits: 'topic.restricted',
} as const;
const cites = {
  to: 'UNCHANGED',
  requires: [precedent.citesWhatCanBeSeen, precedent.citesOnce, precedent.hasRoomForPrecedent],
  emits: 'topic.precedentCited',
} as const;
const uncites = { to: 'UNCHANGED', requires: [precedent.namesPrecedent], emits: 'topic.precedentRemoved' } as const;
const mergeable = ['SUBMITTED', 'ACCEPTED', 'IN_COMMITTEE', 'IN_PRE_CONFERENCE'] as const;

/** Rows of the topic's table that tie it to others: to further registrants, to earlier topics, to one that goes on. */
export const topicJointRows = {
  /** Accepted topics are seen by all parties: whoever shares the concern joins, and the registrant is told. */
  joinTopic: {
    from: ['ACCEPTED', 'IN_COMMITTEE', 'IN_PRE_CONFERENCE', 'IN_MAIN_CONFERENCE', 'IN_WRITTEN_PROCEDURE'],
    to: 'UNCHANGED',
    by: ['PARTY_COORDINATOR'],
    requires: [joint.joinsInOwnName, only.registrantMayRegister],
    emits: 'topic.joined',
  },
  leaveTopic: {
    from: [
      'SUBMITTED',
      'RETURNED',
      'ACCEPTED',
      'IN_COMMITTEE',
      'IN_PRE_CONFERENCE',
      'IN_MAIN_CONFERENCE',
      'IN_WRITTEN_PROCEDURE',
    ],
    to: 'UNCHANGED',
    by: ['CO_REGISTRANT_COORDINATOR'],
    requires: [joint.actsForCoRegistrant],
    emits: 'topic.left',
  },
  /** What the registrant gives up a co-registrant may carry on; the secretariat takes it from there. */
  takeOverTopic: {
    from: ['WITHDRAWN'],
    to: 'ACCEPTED',
    by: ['CO_REGISTRANT_COORDINATOR'],
    requires: [joint.actsForCoRegistrant, joint.wasTakenOn],
    emits: 'topic.takenOver',
  },
  /** Who needs to know is named by the registrant; the secretariat may correct it. */
  restrictTopic: [
    { ...restricts, from: ['DRAFT', 'RETURNED'], by: registrant },
    { ...restricts, from: underWay, by: ['REGISTRANT_COORDINATOR', 'REGISTRANT_COMMITTEE_CHAIR', 'SECRETARIAT'] },
  ],
  followConference: [
    {
      from: ['IN_PRE_CONFERENCE', 'IN_MAIN_CONFERENCE'],
      to: 'IN_PRE_CONFERENCE',
      by: ['SYSTEM'],
      requires: [only.givesReason, way.namesLaterConference, only.hasNoOpenBallot],
      emits: 'topic.followedConference',
    },
    {
      from: ['DRAFT', 'RETURNED', 'SUBMITTED', 'ACCEPTED', 'IN_COMMITTEE'],
      to: 'UNCHANGED',
      by: ['SYSTEM'],
      requires: [only.givesReason, way.namesLaterConference],
      emits: 'topic.followedConference',
    },
  ],
  followNeedToKnowGroup: {
    from: everyState,
    to: 'UNCHANGED',
    by: ['SYSTEM'],
    requires: [needToKnow.namesKnownParties],
    emits: 'topic.followedGroup',
  },
  citePrecedent: [
    { ...cites, from: ['DRAFT', 'RETURNED'], by: registrant },
    { ...cites, from: underWay, by: ['SECRETARIAT'] },
  ],
  removePrecedent: [
    { ...uncites, from: ['DRAFT', 'RETURNED'], by: registrant },
    { ...uncites, from: underWay, by: ['SECRETARIAT'] },
  ],
  /** The agreement itself is a record of its own (merge-lifecycle.ts); the topic's history tells that there is one. */
  proposeMerge: {
    from: mergeable,
    to: 'UNCHANGED',
    by: ['SECRETARIAT'],
    requires: [only.hasNoOpenBallot],
    emits: 'topic.mergeProposed',
  },
  mergeTopic: {
    from: mergeable,
    to: 'MERGED',
    by: ['SECRETARIAT'],
    requires: [way.hasConsentToMerge, only.hasNoOpenBallot],
    emits: 'topic.merged',
  },
  absorbTopic: {
    from: mergeable,
    to: 'UNCHANGED',
    by: ['SECRETARIAT'],
    requires: [way.hasConsentToMerge, only.hasNoOpenBallot],
    emits: 'topic.absorbed',
  },
} as const satisfies Lifecycle<TopicEntry, TopicState, Capacity, TopicContext>['rows'];
