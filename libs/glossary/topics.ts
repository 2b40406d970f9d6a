import type { Classification } from './papers.js';

/** Agreement to go on with one topic in place of two. */
export const topicMergeStateNames = {
  PROPOSED: 'Vorgeschlagen',
  MERGED: 'Vollzogen',
  DECLINED: 'Abgelehnt',
  CANCELLED: 'Zurückgenommen',
} as const;
export type TopicMergeState = keyof typeof topicMergeStateNames;

/** Where in the course of a topic a recommendation was given. */
export const recommendationStageNames = {
  INVOLVED_COMMITTEE: 'Stellungnahme eines beteiligten Arbeitskreises',
  COMMITTEE: 'Empfehlung des Arbeitskreises',
  DIRECT: 'Weiterleitung ohne Arbeitskreis',
  PRE_CONFERENCE: 'Empfehlung der Vorkonferenz',
} as const;
export type RecommendationStage = keyof typeof recommendationStageNames;

/** What a topic refers to as dealt with before (Vorgang). */
export const precedentKindNames = {
  TOPIC: 'Früheres Thema',
  RESOLUTION: 'Beschluss',
  CLAUSE: 'Ziffer eines Beschlusses oder Vorschlags',
} as const;
export type PrecedentKind = keyof typeof precedentKindNames;

export const needToKnowGroupStateNames = { ACTIVE: 'In Gebrauch', DISSOLVED: 'Aufgelöst' } as const;
export type NeedToKnowGroupState = keyof typeof needToKnowGroupStateNames;

/** What stands on every page and in every document of a classified paper; nothing on a public one. */
export const classificationMarkings: Readonly<Record<Classification, string | null>> = {
  PUBLIC: null,
  INTERNAL: 'Nur für den internen Gebrauch der Länder und des Bundes',
  RESTRICTED: 'Beschränkt – nur für die benannten Stellen',
  VS_NFD: 'VS – NUR FÜR DEN DIENSTGEBRAUCH',
};
