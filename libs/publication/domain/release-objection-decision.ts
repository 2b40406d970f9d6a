import { permit, type Refused } from '#platform/lifecycle';
import { releaseObjectionLifecycle, type ReleaseObjectionAction } from './release-objection-lifecycle.js';
import type { ReleaseObjection, ReleaseObjectionContext, ReleaseObjectionEntry } from './release-objection.js';
import type { ReleaseEvent } from './release-decision.js';

export interface AcceptedObjection {
  readonly ok: true;
  readonly objection: ReleaseObjection;
  readonly events: readonly [ReleaseEvent, ...ReleaseEvent[]];
}

/** The next objection and what happened, or every reason against it. Pure: nothing is saved. */
export function decideObjection(
  objection: ReleaseObjectionEntry,
  action: ReleaseObjectionAction,
  context: ReleaseObjectionContext,
): AcceptedObjection | Refused {
  const verdict = permit(releaseObjectionLifecycle, objection, action, context);
  if (!verdict.ok) return verdict;
  const { party } = objection;
  if (party === null) throw new Error('An objection without a party was permitted');
  const withdrawnAt = action === 'withdrawReleaseObjection' ? context.now : null;
  const next = { ...objection, party, withdrawnAt, state: verdict.to, revision: objection.revision + 1 };
  // The reason stands in the objection itself and nowhere else.
  const data = { releaseId: objection.releaseId, party };
  const event = { type: verdict.emits, capacity: verdict.capacity, reason: null, data };
  return { ok: true, objection: next, events: [event] };
}
