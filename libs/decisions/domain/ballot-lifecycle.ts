import { ballotStateNames, capacityNames, type BallotState, type Capacity } from '#glossary';
import type { Lifecycle } from '#platform/lifecycle';
import * as only from './ballot-requirements.js';
import * as blocks from './block-requirements.js';
import type { Ballot } from './ballot.js';
import type { BallotContext } from './ballot-context.js';

/** "<action> takes a ballot from … to …, may be done by …, and only if …" (domain.md §4) */
const rows = {
  openBallot: {
    from: ['NEW'],
    to: 'OPEN',
    by: ['CHAIR', 'SECRETARIAT'],
    requires: [
      only.topicIsBeforeThoseWhoVote,
      only.isNoFiresideTalk,
      only.hasText,
      only.standsOnAgenda,
      only.standsOnMainAgenda,
      only.isFirstBallotOnThisText,
      only.sessionIsHeld,
    ],
    emits: 'ballot.opened',
  },
  openBlockBallot: {
    from: ['NEW'],
    to: 'OPEN',
    by: ['CHAIR'],
    requires: [blocks.agendaIsCirculated, blocks.holdsItems, blocks.eachItemCanBeVotedOn, only.sessionIsHeld],
    emits: 'ballot.blockOpened',
  },
  castVote: {
    from: ['OPEN'],
    to: 'UNCHANGED',
    by: ['PARTY_COORDINATOR'],
    requires: [
      only.isGivenByTheFormWhenInWriting,
      only.namesPartyAndChoice,
      only.actsForOwnParty,
      only.partyHasTheRightToVote,
      only.namesTextOfBallot,
      only.isBeforeItsEnd,
    ],
    emits: 'vote.cast',
  },
  recordVoteOnBehalf: {
    from: ['OPEN'],
    to: 'UNCHANGED',
    by: ['SECRETARIAT'],
    requires: [
      only.isGivenByTheFormWhenInWriting,
      only.namesPartyAndChoice,
      only.partyHasTheRightToVote,
      only.namesTextOfBallot,
      only.givesReason,
      only.isBeforeItsEnd,
    ],
    emits: 'vote.recordedOnBehalf',
  },
  closeBallot: [
    {
      from: ['OPEN'],
      to: 'CLOSED',
      by: ['CHAIR'],
      requires: [only.isClosedByItsProcedureWhenInWriting],
      emits: 'ballot.closed',
    },
    { from: ['OPEN'], to: 'CLOSED', by: ['SYSTEM'], requires: [only.isInWriting], emits: 'ballot.closed' },
  ],
  changeTextAtTable: {
    from: ['OPEN', 'CLOSED'],
    to: 'SUPERSEDED',
    by: ['CHAIR', 'SECRETARIAT'],
    requires: [only.isAboutAnItem, only.changesTheText],
    emits: 'ballot.superseded',
  },
  recordTopicOutcome: [
    {
      from: ['CLOSED'],
      to: 'DETERMINED',
      by: ['CHAIR'],
      requires: [blocks.isAboutOneTopic, only.outcomeIsAllowedByVotes, only.textIsAsVoted],
      emits: 'ballot.determined',
    },
    {
      from: ['CLOSED'],
      to: 'DETERMINED',
      by: ['SYSTEM'],
      requires: [only.isInWriting, only.outcomeIsAllowedByVotes, only.textIsAsVoted],
      emits: 'ballot.determined',
    },
  ],
  recordBlockOutcome: {
    from: ['CLOSED'],
    to: 'DETERMINED',
    by: ['CHAIR'],
    requires: [blocks.isBlock, blocks.blockIsAdoptedByVotes, blocks.eachTextIsAsVoted],
    emits: 'ballot.blockDetermined',
  },
  dissolveBlock: {
    from: ['OPEN', 'CLOSED'],
    to: 'DISSOLVED',
    by: ['CHAIR'],
    requires: [blocks.isBlock, blocks.givesReasonToDissolve],
    emits: 'ballot.blockDissolved',
  },
} as const satisfies Lifecycle<Ballot, BallotState, Capacity, BallotContext>['rows'];

export type BallotAction = keyof typeof rows;

const labels: Readonly<Record<BallotAction, string>> = {
  openBallot: 'Abstimmung eröffnen',
  openBlockBallot: 'Abstimmung en bloc eröffnen',
  castVote: 'Stimme abgeben',
  recordVoteOnBehalf: 'Stimme im Auftrag eintragen',
  closeBallot: 'Abstimmung schließen',
  changeTextAtTable: 'Text am Tisch ändern',
  recordTopicOutcome: 'Ergebnis feststellen',
  recordBlockOutcome: 'Ergebnis des Blocks feststellen',
  dissolveBlock: 'Block auflösen',
};

export const ballotLifecycle: Lifecycle<Ballot, BallotState, Capacity, BallotContext> = {
  record: { kind: 'ballot', label: 'Abstimmung' },
  states: ballotStateNames,
  capacities: capacityNames,
  rows,
  requirements: { ...only, ...blocks },
  labels,
};
