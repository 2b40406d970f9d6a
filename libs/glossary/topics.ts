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

/** On a record that stands for papers kept elsewhere: it tells that there are such, and no level. */
const placeholderMarking = 'Verschlusssache – liegt gesondert vor';

/** What stands on every page and in every document of a classified paper; nothing on a public one. */
export const classificationMarkings: Readonly<Record<Classification, string | null>> = {
  PUBLIC: null,
  INTERNAL: 'Nur für den internen Gebrauch der Länder und des Bundes',
  RESTRICTED: 'Beschränkt – nur für die benannten Stellen',
  VS_NFD: 'VS – NUR FÜR DEN DIENSTGEBRAUCH',
};

export interface Marked {
  readonly classification: Classification;
  readonly isPlaceholder: boolean;
}

export function markingOf({ classification, isPlaceholder }: Marked): string | null {
  return isPlaceholder ? placeholderMarking : classificationMarkings[classification];
}

/** Of what fewer than all parties may read; null for the rest, which lists and documents mark as a whole. */
export function markingAbove(paper: Marked): string | null {
  return levelOf(paper) > levelOf(internal) ? markingOf(paper) : null;
}

/** A page or document with several papers carries the marking of the highest of them, and is never public itself. */
export function highestOf(papers: readonly Marked[]): Marked {
  return papers.reduce((highest, each) => (levelOf(each) > levelOf(highest) ? each : highest), internal);
}

const levels: readonly Classification[] = ['PUBLIC', 'INTERNAL', 'RESTRICTED', 'VS_NFD'];
const internal: Marked = { classification: 'INTERNAL', isPlaceholder: false };

/** A placeholder holds nothing of what it stands for: papers that are kept here go before it. */
function levelOf({ classification, isPlaceholder }: Marked): number {
  return isPlaceholder ? levels.indexOf('INTERNAL') + 0.5 : levels.indexOf(classification);
}
