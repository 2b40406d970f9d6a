/** Kinds, states and outcomes of papers: identifier → German label. One word for one thing, everywhere. */
export const topicKindNames = {
  RESOLUTION: 'Beschluss',
  REPORT: 'Bericht',
  DISCUSSION: 'Aussprache',
  INFORMATION: 'Information',
  FIRESIDE: 'Kamingespräch',
} as const;
export type TopicKind = keyof typeof topicKindNames;

export const topicStateNames = {
  DRAFT: 'Entwurf',
  SUBMITTED: 'Angemeldet',
  RETURNED: 'Zurückgegeben',
  ACCEPTED: 'Angenommen',
  IN_COMMITTEE: 'Im Arbeitskreis',
  IN_PRE_CONFERENCE: 'In der Vorkonferenz',
  IN_MAIN_CONFERENCE: 'In der Hauptkonferenz',
  IN_WRITTEN_PROCEDURE: 'Im Umlaufverfahren',
  CONCLUDED: 'Im Arbeitskreis abgeschlossen',
  DECIDED: 'Entschieden',
  MERGED: 'Zusammengeführt',
  WITHDRAWN: 'Zurückgezogen',
} as const;
export type TopicState = keyof typeof topicStateNames;

export const outcomeNames = {
  ADOPTED: 'Beschlossen',
  ADOPTED_AMENDED: 'Mit Änderungen beschlossen',
  NOTED: 'Zur Kenntnis genommen',
  NO_RESOLUTION: 'Kein Beschluss',
  NOT_ADOPTED: 'Nicht beschlossen',
  POSTPONED: 'Vertagt',
  REFERRED_BACK: 'Zurückverwiesen',
  WITHDRAWN: 'Zurückgezogen',
  REMOVED: 'Abgesetzt',
  TO_WRITTEN_PROCEDURE: 'Ins Umlaufverfahren gegeben',
} as const;
export type Outcome = keyof typeof outcomeNames;

export const classificationNames = {
  PUBLIC: 'Öffentlich',
  INTERNAL: 'Intern (alle Länder und der Bund)',
  RESTRICTED: 'Beschränkt (benannte Stellen)',
  VS_NFD: 'VS – Nur für den Dienstgebrauch',
} as const;
export type Classification = keyof typeof classificationNames;

export const recommendationNames = {
  AGREED: 'Einvernehmlich empfohlen',
  OPEN: 'Ohne Einigung weitergeleitet',
  INFORMATION_ONLY: 'Nur zur Information',
} as const;
export type Recommendation = keyof typeof recommendationNames;

export const proposalStageNames = {
  REGISTRATION: 'Anmeldung',
  COMMITTEE_DRAFT: 'Entwurf des Arbeitskreises',
  COMMITTEE_ADOPTED: 'Empfehlung des Arbeitskreises',
  PRE_CONFERENCE: 'Vorkonferenz',
  FINAL: 'Endfassung',
  AS_ADOPTED: 'Beschlossene Fassung',
} as const;
export type ProposalStage = keyof typeof proposalStageNames;

export const agendaStateNames = {
  COLLECTING: 'Sammlung',
  DRAFT: 'Entwurf',
  CIRCULATED: 'Versandt',
  REVIEWED: 'Von der Vorkonferenz geprüft',
  FINAL: 'Endgültig',
  APPROVED: 'Genehmigt',
  CLOSED: 'Abgeschlossen',
} as const;
export type AgendaState = keyof typeof agendaStateNames;

export const agendaListNames = {
  CONSENT: 'Grüne Liste',
  DISCUSSION: 'Aussprache',
  INFORMATION: 'Information',
  FIRESIDE: 'Kamingespräch',
} as const;
export type AgendaList = keyof typeof agendaListNames;

export const agendaItemStateNames = { PLACED: 'Auf der Tagesordnung', REMOVED: 'Abgesetzt' } as const;
export type AgendaItemState = keyof typeof agendaItemStateNames;

export const voteChoiceNames = { YES: 'Ja', NO: 'Nein', ABSTAIN: 'Enthaltung' } as const;
export type VoteChoice = keyof typeof voteChoiceNames;

export const ballotStateNames = {
  OPEN: 'Offen',
  CLOSED: 'Geschlossen',
  DETERMINED: 'Festgestellt',
  SUPERSEDED: 'Durch neue Fassung ersetzt',
  DISSOLVED: 'Block aufgelöst',
} as const;
export type BallotState = keyof typeof ballotStateNames;

export const seasonNames = { SPRING: 'Frühjahr', AUTUMN: 'Herbst', SPECIAL: 'Sondersitzung' } as const;
export type Season = keyof typeof seasonNames;

export const sessionModeNames = { IN_PERSON: 'Präsenz', VIDEO: 'Videokonferenz', HYBRID: 'Hybrid' } as const;
export type SessionMode = keyof typeof sessionModeNames;
