import { describe, expect, it } from '@jest/globals';
import { type Capacity, capacityNames, type ChairTermState, chairTermStateNames } from '#glossary';
import { availableActions, faultsOf } from '#platform/lifecycle';
import { decideOnTerms } from './chair-term-decision.js';
import {
  chairTermLifecycle,
  type ChairTermAction,
  type ChairTermContext,
  type ChairTermInput,
  type ChairTermRecord,
} from './chair-term-lifecycle.js';

const term = (year: number, party: ChairTermRecord['party'], state: ChairTermState = 'CONFIRMED'): ChairTermRecord => {
  return { id: `${year}`, party, validFrom: `${year}-01-01`, validTo: `${year}-12-31`, state, revision: 1 };
};
const terms = [term(2026, 'HH'), term(2027, 'HE'), term(2028, 'MV', 'PROPOSED')] as const;
const [running, next, last] = terms;

function context(
  input: Partial<ChairTermInput> | null,
  capacities: readonly Capacity[] = ['SECRETARIAT'],
): ChairTermContext {
  return {
    now: new Date('2026-11-10T09:00:00Z'),
    today: '2026-11-10',
    capacities: new Set(capacities),
    terms,
    input: input === null ? null : { untilYear: null, otherTermId: null, on: '', reason: 'Vereinbart.', ...input },
  };
}

function changedBy(action: ChairTermAction, about: ChairTermRecord | null, input: Partial<ChairTermInput>) {
  const decision = decideOnTerms(about, action, context(input), () => 'new');
  return decision.ok
    ? decision.changed.map(({ party, validFrom, validTo, state }) => `${party} ${validFrom}…${validTo} ${state}`)
    : decision.refusals.map(({ code }) => code);
}

describe('the lifecycle of a chair term', () => {
  it('has no fault', () => expect(faultsOf(chairTermLifecycle)).toEqual([]));

  it('opens by state and capacity what the golden matrix says', () => {
    const matrix = (Object.keys(chairTermStateNames) as ChairTermState[]).flatMap((state) =>
      (Object.keys(capacityNames) as Capacity[]).flatMap((capacity) => {
        const entry = { state, term: { ...next, state } };
        const open = availableActions(chairTermLifecycle, entry, context(null, [capacity])).filter(
          (each) => each.available,
        );
        return open.length === 0 ? [] : [`${state} × ${capacity}: ${open.map(({ action }) => action).join(', ')}`];
      }),
    );
    expect(matrix).toEqual([
      'PROPOSED × SECRETARIAT: confirmChairTerm, swapChairTerms, shortenChairTerm',
      'CONFIRMED × SECRETARIAT: swapChairTerms, shortenChairTerm',
    ]);
  });

  it('proposes by the rotation, without a gap', () => {
    expect(changedBy('proposeChairTerms', null, { untilYear: 2030 })).toEqual([
      'NI 2029-01-01…2029-12-31 PROPOSED',
      'NW 2030-01-01…2030-12-31 PROPOSED',
    ]);
  });

  it('confirms, swaps and shortens', () => {
    expect(changedBy('confirmChairTerm', last, {})).toEqual(['MV 2028-01-01…2028-12-31 CONFIRMED']);
    expect(changedBy('swapChairTerms', next, { otherTermId: last.id })).toEqual([
      'MV 2027-01-01…2027-12-31 CONFIRMED',
      'HE 2028-01-01…2028-12-31 PROPOSED',
    ]);
    expect(changedBy('shortenChairTerm', running, { on: '2026-11-30' })).toEqual([
      'HH 2026-01-01…2026-11-30 CONFIRMED',
      'HE 2026-12-01…2027-12-31 CONFIRMED',
    ]);
  });

  it.each<[string, ChairTermAction, ChairTermRecord | null, Partial<ChairTermInput>, string]>([
    ['a year that has its chair', 'proposeChairTerms', null, { untilYear: 2028 }, 'YEAR_IMPLAUSIBLE'],
    ['a year far away', 'proposeChairTerms', null, { untilYear: 2047 }, 'YEAR_IMPLAUSIBLE'],
    ['a swap of what has begun', 'swapChairTerms', running, { otherTermId: next.id }, 'BEGUN_ALREADY'],
    ['a swap with what has begun', 'swapChairTerms', next, { otherTermId: running.id }, 'BEGUN_ALREADY'],
    ['a swap with itself', 'swapChairTerms', next, { otherTermId: next.id }, 'UNKNOWN_TERM'],
    ['a swap without reason', 'swapChairTerms', next, { otherTermId: last.id, reason: '' }, 'REASON_MISSING'],
    ['a second confirmation', 'confirmChairTerm', next, {}, 'NOT_POSSIBLE_IN_STATE'],
    ['an end in the past', 'shortenChairTerm', running, { on: '2026-11-09' }, 'IN_THE_PAST'],
    ['a longer term', 'shortenChairTerm', running, { on: '2027-01-31' }, 'NOT_SHORTER'],
    ['an end after which nobody would chair', 'shortenChairTerm', last, { on: '2028-06-30' }, 'NO_SUCCESSOR'],
  ])('refuses %s', (_what, action, about, input, code) => expect(changedBy(action, about, input)).toEqual([code]));
});
