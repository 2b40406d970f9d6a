import type { Capacity, PartyCode, ReleaseObjectionState } from '#glossary';
import type { DecisionContext } from '#platform/lifecycle';
import type { Release } from './release.js';

/** A party's objection to one release (Widerspruch). Who raised it is known to that party alone. */
export interface ReleaseObjection {
  readonly id: string;
  readonly releaseId: string;
  readonly party: PartyCode;
  readonly state: ReleaseObjectionState;
  /** None is needed; what a party writes here, only that party reads. */
  readonly reason: string | null;
  readonly objectedBy: string;
  readonly objectedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly revision: number;
}

/** An objection before its first decision; the party is what the person names. */
export type ReleaseObjectionEntry = Omit<ReleaseObjection, 'state' | 'party'> & {
  readonly state: ReleaseObjectionState | 'NEW';
  readonly party: PartyCode | null;
};

export interface ReleaseObjectionContext extends DecisionContext<Capacity> {
  readonly release: Pick<Release, 'state' | 'objectionsUntil' | 'classification'>;
  /** Parties in whose name the person speaks. */
  readonly ownParties: readonly PartyCode[];
  /** Has the party the right `mayObjectToRelease`? */
  readonly partyMayObject: boolean;
  /** Of the person's own parties, those whose objection stands. Nobody is told of any other. */
  readonly standingOwnParties: readonly PartyCode[];
  readonly isAsking: boolean;
}
