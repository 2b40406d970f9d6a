import { capacityNames, minutesStateNames, type Capacity, type MinutesState } from '#glossary';
import type { Lifecycle } from '#platform/lifecycle';
import * as only from './minutes-requirements.js';
import type { Minutes, MinutesContext } from './minutes.js';

/** Those of a committee are written by its own officers; the secretariat may always help. */
const writers = ['SECRETARIAT', 'COMMITTEE_SECRETARY', 'COMMITTEE_CHAIR'] as const;
const presiding = ['CHAIR', 'COMMITTEE_CHAIR'] as const;

/** "<action> takes minutes from … to …, may be done by …, and only if …" (domain.md §2, §4) */
const rows = {
  draftMinutes: {
    from: ['NEW'],
    to: 'DRAFT',
    by: writers,
    requires: [only.sessionIsOver],
    emits: 'minutes.drafted',
  },
  circulateMinutes: {
    from: ['DRAFT'],
    to: 'CIRCULATED',
    by: writers,
    requires: [only.leavesTimeForObjections],
    emits: 'minutes.circulated',
  },
  objectToMinutes: {
    from: ['CIRCULATED'],
    to: 'UNCHANGED',
    by: ['PARTY_COORDINATOR'],
    requires: [only.speaksForOwnParty, only.hasText, only.namesVersion, only.namesItemOfMinutes, only.isWithinPeriod],
    emits: 'minutes.objected',
  },
  withdrawMinutesObjection: {
    from: ['CIRCULATED'],
    to: 'UNCHANGED',
    by: ['PARTY_COORDINATOR'],
    requires: [only.namesOpenObjection, only.isOwnObjection],
    emits: 'minutes.objectionWithdrawn',
  },
  /** Writes the next version from the data as they are now; the earlier ones are kept. */
  reviseMinutes: [
    { from: ['DRAFT'], to: 'DRAFT', by: writers, emits: 'minutes.rewritten' },
    {
      from: ['CIRCULATED'],
      to: 'CIRCULATED',
      by: writers,
      requires: [only.givesReason, only.resolvesOpenObjections, only.leavesTimeForObjections],
      emits: 'minutes.revised',
    },
  ],
  rejectMinutesObjection: {
    from: ['CIRCULATED'],
    to: 'UNCHANGED',
    by: presiding,
    requires: [only.isLedByWhoAsks, only.namesOpenObjection, only.givesReason],
    emits: 'minutes.objectionRejected',
  },
  /** When the period is over and no objection stands, the system finds it by itself. */
  agreeMinutes: {
    from: ['CIRCULATED'],
    to: 'AGREED',
    by: [...presiding, 'SYSTEM'],
    requires: [only.isLedByWhoAsks, only.periodIsOver, only.noObjectionStands],
    emits: 'minutes.agreed',
  },
} as const satisfies Lifecycle<Minutes, MinutesState, Capacity, MinutesContext>['rows'];

export type MinutesAction = keyof typeof rows;

const labels: Readonly<Record<MinutesAction, string>> = {
  draftMinutes: 'Niederschrift entwerfen',
  circulateMinutes: 'Niederschrift versenden',
  objectToMinutes: 'Einwendung erheben',
  withdrawMinutesObjection: 'Einwendung zurücknehmen',
  reviseMinutes: 'Neue Fassung schreiben',
  rejectMinutesObjection: 'Einwendung zurückweisen',
  agreeMinutes: 'Niederschrift vereinbaren',
};

export const minutesLifecycle: Lifecycle<Minutes, MinutesState, Capacity, MinutesContext> = {
  record: { kind: 'minutes', label: 'Niederschrift' },
  states: minutesStateNames,
  capacities: capacityNames,
  rows,
  requirements: only,
  labels,
};
