import type { Capacity } from '#glossary';
import type { DecisionContext, Refusal } from '#platform/lifecycle';
import type { AssignmentPlace, AssignmentRecord, AssignmentState } from './assignment-record.js';

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
  /** There is no such body on the first day. */
  readonly isBodyDissolved: boolean;
  /** The last day of the body, when it is fixed. */
  readonly bodyEndsOn: string | null;
}

/** The input is null while only asking which actions are available. */
export interface AssignmentContext extends DecisionContext<Capacity> {
  readonly today: string;
  readonly actorId: string | null;
  readonly input: AssignmentInput | null;
  readonly facts: AssignmentFacts;
}
