import { capacityNames, releaseStateNames, type Capacity, type ReleaseState } from '#glossary';
import type { Lifecycle } from '#platform/lifecycle';
import * as only from './release-requirements.js';
import type { ReleaseContext, ReleaseEntry } from './release.js';

/** "<action> takes a release from … to …, may be done by …, and only if …" (domain.md §4) */
const rows = {
  proposeRelease: { from: ['NEW'], to: 'PROPOSED', by: ['SYSTEM'], emits: 'release.proposed' },
  agreeToRelease: {
    from: ['PROPOSED', 'BLOCKED'],
    to: 'UNCHANGED',
    by: ['REGISTRANT_COORDINATOR', 'REGISTRANT_COMMITTEE_CHAIR'],
    requires: [only.isNotClassified, only.isNotWishedYet],
    emits: 'release.agreedTo',
  },
  /** By the system, in the transaction of the objection: the history names nobody. */
  blockRelease: {
    from: ['PROPOSED'],
    to: 'BLOCKED',
    by: ['SYSTEM'],
    requires: [only.hasStandingObjection],
    emits: 'release.blocked',
  },
  unblockRelease: {
    from: ['BLOCKED'],
    to: 'PROPOSED',
    by: ['SYSTEM'],
    requires: [only.hasNoStandingObjection],
    emits: 'release.unblocked',
  },
  /** Silence releases: the system does it as soon as nobody can object any more. */
  grantRelease: {
    from: ['PROPOSED'],
    to: 'RELEASED',
    by: ['SYSTEM', 'SECRETARIAT'],
    requires: [only.isNotClassified, only.isWished, only.objectionPeriodIsOver],
    emits: 'release.granted',
  },
  publishRelease: {
    from: ['RELEASED'],
    to: 'PUBLISHED',
    by: ['CHAIR', 'SECRETARIAT'],
    requires: [only.isNotClassified, only.isApprovedByAnotherPerson],
    emits: 'release.published',
  },
  withdrawPublication: {
    from: ['PUBLISHED'],
    to: 'WITHDRAWN',
    by: ['CHAIR', 'SECRETARIAT'],
    requires: [only.givesReason],
    emits: 'release.withdrawn',
  },
  reinstateRelease: {
    from: ['WITHDRAWN'],
    to: 'RELEASED',
    by: ['SECRETARIAT'],
    requires: [only.isNotClassified, only.givesReason],
    emits: 'release.reinstated',
  },
  /** What had been published before this procedure was kept here (Archiv). */
  importPublishedRelease: {
    from: ['NEW'],
    to: 'PUBLISHED',
    by: ['SYSTEM'],
    requires: [only.isNotClassified, only.isWished, only.objectionPeriodIsOver],
    emits: 'release.imported',
  },
} as const satisfies Lifecycle<ReleaseEntry, ReleaseState, Capacity, ReleaseContext>['rows'];

export type ReleaseAction = keyof typeof rows;

const labels: Readonly<Record<ReleaseAction, string>> = {
  proposeRelease: 'Zur Freigabe vorsehen',
  agreeToRelease: 'Freigabe zustimmen',
  blockRelease: 'Blockieren',
  unblockRelease: 'Blockade aufheben',
  grantRelease: 'Freigabe feststellen',
  publishRelease: 'Veröffentlichen',
  withdrawPublication: 'Veröffentlichung zurückziehen',
  reinstateRelease: 'Erneut freigeben',
  importPublishedRelease: 'Veröffentlichung aus dem Archiv übernehmen',
};

export const releaseLifecycle: Lifecycle<ReleaseEntry, ReleaseState, Capacity, ReleaseContext> = {
  record: { kind: 'release', label: 'Freigabe' },
  states: releaseStateNames,
  capacities: capacityNames,
  rows,
  requirements: only,
  labels,
};
