import type { Capacity, Classification, ReleaseObjectKind, ReleaseState } from '#glossary';
import type { DecisionContext } from '#platform/lifecycle';

/** What can be released, each by itself: a resolution, a paper attached to its topic, a statement, a correction. */
export interface ReleasableObject {
  readonly objectKind: ReleaseObjectKind;
  readonly objectId: string;
  readonly topicId: string;
  readonly conferenceId: string;
  readonly title: string;
  readonly classification: Classification;
  /** Whether its originator wants it to be published. "Not wished" is not "classified". */
  readonly releaseWish: boolean;
}

/** Whether one object may become public (Freigabe, domain.md §2): yes, unless a party objects. */
export interface Release extends ReleasableObject {
  readonly id: string;
  readonly state: ReleaseState;
  /** Instant at which the time for objections ends. */
  readonly objectionsUntil: Date;
  readonly proposedAt: Date;
  readonly releasedAt: Date | null;
  /** Of the last publication; a new one gets a new date. */
  readonly publishedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly revision: number;
}

/** A release before its first decision. */
export type ReleaseEntry = Omit<Release, 'state'> & { readonly state: ReleaseState | 'NEW' };

/** Two people: who prepared a publication, and who approves it. */
export interface Approval {
  readonly preparedBy: string;
  readonly approvedBy: string;
}

export interface ReleaseActionInput {
  readonly reason?: string | undefined;
  readonly approval?: Approval | undefined;
}

export interface ReleaseContext extends DecisionContext<Capacity> {
  /** Known to the system alone; people learn no more than the state. */
  readonly hasStandingObjection: boolean;
  /** Null while only asking which actions are available. */
  readonly input: ReleaseActionInput | null;
}

/** What is classified never becomes public, whatever anybody wishes. */
export function isClassified({ classification }: Pick<Release, 'classification'>): boolean {
  return classification === 'RESTRICTED' || classification === 'VS_NFD';
}
