import {
  type BodyCode,
  type BodyKind,
  type BodyState,
  type CommitteeCode,
  isStandingBody,
  type MembershipKind,
  type PartyCode,
} from '#glossary';
import { isCommitteeCode } from './bodies.js';
import { WHOLE_CONFERENCE, type ActedOn } from './capacities.js';
import type { PartyRights } from './party-rights.js';
import { isValidOn, type Validity } from './validity.js';

/** What a body was called from day to day. Names are added; a name that was borne is never changed. */
export interface BodyName extends Validity {
  readonly id: string;
  readonly name: string;
}

/** How a party belongs to a body from day to day, with the four rights. */
export interface Membership extends Validity, PartyRights {
  readonly id: string;
  readonly party: PartyCode;
  readonly kind: MembershipKind;
}

/** A body with its place in the tree, its names and its members through all times. */
export interface BodyRecord extends Validity {
  readonly id: string;
  readonly code: BodyCode;
  readonly kind: BodyKind;
  readonly parent: BodyCode | null;
  /** The committee under which a sub-body stands, however deep; null for standing bodies and for those of the conference. */
  readonly committee: CommitteeCode | null;
  /** Oldest first. */
  readonly names: readonly BodyName[];
  readonly memberships: readonly Membership[];
  readonly revision: number;
}

/** A body whose last day is fixed counts as dissolved, even before that day: nothing about it changes any more. */
export function stateOfBody({ validTo }: Validity): BodyState {
  return validTo === null ? 'ACTIVE' : 'DISSOLVED';
}

/** The name on a Berlin day; before the first and after the last the nearest. */
export function nameOn({ names, code }: Pick<BodyRecord, 'names' | 'code'>, day: string): string {
  const borne = names.find((name) => isValidOn(name, day));
  if (borne !== undefined) return borne.name;
  const [first] = names;
  const last = names.at(-1);
  return (first !== undefined && day < first.validFrom ? first.name : last?.name) ?? code;
}

/** The committee under which a new body would stand. */
export function committeeAbove(parent: Pick<BodyRecord, 'code' | 'committee'> | null): CommitteeCode | null {
  if (parent === null) return null;
  return isCommitteeCode(parent.code) ? parent.code : parent.committee;
}

/** Whoever chairs the committee acts on its sub-bodies; on standing bodies the secretariat alone. */
export function actedOnBody(code: BodyCode, committee: CommitteeCode | null): ActedOn {
  return { ...WHOLE_CONFERENCE, leadCommittee: isStandingBody(code) ? null : committee };
}
