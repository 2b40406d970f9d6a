import { isClassified, type Release } from './release.js';

export const stayBackReasons = {
  CLASSIFIED: 'eingestuft; wird nie freigegeben',
  RELEASE_NOT_WISHED: 'Freigabe von der anmeldenden Stelle nicht gewünscht',
  BLOCKED: 'Widerspruch',
  OBJECTIONS_STILL_POSSIBLE: 'Frist für Widersprüche läuft noch',
  RELEASE_NOT_GRANTED_YET: 'Freigabe noch nicht festgestellt',
  RESOLUTION_NOT_PUBLIC: 'der zugehörige Beschluss ist nicht öffentlich',
  WITHDRAWN: 'zurückgezogen',
} as const;
export type StayBackReason = keyof typeof stayBackReasons;

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
