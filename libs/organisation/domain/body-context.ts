import type { BodyCode, BodyState, Capacity, MembershipKind, PartyCode } from '#glossary';
import type { DecisionContext } from '#platform/lifecycle';
import type { BodyRecord } from './body-record.js';
import type { PartyRights } from './party-rights.js';

/** A body as the table sees it; before it is set up there is none. */
export interface BodyEntry {
  readonly state: BodyState | 'NEW';
  readonly body: BodyRecord | null;
}

/** How a party is to belong to the body; without rights it is to belong no longer. */
export interface MembershipInput {
  readonly party: PartyCode;
  readonly rights: (PartyRights & { readonly kind: MembershipKind }) | null;
}

export interface BodyInput {
  readonly code: string;
  readonly parent: BodyCode | null;
  readonly name: string;
  /** First day of what is to be, or last day of what ends. */
  readonly on: string;
  readonly reason: string;
  readonly membership: MembershipInput | null;
}

/** What else is looked up for the decision. */
export interface KnownBodies {
  readonly isCodeTaken: boolean;
  readonly parent: BodyRecord | null;
  readonly hasSubBodies: boolean;
}

/** The input is null while only asking which actions are open. */
export interface BodyContext extends DecisionContext<Capacity> {
  /** Berlin day of `now`. */
  readonly today: string;
  readonly input: BodyInput | null;
  readonly known: KnownBodies;
}
