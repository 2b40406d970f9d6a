import { committeeCodes, shortNameOf, type AgendaList, type BodyCode } from '#glossary';
import type { AgendaGroup, ConferenceTopic } from './agenda.js';

/** The group of the lead committee; what was registered directly, or by no committee, is a general point. */
export function groupOf({ leadCommittee }: Pick<ConferenceTopic, 'leadCommittee'>): AgendaGroup {
  const committee = committeeCodes.find((code) => code === leadCommittee);
  return committee ?? 'GENERAL';
}

/** The list an item starts on; the chair and the secretariat may move it later. */
export function listOf({ kind, recommendation }: Pick<ConferenceTopic, 'kind' | 'recommendation'>): AgendaList {
  switch (kind) {
    case 'FIRESIDE':
      return 'FIRESIDE';
    case 'INFORMATION':
    case 'REPORT':
      return 'INFORMATION';
    case 'RESOLUTION':
    case 'DISCUSSION':
      return recommendation === 'AGREED' ? 'CONSENT' : 'DISCUSSION';
  }
}

/** „Allgemeines“, „AK II“ */
export function groupLabel(group: AgendaGroup): string {
  return group === 'GENERAL' ? 'Allgemeines' : shortNameOf(group);
}

/**
 * „AK II – Innere Sicherheit“: by number and the name it bore on the day; a committee that the profile names otherwise
 * goes by that name alone.
 */
export function groupHeading(item: {
  readonly group: AgendaGroup;
  readonly groupName: string | null;
  readonly committeeName: string | null;
}): string {
  const { group, groupName, committeeName } = item;
  return groupName ?? (committeeName === null ? groupLabel(group) : `${groupLabel(group)} – ${committeeName}`);
}

/** „1. Nachtrag“ */
export function supplementName(number: number): string {
  return `${number}. Nachtrag`;
}

/** „Hauptkonferenz“, „AK II“, „AK II und AK V“ */
export function bodiesLabel(bodies: readonly BodyCode[]): string {
  return bodies.map(shortNameOf).join(' und ');
}
