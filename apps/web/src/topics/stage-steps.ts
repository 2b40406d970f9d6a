import type { StageTextsQuery } from '../generated/graphql.js';

/** What one stage did to the text: from the text of the stage before to its own. */
export interface StageStep {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly isUnchanged: boolean;
}

/** Step by step; what is being worked on since the last stage is a step of its own. */
export function stageSteps({ stageTexts, proposal }: StageTextsQuery['topic']): readonly StageStep[] {
  const texts = stageTexts.map(({ stageLabel, version }) => ({ label: stageLabel, id: version.id }));
  const last = texts.at(-1);
  if (proposal && last && proposal.id !== last.id) texts.push({ label: 'Aktuelle Fassung', id: proposal.id });
  return texts.slice(1).flatMap((text, index) => {
    const before = texts[index];
    if (before === undefined) return [];
    const label = `${before.label} → ${text.label}`;
    return [{ label, from: before.id, to: text.id, isUnchanged: before.id === text.id }];
  });
}

export function comparisonPath(topicId: string, { from, to }: Pick<StageStep, 'from' | 'to'>): string {
  return `/themen/${topicId}/vergleich?${new URLSearchParams({ von: from, bis: to }).toString()}`;
}
