/** What ends at a deadline (Frist), as the timeline names it (domain.md §3). */
export const deadlineKindNames = {
  COMMITTEE_REGISTRATION: 'Anmeldung über die Arbeitskreise',
  COMMITTEE_SESSIONS: 'Sitzungen der Arbeitskreise',
  DIRECT_REGISTRATION: 'Direkte Anmeldung',
  AGENDA_DRAFT: 'Entwurf der Tagesordnung',
  PRE_CONFERENCE: 'Vorkonferenz',
  FINAL_PAPERS: 'Endgültige Unterlagen',
  RELEASE_OBJECTION: 'Widerspruch gegen Freigaben',
  WRITTEN_PROCEDURE: 'Stimmabgabe im Umlaufverfahren',
  FOLLOW_UP: 'Auftrag aus einem Beschluss',
  COMMENT_ROUND: 'Anmerkungsrunde',
  MINUTES_OBJECTION: 'Einwendungen gegen eine Niederschrift',
} as const;
export type DeadlineKind = keyof typeof deadlineKindNames;

/** Who has to do what until then. */
export const deadlineDuties: Readonly<Record<DeadlineKind, string>> = {
  COMMITTEE_REGISTRATION: 'Länder, Bund und Arbeitskreise melden Themen an, die ein Arbeitskreis beraten soll.',
  COMMITTEE_SESSIONS: 'Die Arbeitskreise beraten und geben ihre Empfehlungen ab.',
  DIRECT_REGISTRATION: 'Länder und Bund melden Themen an, die direkt in die Vorkonferenz gehen.',
  AGENDA_DRAFT: 'Die Geschäftsstelle legt den Entwurf der Tagesordnung vor.',
  PRE_CONFERENCE: 'Die Vorkonferenz berät und einigt sich auf die Grüne Liste.',
  FINAL_PAPERS: 'Geschäftsstelle und Arbeitskreise legen die endgültigen Unterlagen vor.',
  RELEASE_OBJECTION: 'Länder und Bund widersprechen, wenn etwas nicht veröffentlicht werden soll.',
  WRITTEN_PROCEDURE: 'Die Länder stimmen ab; Länder und Bund können der Freigabe widersprechen.',
  FOLLOW_UP: 'Wer den Auftrag hat, berichtet oder setzt um.',
  COMMENT_ROUND: 'Die Angefragten äußern sich zur Fassung.',
  MINUTES_OBJECTION: 'Länder und Bund wenden sich gegen den Wortlaut, wenn er nicht stimmt.',
};

/** What happens when it is over: some deadlines close something, others only say when work is expected. */
export const deadlineEffects: Readonly<Record<DeadlineKind, string>> = {
  COMMITTEE_REGISTRATION: 'Danach ist die direkte Anmeldung noch möglich.',
  COMMITTEE_SESSIONS: 'Planungstermin; danach wird nichts abgelehnt.',
  DIRECT_REGISTRATION: 'Danach nur noch mit Begründung der Dringlichkeit und Zustimmung des Vorsitzes.',
  AGENDA_DRAFT: 'Planungstermin; danach wird nichts abgelehnt.',
  PRE_CONFERENCE: 'Planungstermin; danach wird nichts abgelehnt.',
  FINAL_PAPERS: 'Planungstermin; danach wird nichts abgelehnt.',
  RELEASE_OBJECTION: 'Danach ist freigegeben, wogegen niemand widersprochen hat.',
  WRITTEN_PROCEDURE: 'Danach wird keine Stimme mehr angenommen und das Ergebnis festgestellt.',
  FOLLOW_UP: 'Danach gilt der Auftrag als überfällig.',
  COMMENT_ROUND: 'Danach ist die Runde geschlossen.',
  MINUTES_OBJECTION: 'Danach ist die Niederschrift vereinbart, wenn keine Einwendung offen ist.',
};

export const deadlineStateNames = { OPEN: 'Offen', PASSED: 'Abgelaufen', SETTLED: 'Erledigt' } as const;
export type DeadlineState = keyof typeof deadlineStateNames;

export const deadlineBasisNames = {
  WEEKS_BEFORE: 'Wochen vor der Hauptkonferenz',
  DAYS_BEFORE: 'Tage vor der Hauptkonferenz',
  BEGIN_OF_CONFERENCE: 'Erster Tag der Hauptkonferenz',
  END_OF_CONFERENCE: 'Letzter Tag der Hauptkonferenz',
  END_OF_SESSION: 'Schluss der Sitzung der Hauptkonferenz',
  FIXED: 'Eigener Termin',
} as const;
/** What a deadline follows from; a fixed one stays where it is when the conference is moved. */
export type DeadlineBasis = keyof typeof deadlineBasisNames;
