import { diffArrays, diffWordsWithSpace } from 'diff';
import type { Clause } from './domain/clause.js';
import { placed, type ComparedClause, type ComparedPiece, type PlacedClause } from './domain/comparison.js';

const MOST_EDITS = 2_000;
const words = new Intl.Segmenter('de', { granularity: 'word' });

/**
 * What became of each clause from one text to another, in the order of reading the new one; a clause that is gone stands
 * where it was.
 */
export function compareTexts(before: readonly Clause[], after: readonly Clause[]): readonly ComparedClause[] {
  const [old, next] = [byId(before), byId(after)];
  const runs = diffArrays([...old.keys()], [...next.keys()]);
  return runs.flatMap(({ value, added, removed }) =>
    value.flatMap((id): readonly ComparedClause[] => {
      const [from, to] = [old.get(id), next.get(id)];
      if (removed) return to === undefined && from !== undefined ? [gone(from)] : [];
      if (to === undefined) throw new Error('A clause that was not removed is part of the new text');
      return [from === undefined ? fresh(to) : met(from, to, added)];
    }),
  );
}

function byId(clauses: readonly Clause[]): ReadonlyMap<string, PlacedClause> {
  return new Map(placed(clauses).map((each) => [each.clause.id, each]));
}

const whole = (mark: 'ADDED' | 'REMOVED', text: string): readonly ComparedPiece[] =>
  text === '' ? [] : [{ mark, text }];

function gone({ clause: { id, text }, place }: PlacedClause): ComparedClause {
  return { id, mark: 'REMOVED', isMoved: false, from: place, to: null, pieces: whole('REMOVED', text) };
}

function fresh({ clause: { id, text }, place }: PlacedClause): ComparedClause {
  return { id, mark: 'ADDED', isMoved: false, from: null, to: place, pieces: whole('ADDED', text) };
}

/** A clause of both texts; out of the common order, or under another clause, it has moved. */
function met(from: PlacedClause, to: PlacedClause, isOutOfOrder: boolean): ComparedClause {
  const pieces = piecesOf(from.clause.text, to.clause.text);
  return {
    id: to.clause.id,
    mark: from.clause.text === to.clause.text ? 'KEPT' : 'CHANGED',
    isMoved: isOutOfOrder || from.place.parentId !== to.place.parentId,
    from: from.place,
    to: to.place,
    pieces,
  };
}

/** Texts that have next to nothing in common are told as one gone and one new, which is quick and reads better. */
function piecesOf(before: string, after: string): readonly ComparedPiece[] {
  const changes = diffWordsWithSpace(before, after, { intlSegmenter: words, maxEditLength: MOST_EDITS });
  if (changes === undefined) return [...whole('REMOVED', before), ...whole('ADDED', after)];
  return changes.map(({ value, added, removed }) => ({
    mark: added ? 'ADDED' : removed ? 'REMOVED' : 'KEPT',
    text: value,
  }));
}
