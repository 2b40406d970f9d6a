import { capacityNames, type Capacity } from '#glossary';
import type { Lifecycle } from '#platform/lifecycle';
import { assignmentStateNames, type AssignmentState } from './assignment-record.js';
import type { AssignmentEntry, AssignmentContext } from './assignment-context.js';
import * as only from './assignment-requirements.js';

export type AssignmentAction = 'grantAssignment' | 'appointDeputy' | 'handOverAssignment' | 'endAssignment';

const givers = ['SECRETARIAT', 'PARTY_COORDINATOR', 'COMMITTEE_CHAIR'] as const;
const ofTheNew = [
  only.notForOneself,
  only.personIsKnown,
  only.daysFit,
  only.notInThePast,
  only.notHeldAlready,
] as const;

export const assignmentLifecycle: Lifecycle<AssignmentEntry, AssignmentState, Capacity, AssignmentContext> = {
  record: { kind: 'assignment', label: 'Aufgabe' },
  states: assignmentStateNames,
  capacities: { ...capacityNames, COMMITTEE_CHAIR: 'Vorsitz des Arbeitskreises' },
  requirements: only,
  rows: {
    grantAssignment: {
      from: ['NEW'],
      to: 'ACTIVE',
      by: givers,
      requires: [only.placeFits, only.isTheirsToGive, only.bodyExists, ...ofTheNew, only.endsWithTheBody],
      emits: 'assignment.granted',
    },
    appointDeputy: {
      from: ['ACTIVE'],
      to: 'UNCHANGED',
      by: givers,
      requires: [only.isTheirsToDepute, only.isNoDeputyItself, ...ofTheNew, only.withinTheOriginal],
      emits: 'assignment.deputyAppointed',
    },
    handOverAssignment: {
      from: ['ACTIVE'],
      to: 'UNCHANGED',
      by: givers,
      requires: [only.isTheirsToGive, ...ofTheNew, only.hasBegunBefore, only.hasNotEndedBefore, only.givesReason],
      emits: 'assignment.handedOver',
    },
    endAssignment: {
      from: ['ACTIVE'],
      to: 'ENDED',
      by: givers,
      requires: [
        only.isTheirsToEnd,
        only.daysFit,
        only.endsTodayAtTheEarliest,
        only.lastCoordinatorStays,
        only.givesReason,
      ],
      emits: 'assignment.ended',
    },
  },
  labels: {
    grantAssignment: 'Aufgabe übertragen',
    appointDeputy: 'Vertretung bestellen',
    handOverAssignment: 'Aufgabe übergeben',
    endAssignment: 'Aufgabe beenden',
  },
};
