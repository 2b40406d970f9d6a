import type { ReleasableObject, ReleaseEntry } from './release.js';

/** The release of an object before anything is decided about it. */
export function newRelease(object: ReleasableObject, id: string, objectionsUntil: Date, now: Date): ReleaseEntry {
  return {
    ...object,
    id,
    state: 'NEW',
    objectionsUntil,
    proposedAt: now,
    releasedAt: null,
    publishedAt: null,
    withdrawnAt: null,
    revision: 0,
  };
}
