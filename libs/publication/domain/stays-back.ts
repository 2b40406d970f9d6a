import type { StayBackReason } from '#glossary';
import { isClassified, type Release } from './release.js';

/** Why an object does not become public now; null when it is released. Never who objects, and never how many. */
export function staysBackBecause(release: Release, now: Date): StayBackReason | null {
  if (isClassified(release)) return 'CLASSIFIED';
  switch (release.state) {
    case 'BLOCKED':
      return 'BLOCKED';
    case 'PROPOSED':
      if (!release.releaseWish) return 'RELEASE_NOT_WISHED';
      return now.getTime() < release.objectionsUntil.getTime()
        ? 'OBJECTIONS_STILL_POSSIBLE'
        : 'RELEASE_NOT_GRANTED_YET';
    case 'WITHDRAWN':
      return 'WITHDRAWN';
    case 'RELEASED':
    case 'PUBLISHED':
      return null;
  }
}
