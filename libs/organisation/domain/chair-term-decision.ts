import type { Capacity } from '#glossary';
import { permit, type Refused } from '#platform/lifecycle';
import {
  chairTermLifecycle,
  type ChairTermAction,
  type ChairTermContext,
  type ChairTermInput,
  type ChairTermRecord,
} from './chair-term-lifecycle.js';
import { proposedChair } from './chair-terms.js';
import { dayAfter } from './days.js';

export interface DecidedTerms {
  readonly ok: true;
  /** Changed and new terms, in the order in which they are to be written: what ends earlier makes room first. */
  readonly changed: readonly ChairTermRecord[];
  readonly event: string;
  readonly capacity: Capacity;
}

/** The terms as they are after the act, or every reason against it. Never a day without a chair, never one with two. */
export function decideOnTerms(
  term: ChairTermRecord | null,
  action: ChairTermAction,
  context: ChairTermContext,
  newId: () => string,
): DecidedTerms | Refused {
  const verdict = permit(chairTermLifecycle, { state: term?.state ?? 'NEW', term }, action, context);
  if (!verdict.ok) return verdict;
  const changed = changesBy(term, action, context, newId);
  return { ok: true, changed: changed.map(raised), event: verdict.emits, capacity: verdict.capacity };
}

function raised(term: ChairTermRecord): ChairTermRecord {
  return { ...term, revision: term.revision + 1 };
}

function changesBy(
  term: ChairTermRecord | null,
  action: ChairTermAction,
  { terms, input }: ChairTermContext,
  newId: () => string,
): readonly ChairTermRecord[] {
  if (input === null) throw new Error(`${action} needs what it is to do`);
  if (term === null) return proposals(terms, input.untilYear ?? 0, newId);
  switch (action) {
    case 'proposeChairTerms':
      return [];
    case 'confirmChairTerm':
      return [{ ...term, state: 'CONFIRMED' }];
    case 'swapChairTerms':
      return swapped(term, terms, input);
    case 'shortenChairTerm': {
      const next = terms[terms.findIndex(({ id }) => id === term.id) + 1];
      const shorter = { ...term, validTo: input.on };
      return next === undefined ? [shorter] : [shorter, { ...next, validFrom: dayAfter(input.on) }];
    }
  }
}

function swapped(
  term: ChairTermRecord,
  terms: readonly ChairTermRecord[],
  { otherTermId }: ChairTermInput,
): readonly ChairTermRecord[] {
  const other = terms.find(({ id }) => id === otherTermId);
  if (other === undefined) throw new Error('The table let a term through that is none');
  return [
    { ...term, party: other.party },
    { ...other, party: term.party },
  ];
}

/** The rotation from the day after the last term on; the first proposed year may be a rest of one. */
function proposals(terms: readonly ChairTermRecord[], untilYear: number, newId: () => string): ChairTermRecord[] {
  const last = terms.at(-1);
  const first = last === undefined ? `${untilYear}-01-01` : dayAfter(last.validTo);
  const proposed: ChairTermRecord[] = [];
  for (let year = Number(first.slice(0, 4)); year <= untilYear; year += 1) {
    const validFrom = proposed.length === 0 ? first : `${year}-01-01`;
    const days = { validFrom, validTo: `${year}-12-31` };
    proposed.push({ id: newId(), party: proposedChair(year), ...days, state: 'PROPOSED', revision: 0 });
  }
  return proposed;
}
