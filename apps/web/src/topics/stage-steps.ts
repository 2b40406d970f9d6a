import type { StageTextsQuery } from '../generated/graphql.js';

type Topic = StageTextsQuery['topic'];

/** A text that a stage was closed with, or the one that is being worked on. */
export interface StageOfText {
  readonly key: string;
  readonly label: string;
  readonly versionId: string;
}

/** What one stage did to the text: from the text of the stage before to its own. */
export interface StageStep {
  readonly key: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly isUnchanged: boolean;
}

/** In the order in which they were closed; the conference is named where the topic was meant for more than one. */
export function stagesOf({ stageTexts, proposal }: Topic): readonly StageOfText[] {
  const conferences = new Set(stageTexts.flatMap(({ conference }) => conference?.id ?? []));
  const stages = stageTexts.map(({ stageLabel, conference, version }, index) => ({
    key: `${index}`,
    label: conference !== null && conferences.size > 1 ? `${stageLabel} (${conference.title})` : stageLabel,
    versionId: version.id,
  }));
  const last = stages.at(-1);
  const isGoingOn = proposal && last && proposal.id !== last.versionId;
  return isGoingOn ? [...stages, { key: 'current', label: 'Aktuelle Fassung', versionId: proposal.id }] : stages;
}

/** Step by step; what is being worked on since the last stage is a step of its own. */
export function stageSteps(topic: Topic): readonly StageStep[] {
  const stages = stagesOf(topic);
  return stages.slice(1).flatMap((stage, index) => {
    const before = stages[index];
    return before === undefined ? [] : [stepBetween(before, stage)];
  });
}

export function stepBetween(before: StageOfText, after: StageOfText): StageStep {
  return {
    key: `${before.key}-${after.key}`,
    label: `${before.label} → ${after.label}`,
    from: before.versionId,
    to: after.versionId,
    isUnchanged: before.versionId === after.versionId,
  };
}

export function comparisonPath(topicId: string, { from, to }: Pick<StageStep, 'from' | 'to'>): string {
  return `/themen/${topicId}/vergleich?${new URLSearchParams({ von: from, bis: to }).toString()}`;
}
