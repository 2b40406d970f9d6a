/** Follow-ups of resolutions (Aufträge, domain.md §2), with the German names users read. */
export const followUpKindNames = {
  REPORT: 'Berichtsauftrag',
  REQUEST: 'Bitte',
  MANDATE: 'Auftrag',
  IMPLEMENTATION: 'Umsetzung in den Ländern',
} as const;
export type FollowUpKind = keyof typeof followUpKindNames;

export const followUpStateNames = {
  OPEN: 'Offen',
  IN_PROGRESS: 'In Bearbeitung',
  REPORTED: 'Bericht vorgelegt',
  DONE: 'Erledigt',
  EXTENDED: 'Verlängert',
  OBSOLETE: 'Gegenstandslos',
} as const;
export type FollowUpState = keyof typeof followUpStateNames;

/** How far a Land has got (Umsetzungsstand). */
export const implementationStatusNames = {
  NOT_STARTED: 'Noch nicht begonnen',
  IN_PROGRESS: 'In Umsetzung',
  IMPLEMENTED: 'Umgesetzt',
  NOT_INTENDED: 'Nicht vorgesehen',
} as const;
export type ImplementationStatus = keyof typeof implementationStatusNames;
