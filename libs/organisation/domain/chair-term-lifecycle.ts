import { type Capacity, capacityNames, type ChairTermState, chairTermStateNames } from '#glossary';
import type { DecisionContext, Lifecycle, Refusal } from '#platform/lifecycle';
import type { ChairTerm } from './chair-terms.js';
import { isDay } from './days.js';
import { problemOfReason } from './reason.js';

export type ChairTermAction = 'proposeChairTerms' | 'confirmChairTerm' | 'swapChairTerms' | 'shortenChairTerm';

/** A term as a record. A proposed one counts too: no 1 January comes without a chair because nobody confirmed. */
export interface ChairTermRecord extends ChairTerm {
  readonly id: string;
  readonly state: ChairTermState;
  readonly revision: number;
}

export interface ChairTermEntry {
  readonly state: ChairTermState | 'NEW';
  readonly term: ChairTermRecord | null;
}

export interface ChairTermInput {
  readonly untilYear: number | null;
  readonly otherTermId: string | null;
  readonly on: string;
  readonly reason: string;
}

/** The input is null while only asking which actions are available. */
export interface ChairTermContext extends DecisionContext<Capacity> {
  readonly today: string;
  readonly input: ChairTermInput | null;
  /** In the order of time. */
  readonly terms: readonly ChairTermRecord[];
}

type Rule = (entry: ChairTermEntry, context: ChairTermContext) => Refusal | null;

const FARTHEST = 20;

const refusal = (code: string, message: string, field?: string): Refusal => {
  return field === undefined ? { code, message } : { code, message, field };
};

export const yearIsAhead: Rule = (_entry, { input, terms, today }) => {
  if (input === null) return null;
  const year = input.untilYear ?? 0;
  const last = Number(terms.at(-1)?.validTo.slice(0, 4) ?? 0);
  const farthest = Number(today.slice(0, 4)) + FARTHEST;
  return Number.isInteger(year) && year > last && year <= farthest
    ? null
    : refusal('YEAR_IMPLAUSIBLE', `Vorgeschlagen wird ab ${last + 1} und höchstens bis ${farthest}.`, 'untilYear');
};

export const hasNotBegun: Rule = ({ term }, { today }) =>
  term !== null && term.validFrom <= today
    ? refusal('BEGUN_ALREADY', 'Die Amtszeit hat schon begonnen; was war, bleibt, wie es war.')
    : null;

export const otherHasNotBegun: Rule = ({ term }, { input, terms, today }) => {
  if (input === null) return null;
  const other = terms.find(({ id }) => id === input.otherTermId);
  if (other === undefined || other.id === term?.id)
    return refusal('UNKNOWN_TERM', 'Mit dieser Amtszeit lässt sich nicht tauschen.', 'otherTermId');
  return other.validFrom <= today
    ? refusal('BEGUN_ALREADY', 'Die andere Amtszeit hat schon begonnen.', 'otherTermId')
    : null;
};

export const hasASuccessor: Rule = ({ term }, { terms }) =>
  term !== null && terms.at(-1)?.id === term.id
    ? refusal('NO_SUCCESSOR', 'Nach dieser Amtszeit ist noch keine vorgeschlagen; es entstünde eine Lücke.')
    : null;

export const endsWithinItself: Rule = ({ term }, { input, today }) => {
  if (input === null || term === null) return null;
  if (!isDay(input.on)) return refusal('DAY_IMPLAUSIBLE', 'Dieser Tag steht nicht im Kalender.', 'on');
  if (input.on < today) return refusal('IN_THE_PAST', 'Der letzte Tag ist frühestens heute.', 'on');
  return input.on >= term.validFrom && input.on < term.validTo
    ? null
    : refusal('NOT_SHORTER', 'Der neue letzte Tag liegt vor dem bisherigen und nach dem ersten.', 'on');
};

export const givesReason: Rule = (_entry, { input }) => (input === null ? null : problemOfReason(input.reason));

export const chairTermLifecycle: Lifecycle<ChairTermEntry, ChairTermState, Capacity, ChairTermContext> = {
  record: { kind: 'chair-term', label: 'Vorsitz' },
  states: chairTermStateNames,
  capacities: capacityNames,
  requirements: { yearIsAhead, hasNotBegun, otherHasNotBegun, hasASuccessor, endsWithinItself, givesReason },
  rows: {
    proposeChairTerms: {
      from: ['NEW'],
      to: 'PROPOSED',
      by: ['SECRETARIAT'],
      requires: [yearIsAhead],
      emits: 'chairTerm.proposed',
    },
    confirmChairTerm: { from: ['PROPOSED'], to: 'CONFIRMED', by: ['SECRETARIAT'], emits: 'chairTerm.confirmed' },
    swapChairTerms: {
      from: ['PROPOSED', 'CONFIRMED'],
      to: 'UNCHANGED',
      by: ['SECRETARIAT'],
      requires: [hasNotBegun, otherHasNotBegun, givesReason],
      emits: 'chairTerm.swapped',
    },
    shortenChairTerm: {
      from: ['PROPOSED', 'CONFIRMED'],
      to: 'UNCHANGED',
      by: ['SECRETARIAT'],
      requires: [hasASuccessor, endsWithinItself, givesReason],
      emits: 'chairTerm.shortened',
    },
  },
  labels: {
    proposeChairTerms: 'Vorsitze vorschlagen',
    confirmChairTerm: 'Vorsitz bestätigen',
    swapChairTerms: 'Vorsitz tauschen',
    shortenChairTerm: 'Amtszeit verkürzen',
  },
};
