/** What differs between conferences of ministers, as their profile says it (domain.md §3). */
export const silenceRuleNames = {
  ALL_MUST_VOTE: 'Alle müssen abstimmen',
  SILENCE_IS_ABSTENTION: 'Schweigen gilt als Enthaltung',
  SILENCE_IS_CONSENT: 'Schweigen gilt als Zustimmung',
} as const;
/** How the vote of a Land that has not voted is taken. */
export type SilenceRule = keyof typeof silenceRuleNames;

export const discussionDemandNames = {
  ANY_LAND: 'Jedes Land',
  ANY_PARTY: 'Jedes Land und der Bund',
  CHAIR: 'Der Vorsitz',
} as const;
/** Who may demand that a written procedure is discussed in a session instead. */
export type DiscussionDemand = keyof typeof discussionDemandNames;

export const holidayRuleNames = {
  ANY_LAND: 'Feiertag ist, was in einem der Länder Feiertag ist',
  ALL_LAENDER: 'Feiertag ist, was in allen Ländern Feiertag ist',
} as const;
/** Which days are no working days for all Länder together. */
export type HolidayRule = keyof typeof holidayRuleNames;

export const scheduleUnitNames = { WEEKS: 'Wochen', DAYS: 'Tage' } as const;
/** What the numbers of the schedule count for a special session. */
export type ScheduleUnit = keyof typeof scheduleUnitNames;

export const sessionStateNames = {
  PLANNED: 'Geplant',
  INVITED: 'Eingeladen',
  IN_PROGRESS: 'Läuft',
  CONCLUDED: 'Beendet',
  MINUTES_DRAFT: 'Niederschrift im Entwurf',
  MINUTES_AGREED: 'Niederschrift vereinbart',
  CANCELLED: 'Abgesagt',
} as const;
export type SessionState = keyof typeof sessionStateNames;

export const participantStateNames = { ANNOUNCED: 'Angemeldet', WITHDRAWN: 'Abgemeldet' } as const;
export type ParticipantState = keyof typeof participantStateNames;

export const participantRoleNames = {
  HEAD_OF_DELEGATION: 'Delegationsleitung',
  DELEGATION: 'Delegation',
  GUEST: 'Gast',
} as const;
export type ParticipantRole = keyof typeof participantRoleNames;

export const attendanceNames = {
  EXPECTED: 'Erwartet',
  PRESENT: 'Anwesend',
  REMOTE: 'Zugeschaltet',
  ABSENT: 'Abwesend',
} as const;
export type Attendance = keyof typeof attendanceNames;
