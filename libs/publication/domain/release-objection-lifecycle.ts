import { capacityNames, releaseObjectionStateNames, type Capacity, type ReleaseObjectionState } from '#glossary';
import type { Lifecycle } from '#platform/lifecycle';
import * as only from './release-objection-requirements.js';
import type { ReleaseObjectionContext, ReleaseObjectionEntry } from './release-objection.js';

/** "<action> takes an objection from … to …, may be done by …, and only if …" (domain.md §2) */
const rows = {
  objectToRelease: {
    from: ['NEW'],
    to: 'STANDING',
    by: ['PARTY_COORDINATOR'],
    requires: [
      only.actsForOwnParty,
      only.partyMayObject,
      only.isNotClassified,
      only.releaseIsNotDecided,
      only.isBeforeEndOfObjections,
      only.hasNotObjectedYet,
    ],
    emits: 'releaseObjection.raised',
  },
  /** Given in the form of a written procedure, before there was a release to object to. */
  carryReleaseObjection: { from: ['NEW'], to: 'STANDING', by: ['SYSTEM'], emits: 'releaseObjection.carried' },
  withdrawReleaseObjection: {
    from: ['STANDING'],
    to: 'WITHDRAWN',
    by: ['PARTY_COORDINATOR'],
    requires: [only.actsForOwnParty, only.isStillOfUse],
    emits: 'releaseObjection.withdrawn',
  },
} as const satisfies Lifecycle<ReleaseObjectionEntry, ReleaseObjectionState, Capacity, ReleaseObjectionContext>['rows'];

export type ReleaseObjectionAction = keyof typeof rows;

const labels: Readonly<Record<ReleaseObjectionAction, string>> = {
  objectToRelease: 'Freigabe widersprechen',
  carryReleaseObjection: 'Widerspruch aus dem Umlaufverfahren übernehmen',
  withdrawReleaseObjection: 'Widerspruch zurücknehmen',
};

export const releaseObjectionLifecycle: Lifecycle<
  ReleaseObjectionEntry,
  ReleaseObjectionState,
  Capacity,
  ReleaseObjectionContext
> = {
  record: { kind: 'releaseObjection', label: 'Widerspruch gegen eine Freigabe' },
  states: releaseObjectionStateNames,
  capacities: capacityNames,
  rows,
  requirements: only,
  labels,
};
