/** Rounds of comments on one text (Anmerkungsrunde): identifier → German label. */
export const commentRoundStateNames = { OPEN: 'Läuft', CLOSED: 'Beendet', WITHDRAWN: 'Zurückgezogen' } as const;
export type CommentRoundState = keyof typeof commentRoundStateNames;

/** How a Land or the Bund answers (Äußerung). */
export const commentKindNames = {
  NO_OBJECTION: 'Keine Einwände',
  REMARKS: 'Anmerkungen',
  CHANGE_REQUEST: 'Änderungswünsche',
} as const;
export type CommentKind = keyof typeof commentKindNames;
