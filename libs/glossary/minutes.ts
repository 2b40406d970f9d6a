/** The minutes of a session (Beschlussniederschrift): where they stand. */
export const minutesStateNames = { DRAFT: 'Entwurf', CIRCULATED: 'Versandt', AGREED: 'Vereinbart' } as const;
export type MinutesState = keyof typeof minutesStateNames;

/** An objection of a party to the wording of the minutes. */
export const minutesObjectionStateNames = {
  OPEN: 'Offen',
  RESOLVED: 'Durch neue Fassung erledigt',
  REJECTED: 'Zurückgewiesen',
  WITHDRAWN: 'Zurückgenommen',
} as const;
export type MinutesObjectionState = keyof typeof minutesObjectionStateNames;

/** A correction of a resolution after its adoption (Berichtigung). */
export const correctionStateNames = {
  PROPOSED: 'Vorgeschlagen',
  CONFIRMED: 'Bestätigt',
  REJECTED: 'Abgelehnt',
} as const;
export type CorrectionState = keyof typeof correctionStateNames;
