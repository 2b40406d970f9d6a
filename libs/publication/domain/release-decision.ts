import { permit, type Refused } from '#platform/lifecycle';
import { releaseLifecycle, type ReleaseAction } from './release-lifecycle.js';
import type { Release, ReleaseContext, ReleaseEntry } from './release.js';

export interface ReleaseEvent {
  readonly type: string;
  readonly capacity: string;
  readonly reason: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface AcceptedRelease {
  readonly ok: true;
  readonly release: Release;
  readonly events: readonly [ReleaseEvent, ...ReleaseEvent[]];
}

/** The next release and what happened, or every reason against it. Pure: nothing is saved. */
export function decide(
  release: ReleaseEntry,
  action: ReleaseAction,
  context: ReleaseContext,
): AcceptedRelease | Refused {
  const verdict = permit(releaseLifecycle, release, action, context);
  if (!verdict.ok) return verdict;
  const next: Release = {
    ...release,
    ...changes(release, action, context.now),
    state: verdict.to,
    revision: release.revision + 1,
  };
  const reason = context.input?.reason?.trim() ?? '';
  const { objectKind, objectId, topicId, conferenceId } = release;
  const data = { objectKind, objectId, topicId, conferenceId, from: release.state, to: next.state };
  const event = { type: verdict.emits, capacity: verdict.capacity, reason: reason === '' ? null : reason, data };
  return { ok: true, release: next, events: [event] };
}

function changes({ objectionsUntil }: ReleaseEntry, action: ReleaseAction, now: Date): Partial<Release> {
  switch (action) {
    case 'proposeRelease':
      return { proposedAt: now };
    case 'agreeToRelease':
      return { releaseWish: true };
    case 'grantRelease':
      return { releasedAt: now };
    case 'publishRelease':
      return { publishedAt: now, withdrawnAt: null };
    case 'withdrawPublication':
      return { withdrawnAt: now };
    case 'importPublishedRelease':
      return { proposedAt: objectionsUntil, releasedAt: objectionsUntil, publishedAt: now };
    case 'blockRelease':
    case 'unblockRelease':
    case 'reinstateRelease':
      return {};
    default:
      return assertNever(action);
  }
}

function assertNever(action: never): never {
  throw new Error(`No changes are written for ${String(action)}`);
}
