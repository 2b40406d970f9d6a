import { type BodyState, bodyStateNames, type Capacity, capacityNames } from '#glossary';
import type { Lifecycle } from '#platform/lifecycle';
import type { BodyEntry, BodyContext } from './body-context.js';
import * as only from './body-requirements.js';

export type BodyAction = 'setUpBody' | 'renameBody' | 'changeMembership' | 'dissolveBody';

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
      requires: [only.nameFits, only.nameIsNew, only.dayFits, only.notInThePast, only.bodyHasBegun, only.noLaterName],
      emits: 'body.renamed',
    },
    changeMembership: {
      from: ['ACTIVE'],
      to: 'UNCHANGED',
      by: keepers,
      requires: [
        only.dayFits,
        only.notInThePast,
        only.bodyHasBegun,
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
        only.bodyHasBegun,
        only.noLaterName,
        only.noMembershipAfterTheEnd,
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
