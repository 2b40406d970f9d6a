import { permit, type ActionAvailability } from '#platform/lifecycle';
import { releaseObjectionLifecycle, type ReleaseObjectionAction } from './release-objection-lifecycle.js';
import type { ReleaseObjection, ReleaseObjectionContext, ReleaseObjectionEntry } from './release-objection.js';
import type { Release } from './release.js';

type Viewer = Pick<ReleaseObjectionContext, 'now' | 'capacities' | 'ownParties'>;

/** Whether the viewer may object, in the name of one of the viewer's parties. */
export function availabilityOfObjecting(
  release: Release,
  own: readonly ReleaseObjection[],
  viewer: Viewer,
): ActionAvailability {
  const entry: ReleaseObjectionEntry = {
    id: release.id,
    releaseId: release.id,
    party: null,
    state: 'NEW',
    reason: null,
    objectedBy: '',
    objectedAt: viewer.now,
    withdrawnAt: null,
    revision: 0,
  };
  return availability(entry, 'objectToRelease', contextOf(release, own, viewer));
}

/** Whether the viewer may take this objection back. */
export function availabilityOfWithdrawing(
  objection: ReleaseObjection,
  release: Release,
  viewer: Viewer,
): ActionAvailability {
  return availability(objection, 'withdrawReleaseObjection', contextOf(release, [objection], viewer));
}

function availability(
  entry: ReleaseObjectionEntry,
  action: ReleaseObjectionAction,
  context: ReleaseObjectionContext,
): ActionAvailability {
  const verdict = permit(releaseObjectionLifecycle, entry, action, context);
  const label = releaseObjectionLifecycle.labels[action] ?? action;
  if (!verdict.ok) return { action, label, available: false, refusals: verdict.refusals };
  return {
    action,
    label,
    available: true,
    capacity: releaseObjectionLifecycle.capacities[verdict.capacity],
    refusals: [],
  };
}

function contextOf(release: Release, own: readonly ReleaseObjection[], viewer: Viewer): ReleaseObjectionContext {
  const standingOwnParties = own.filter(({ state }) => state === 'STANDING').map(({ party }) => party);
  return { ...viewer, release, partyMayObject: true, standingOwnParties, isAsking: true };
}
