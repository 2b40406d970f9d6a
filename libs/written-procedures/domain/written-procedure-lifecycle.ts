import { capacityNames, writtenProcedureStateNames, type Capacity, type WrittenProcedureState } from '#glossary';
import type { Lifecycle } from '#platform/lifecycle';
import * as only from './written-procedure-requirements.js';
import type { WrittenProcedure, WrittenProcedureContext } from './written-procedure.js';

const votableTopic = [
  only.topicIsBeforeTheConference,
  only.isNoFiresideTalk,
  only.hasText,
  only.isForAllParties,
  only.hasNoOpenBallot,
] as const;
const withTheVote = [only.namesPartyAndChoice, only.namesTextOfRound, only.isBeforeItsEnd] as const;

/** "<action> takes a written procedure from … to …, may be done by …, and only if …" (domain.md §4) */
const rows = {
  requestWrittenProcedure: {
    from: ['NEW'],
    to: 'DRAFT',
    by: ['PARTY_COORDINATOR', 'SECRETARIAT', 'CHAIR', 'SYSTEM'],
    requires: [only.givesReason, only.isTheOnlyProcedure, ...votableTopic],
    emits: 'writtenProcedure.requested',
  },
  startWrittenProcedure: {
    from: ['DRAFT'],
    to: 'RUNNING',
    by: ['CHAIR'],
    requires: [
      ...votableTopic,
      only.namesTextOfTopic,
      only.leavesEnoughTime,
      only.endsWithinAYear,
      only.saysWhyItIsUrgent,
    ],
    emits: 'writtenProcedure.started',
  },
  giveWrittenVote: {
    from: ['RUNNING'],
    to: 'UNCHANGED',
    by: ['PARTY_COORDINATOR'],
    requires: [only.actsForOwnParty, ...withTheVote],
    emits: 'writtenProcedure.formGiven',
  },
  giveWrittenVoteOnBehalf: {
    from: ['RUNNING'],
    to: 'UNCHANGED',
    by: ['SECRETARIAT'],
    requires: [only.givesReason, ...withTheVote],
    emits: 'writtenProcedure.formGivenOnBehalf',
  },
  demandDiscussion: {
    from: ['RUNNING'],
    to: 'MOVED_TO_SESSION',
    by: ['PARTY_COORDINATOR', 'CHAIR'],
    requires: [only.givesReason, only.actsForOwnParty, only.isEntitledToDiscussion, only.isBeforeItsEnd],
    emits: 'writtenProcedure.movedToSession',
  },
  changeTextOfWrittenProcedure: {
    from: ['RUNNING'],
    to: 'UNCHANGED',
    by: ['CHAIR'],
    requires: [
      only.givesReason,
      only.writesAnotherText,
      only.leavesEnoughTime,
      only.endsWithinAYear,
      only.saysWhyItIsUrgent,
      only.isBeforeItsEnd,
    ],
    emits: 'writtenProcedure.textChanged',
  },
  endWrittenProcedureEarly: {
    from: ['RUNNING'],
    to: 'UNCHANGED',
    by: ['CHAIR'],
    requires: [only.isBeforeItsEnd, only.allHaveVoted],
    emits: 'writtenProcedure.endedEarly',
  },
  /** By the rule and not by hand: no person adopts, and none lets fail. */
  adoptWrittenProcedure: {
    from: ['RUNNING'],
    to: 'ADOPTED',
    by: ['SYSTEM'],
    requires: [only.isAtItsEnd, only.votesAdopt],
    emits: 'writtenProcedure.adopted',
  },
  failWrittenProcedure: {
    from: ['RUNNING'],
    to: 'FAILED',
    by: ['SYSTEM'],
    requires: [only.isAtItsEnd, only.votesDoNotAdopt],
    emits: 'writtenProcedure.failed',
  },
  withdrawWrittenProcedure: {
    from: ['DRAFT', 'RUNNING'],
    to: 'WITHDRAWN',
    by: ['REGISTRANT_COORDINATOR', 'REGISTRANT_COMMITTEE_CHAIR', 'CHAIR'],
    requires: [only.givesReason, only.isBeforeItsEnd],
    emits: 'writtenProcedure.withdrawn',
  },
  reportWrittenProcedure: {
    from: ['ADOPTED', 'FAILED', 'MOVED_TO_SESSION', 'WITHDRAWN'],
    to: 'UNCHANGED',
    by: ['SECRETARIAT', 'CHAIR', 'SYSTEM'],
    requires: [only.wasStarted, only.isNotReportedYet],
    emits: 'writtenProcedure.reported',
  },
} as const satisfies Lifecycle<WrittenProcedure, WrittenProcedureState, Capacity, WrittenProcedureContext>['rows'];

export type WrittenProcedureAction = keyof typeof rows;

const labels: Readonly<Record<WrittenProcedureAction, string>> = {
  requestWrittenProcedure: 'Umlaufverfahren beantragen',
  startWrittenProcedure: 'Umlaufverfahren eröffnen',
  giveWrittenVote: 'Stimme und Freigabevotum abgeben',
  giveWrittenVoteOnBehalf: 'Stimme und Freigabevotum im Auftrag eintragen',
  demandDiscussion: 'Erörterung in der Sitzung verlangen',
  changeTextOfWrittenProcedure: 'Text ändern und neue Runde eröffnen',
  endWrittenProcedureEarly: 'Vorzeitig beenden',
  adoptWrittenProcedure: 'Beschluss feststellen',
  failWrittenProcedure: 'Scheitern feststellen',
  withdrawWrittenProcedure: 'Umlaufverfahren zurückziehen',
  reportWrittenProcedure: 'In der Sitzung berichten',
};

export const writtenProcedureLifecycle: Lifecycle<
  WrittenProcedure,
  WrittenProcedureState,
  Capacity,
  WrittenProcedureContext
> = {
  record: { kind: 'writtenProcedure', label: 'Umlaufverfahren' },
  states: writtenProcedureStateNames,
  capacities: capacityNames,
  rows,
  requirements: only,
  labels,
};
