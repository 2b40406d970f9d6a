import {
  type BodyCode,
  type BodyState,
  bodyStateNames,
  type Capacity,
  capacityNames,
  type MembershipKind,
  type PartyCode,
} from '#glossary';
import type { DecisionContext, Lifecycle } from '#platform/lifecycle';
import { type BodyRecord } from './body-record.js';
import * as only from './body-requirements.js';
import type { PartyRights } from './party-rights.js';

export type BodyAction = 'setUpBody' | 'renameBody' | 'changeMembership' | 'dissolveBody';

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

const keepers = ['SECRETARIAT', 'COMMITTEE_CHAIR'] as const;

export const bodyLifecycle: Lifecycle<BodyEntry, BodyState, Capacity, BodyContext> = {
  record: { kind: 'body', label: 'Gremium' },
  states: bodyStateNames,
  capacities: { ...capacityNames, COMMITTEE_CHAIR: 'Vorsitz des übergeordneten Arbeitskreises' },
  requirements: only,
  rows: {
    setUpBody: {
      from: ['NEW'],
      to: 'ACTIVE',
      by: keepers,
      requires: [only.shortNameFits, only.shortNameIsFree, only.standsUnderABody, only.nameFits, only.dayFits],
      emits: 'body.setUp',
    },
    renameBody: {
      from: ['ACTIVE'],
      to: 'UNCHANGED',
      by: keepers,
      requires: [only.nameFits, only.nameIsNew, only.dayFits, only.notInThePast, only.noLaterName],
      emits: 'body.renamed',
    },
    changeMembership: {
      from: ['ACTIVE'],
      to: 'UNCHANGED',
      by: keepers,
      requires: [
        only.dayFits,
        only.notInThePast,
        only.bundDoesNotVote,
        only.isMemberToEnd,
        only.noLaterMembership,
        only.givesReason,
      ],
      emits: 'body.membershipChanged',
    },
    dissolveBody: {
      from: ['ACTIVE'],
      to: 'DISSOLVED',
      by: keepers,
      requires: [
        only.isNoStandingBody,
        only.hasNoSubBodies,
        only.dayFits,
        only.notInThePast,
        only.noLaterName,
        only.givesReason,
      ],
      emits: 'body.dissolved',
    },
  },
  labels: {
    setUpBody: 'Gremium einsetzen',
    renameBody: 'Gremium umbenennen',
    changeMembership: 'Mitgliedschaft ändern',
    dissolveBody: 'Gremium auflösen',
  },
};
