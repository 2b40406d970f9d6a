/** Written procedures (Umlaufverfahren): identifier → German label. */
export const writtenProcedureStateNames = {
  DRAFT: 'Beantragt',
  RUNNING: 'Läuft',
  ADOPTED: 'Beschlossen',
  FAILED: 'Nicht beschlossen',
  MOVED_TO_SESSION: 'In die Sitzung verwiesen',
  WITHDRAWN: 'Zurückgezogen',
} as const;
export type WrittenProcedureState = keyof typeof writtenProcedureStateNames;
