/** What a subscribed calendar (Kalenderabonnement) shows. */
export const calendarContentNames = {
  SESSIONS_AND_DEADLINES: 'Sitzungen und meine Fristen',
  SESSIONS: 'Nur Sitzungen',
  DEADLINES: 'Nur meine Fristen',
} as const;
export type CalendarContent = keyof typeof calendarContentNames;

export const calendarFeedStateNames = { ACTIVE: 'Aktiv', REVOKED: 'Widerrufen' } as const;
export type CalendarFeedState = keyof typeof calendarFeedStateNames;
