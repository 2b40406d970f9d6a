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
