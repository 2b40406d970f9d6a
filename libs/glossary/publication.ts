/** Release, objection and publication (Freigabe, Widerspruch, Veröffentlichung): identifier → German label. */
export const releaseObjectKindNames = {
  RESOLUTION: 'Beschluss',
  ATTACHMENT: 'Anlage',
  STATEMENT: 'Erklärung zu Protokoll',
  CORRECTION: 'Berichtigung',
} as const;
export type ReleaseObjectKind = keyof typeof releaseObjectKindNames;

export const releaseStateNames = {
  PROPOSED: 'Zur Freigabe vorgesehen',
  BLOCKED: 'Blockiert',
  RELEASED: 'Freigegeben',
  PUBLISHED: 'Veröffentlicht',
  WITHDRAWN: 'Zurückgezogen',
} as const;
export type ReleaseState = keyof typeof releaseStateNames;

export const releaseObjectionStateNames = { STANDING: 'Besteht', WITHDRAWN: 'Zurückgenommen' } as const;
export type ReleaseObjectionState = keyof typeof releaseObjectionStateNames;

export const publicationStateNames = {
  PREPARED: 'Vorbereitet',
  APPROVED: 'Genehmigt',
  DISCARDED: 'Verworfen',
} as const;
export type PublicationState = keyof typeof publicationStateNames;

/** Why an object does not become public now. Never who objects, and never how many. */
export const stayBackReasonNames = {
  CLASSIFIED: 'eingestuft; wird nie freigegeben',
  RELEASE_NOT_WISHED: 'Freigabe von der anmeldenden Stelle nicht gewünscht',
  BLOCKED: 'Widerspruch',
  OBJECTIONS_STILL_POSSIBLE: 'Frist für Widersprüche läuft noch',
  RELEASE_NOT_GRANTED_YET: 'Freigabe noch nicht festgestellt',
  RESOLUTION_NOT_PUBLIC: 'der zugehörige Beschluss ist nicht öffentlich',
  WITHDRAWN: 'zurückgezogen',
} as const;
export type StayBackReason = keyof typeof stayBackReasonNames;

/** What is different from the last publication of the same conference. */
export const publicationChangeNames = {
  FIRST_TIME: 'erstmals öffentlich',
  AGAIN: 'wieder öffentlich',
  NO_LONGER_HELD_BACK: 'zuletzt zurückgehalten',
  WITHDRAWN_SINCE: 'seit der letzten Veröffentlichung zurückgezogen',
} as const;
export type PublicationChange = keyof typeof publicationChangeNames;
