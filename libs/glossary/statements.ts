/** A statement for the record (Erklärung zu Protokoll, Protokollnotiz): where it stands. */
export const statementStateNames = {
  DRAFT: 'Entwurf',
  ANNOUNCED: 'Angekündigt',
  COSIGNED: 'Mitgezeichnet',
  RECORDED: 'Zu Protokoll genommen',
  WITHDRAWN: 'Zurückgezogen',
} as const;
export type StatementState = keyof typeof statementStateNames;

/** Why a co-signature no longer stands. */
export const cosignatureEndNames = {
  WITHDRAWN: 'Mitzeichnung zurückgenommen',
  TEXT_CHANGED: 'Text danach geändert',
} as const;
export type CosignatureEnd = keyof typeof cosignatureEndNames;
