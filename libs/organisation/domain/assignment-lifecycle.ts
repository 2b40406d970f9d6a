import { capacityNames, type Capacity } from '#glossary';
import type { DecisionContext, Lifecycle, Refusal } from '#platform/lifecycle';
import {
  assignmentStateNames,
  type AssignmentPlace,
  type AssignmentRecord,
  type AssignmentState,
} from './assignment-record.js';
import * as only from './assignment-requirements.js';

export type AssignmentAction = 'grantAssignment' | 'appointDeputy' | 'handOverAssignment' | 'endAssignment';

/** An assignment as the table sees it; before it is granted there is none. */
export interface AssignmentEntry {
  readonly state: AssignmentState | 'NEW';
  readonly assignment: AssignmentRecord | null;
}

export interface AssignmentInput {
  /** Who is to be entrusted; the person itself when an assignment ends. */
  readonly personId: string;
  /** First day of what begins; last day of what ends. */
  readonly on: string;
  /** Last day of what begins, when it is known. */
  readonly until: string | null;
  readonly reason: string;
}

/** What else is looked up for the decision. */
export interface AssignmentFacts {
  readonly place: AssignmentPlace;
  /** What is wrong with role, party and body as they were entered. */
  readonly problemsOfPlace: readonly Refusal[];
  readonly isPersonKnown: boolean;
  /** The person holds the same on one of these days. */
  readonly isHeldAlready: boolean;
  /** Nobody else coordinates the party after the last day. */
  readonly isLastCoordinator: boolean;
  /** The body no longer exists. */
  readonly isBodyDissolved: boolean;
}

/** The input is null while only asking which actions are available. */
export interface AssignmentContext extends DecisionContext<Capacity> {
  readonly today: string;
  readonly actorId: string | null;
  readonly input: AssignmentInput | null;
  readonly facts: AssignmentFacts;
}

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
      requires: [only.placeFits, only.isTheirsToGive, only.bodyExists, ...ofTheNew],
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
      requires: [only.isTheirsToGive, ...ofTheNew, only.hasBegunBefore, only.givesReason],
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
