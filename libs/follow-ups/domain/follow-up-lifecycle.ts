import { capacityNames, followUpStateNames, type Capacity, type FollowUpState } from '#glossary';
import type { Lifecycle } from '#platform/lifecycle';
import * as only from './follow-up-requirements.js';
import type { FollowUp, FollowUpContext } from './follow-up.js';

const unfulfilled = ['OPEN', 'IN_PROGRESS', 'EXTENDED'] as const;

/** "<action> takes a follow-up from … to …, may be done by …, and only if …" (domain.md §4) */
const rows = {
  createFollowUp: {
    from: ['NEW'],
    to: 'OPEN',
    by: ['SECRETARIAT'],
    requires: [
      only.namesClauseOfResolution,
      only.saysWhatToDo,
      only.suitsItsAddressee,
      only.isDueLater,
      only.repeatsAnUnfulfilledOne,
    ],
    emits: 'followUp.created',
  },
  startFollowUp: {
    from: ['OPEN', 'EXTENDED'],
    to: 'IN_PROGRESS',
    by: ['ADDRESSEE'],
    requires: [only.isNoImplementation, only.waitsForNoCondition],
    emits: 'followUp.started',
  },
  submitFollowUpReport: {
    from: unfulfilled,
    to: 'REPORTED',
    by: ['ADDRESSEE'],
    requires: [only.isNoImplementation, only.handsInReport],
    emits: 'followUp.reported',
  },
  returnFollowUpReport: {
    from: ['REPORTED'],
    to: 'IN_PROGRESS',
    by: ['SECRETARIAT', 'CHAIR'],
    requires: [only.givesReason],
    emits: 'followUp.reportReturned',
  },
  recordImplementation: {
    from: unfulfilled,
    to: 'UNCHANGED',
    by: ['PARTY_COORDINATOR'],
    requires: [only.isImplementation, only.speaksForOwnLand, only.namesStatus],
    emits: 'followUp.implementationRecorded',
  },
  completeFollowUp: [
    { from: ['REPORTED'], to: 'DONE', by: ['SECRETARIAT', 'CHAIR', 'SYSTEM'], emits: 'followUp.completed' },
    {
      from: unfulfilled,
      to: 'DONE',
      by: ['SECRETARIAT', 'CHAIR'],
      requires: [only.isImplementation, only.everyLandHasFinished],
      emits: 'followUp.completed',
    },
  ],
  extendFollowUp: {
    from: unfulfilled,
    to: 'EXTENDED',
    by: ['SECRETARIAT'],
    requires: [only.namesLaterResolution, only.givesMoreTime, only.isDueLater],
    emits: 'followUp.extended',
  },
  reviewFollowUpCondition: {
    from: unfulfilled,
    to: 'UNCHANGED',
    by: ['SECRETARIAT', 'CHAIR'],
    requires: [only.waitsForCondition, only.givesMoreTime, only.isDueLater, only.givesReason],
    emits: 'followUp.conditionReviewed',
  },
  dropFollowUp: {
    from: [...unfulfilled, 'REPORTED'],
    to: 'OBSOLETE',
    by: ['SECRETARIAT', 'CHAIR'],
    requires: [only.givesReason],
    emits: 'followUp.dropped',
  },
  /** It comes back by itself as a topic of the conference it is due at. */
  returnFollowUpAsTopic: {
    from: [...unfulfilled, 'REPORTED'],
    to: 'UNCHANGED',
    by: ['SYSTEM'],
    requires: [only.conferenceIsPlanned, only.hasNotReturnedYet],
    emits: 'followUp.returnedAsTopic',
  },
} as const satisfies Lifecycle<FollowUp, FollowUpState, Capacity, FollowUpContext>['rows'];

export type FollowUpAction = keyof typeof rows;

const labels: Readonly<Record<FollowUpAction, string>> = {
  createFollowUp: 'Auftrag anlegen',
  startFollowUp: 'Bearbeitung beginnen',
  submitFollowUpReport: 'Bericht vorlegen',
  returnFollowUpReport: 'Bericht zurückgeben',
  recordImplementation: 'Umsetzungsstand melden',
  completeFollowUp: 'Als erledigt feststellen',
  extendFollowUp: 'Verlängern',
  reviewFollowUpCondition: 'Bedingung prüfen',
  dropFollowUp: 'Für gegenstandslos erklären',
  returnFollowUpAsTopic: 'Als Thema zurückgekehrt',
};

export const followUpLifecycle: Lifecycle<FollowUp, FollowUpState, Capacity, FollowUpContext> = {
  record: { kind: 'followUp', label: 'Auftrag' },
  states: followUpStateNames,
  capacities: capacityNames,
  rows,
  requirements: only,
  labels,
};
