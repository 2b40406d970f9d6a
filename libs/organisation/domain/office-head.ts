import type { BodyCode, Capacity, PartyCode } from '#glossary';
import type { DecisionContext } from '#platform/lifecycle';
import type { Validity } from './validity.js';

/** Who heads the office of a party or a body: exactly one of the two. */
export interface OfficeHead extends Validity {
  readonly id: string;
  readonly personId: string;
  readonly party: PartyCode | null;
  readonly body: BodyCode | null;
  readonly revision: number;
}

export const officeHeadStateNames = { NAMED: 'Benannt', ENDED: 'Beendet' } as const;
export type OfficeHeadState = keyof typeof officeHeadStateNames;

export interface OfficeHeadEntry {
  readonly state: OfficeHeadState | 'NEW';
  readonly head: OfficeHead | null;
}

export interface OfficeHeadInput {
  readonly personId: string;
  /** First day of whoever is named; last day of whoever leaves. */
  readonly on: string;
  readonly reason: string;
}

export interface OfficeHeadContext extends DecisionContext<Capacity> {
  readonly today: string;
  /** Null while only asking which actions are available. */
  readonly input: OfficeHeadInput | null;
  readonly isOfficeKnown: boolean;
  readonly isPersonKnown: boolean;
  /** Those of the same office, ended ones among them, in the order of time. */
  readonly others: readonly OfficeHead[];
}

/** Named for later counts as named. */
export function stateOfHead({ validTo }: Validity, today: string): OfficeHeadState {
  return validTo !== null && validTo < today ? 'ENDED' : 'NAMED';
}
