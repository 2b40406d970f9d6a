import type { Capacity, FollowUpKind, FollowUpState, ImplementationStatus, LandCode, PartyCode } from '#glossary';
import type { DecisionContext } from '#platform/lifecycle';
import type { Addressee } from './addressee.js';
import { isPast, type Due } from './due.js';

/** What a clause of a resolution asks somebody to do (Auftrag, domain.md §2). */
export interface FollowUp {
  readonly id: string;
  readonly state: FollowUpState | 'NEW';
  readonly kind: FollowUpKind;
  readonly resolutionId: string;
  /** Stable id of the clause it comes from. */
  readonly clauseId: string;
  /** What is to be done, as the addressee reads it. */
  readonly task: string;
  readonly addressee: Addressee;
  readonly due: Due;
  /** The unfulfilled follow-up that this one asks for once more. */
  readonly repeatsId: string | null;
  /** The later resolution that gave more time; null while nobody did. */
  readonly extendedById: string | null;
  /** The topic as which it came back to the conference it is due at. */
  readonly returnedTopicId: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly revision: number;
}

/** Where a follow-up comes from, as far as deciding on it needs. */
export interface Origin {
  readonly resolutionId: string;
  readonly adoptedOn: string;
  readonly clauseIds: ReadonlySet<string>;
}

/** How far one Land has got. A new report is another version; the newest counts, all are kept. */
export interface Implementation {
  readonly party: LandCode;
  readonly status: ImplementationStatus;
  readonly note: string | null;
}

/** What a person gives along with an action. */
export interface FollowUpActionInput {
  readonly reason?: string | null | undefined;
  readonly report?: string | undefined;
  readonly due?: Due | undefined;
  readonly implementation?: { readonly party: PartyCode; readonly status: ImplementationStatus } | undefined;
  /** The topic just made of it. */
  readonly topicId?: string | undefined;
}

export interface FollowUpContext extends DecisionContext<Capacity> {
  /** Berlin day of `now`. */
  readonly today: string;
  /** Null when the resolution cannot be seen. */
  readonly origin: Origin | null;
  /** Whether the addressee is a body that exists today; bodies come and go. */
  readonly addresseeExists: boolean;
  /** Whether the addressee may read the resolution: nobody can do what one may not see. */
  readonly addresseeSeesOrigin: boolean;
  /** The one that is repeated; null when there is none, or it cannot be seen. */
  readonly repeated: Pick<FollowUp, 'id' | 'state' | 'addressee'> | null;
  /** The resolution that extends. */
  readonly extension: Pick<Origin, 'resolutionId' | 'adoptedOn'> | null;
  /** First day of the conference it is due at; null while that is not planned. */
  readonly conferenceStartsOn: string | null;
  /** Länder whose coordination the actor speaks for. */
  readonly ownParties: readonly PartyCode[];
  readonly implementations: readonly Implementation[];
  /** Null while only asking which actions are available: then nothing that a person still has to enter is missing. */
  readonly input: FollowUpActionInput | null;
}

const unfulfilled: readonly FollowUp['state'][] = ['OPEN', 'IN_PROGRESS', 'EXTENDED'];

/** Still waits for its addressee. */
export function isUnfulfilled({ state }: Pick<FollowUp, 'state'>): boolean {
  return unfulfilled.includes(state);
}

/** Computed, never stored: a day passes without anybody doing anything. */
export function isOverdue(
  followUp: Pick<FollowUp, 'state' | 'due'>,
  conferenceStartsOn: string | null,
  today: string,
): boolean {
  return (
    isUnfulfilled(followUp) && followUp.due.kind !== 'CONDITION' && isPast(followUp.due, conferenceStartsOn, today)
  );
}

/** The day on which somebody has to look whether the condition has come to pass. */
export function isToBeReviewed({ state, due }: Pick<FollowUp, 'state' | 'due'>, today: string): boolean {
  return isUnfulfilled({ state }) && due.kind === 'CONDITION' && today >= due.reviewOn;
}
