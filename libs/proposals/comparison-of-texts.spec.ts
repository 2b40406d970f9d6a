import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareTexts } from './comparison-of-texts.js';
import type { Clause } from './domain/clause.js';
import { applyComparison, textOf } from './domain/comparison.js';

const clause = (id: string, text: string, ...children: Clause[]): Clause => ({ id, text, children });
const summary = (before: readonly Clause[], after: readonly Clause[]): readonly string[] =>
  compareTexts(before, after).map(({ id, mark, isMoved }) => `${id} ${mark}${isMoved ? ' MOVED' : ''}`);

describe('the comparison of two texts', () => {
  it('marks clauses as kept, changed, added and removed by their ids, gone ones where they stood', () => {
    const before = [clause('a', 'Die IMK stellt fest.'), clause('b', 'Sie bittet.'), clause('c', 'Sie betont.')];
    const after = [clause('a', 'Die IMK stellt fest.'), clause('c', 'Sie betont es.'), clause('d', 'Sie begrüßt.')];
    expect(summary(before, after)).toEqual(['a KEPT', 'b REMOVED', 'c CHANGED', 'd ADDED']);
  });

  it('does not take renumbering for a move, and tells both numbers', () => {
    const before = [clause('a', 'A'), clause('b', 'B')];
    const after = [clause('n', 'N'), clause('a', 'A'), clause('b', 'B')];
    expect(summary(before, after)).toEqual(['n ADDED', 'a KEPT', 'b KEPT']);
    const [, , b] = compareTexts(before, after);
    expect([b?.from?.number, b?.to?.number]).toEqual(['2', '3']);
  });

  it('marks a clause that changed its place or its parent as moved', () => {
    const [a, b, c] = [clause('a', 'A'), clause('b', 'B'), clause('c', 'C')];
    expect(summary([a, b, c], [c, a, b])).toEqual(['c KEPT MOVED', 'a KEPT', 'b KEPT']);
    expect(summary([a, b], [clause('a', 'A', b)])).toEqual(['a KEPT', 'b KEPT MOVED']);
  });

  it('marks words, not letters', () => {
    const [changed] = compareTexts(
      [clause('a', 'Sie beauftragt den AK II, zu berichten.')],
      [clause('a', 'Sie bittet den AK II, bis zur Herbstsitzung zu berichten.')],
    );
    expect(changed?.pieces.filter(({ mark }) => mark !== 'KEPT')).toEqual([
      { mark: 'REMOVED', text: 'beauftragt' },
      { mark: 'ADDED', text: 'bittet' },
      { mark: 'ADDED', text: 'bis zur Herbstsitzung ' },
    ]);
  });

  it('gives up on words where two long texts have nothing in common', () => {
    const long = (word: string) => Array.from({ length: 2_000 }, (_each, index) => `${word}${index}`).join(' ');
    const [changed] = compareTexts([clause('a', long('alt'))], [clause('a', long('neu'))]);
    expect(changed?.pieces.map(({ mark }) => mark)).toEqual(['REMOVED', 'ADDED']);
  });

  it('is empty between two empty texts', () => {
    expect(compareTexts([], [])).toEqual([]);
  });
});

/** Trees over few ids and few words, so that clauses often meet themselves changed, moved and under another parent. */
const words = fc.stringMatching(/^(?:(?:Die|IMK|bittet|„Bericht“|\u00a0|ﬁ|👩‍🚒|ä|a\u0308| |\n|\.)){0,8}$/u);
const text = fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 12 }));

function treeOf(ids: readonly string[], texts: readonly string[], depths: readonly number[]): readonly Clause[] {
  const root: { id: string; text: string; children: Clause[] } = { id: 'root', text: '', children: [] };
  const path = [root];
  ids.forEach((id, index) => {
    const depth = Math.min(depths[index] ?? 0, path.length - 1);
    const node = { id, text: texts[index] ?? '', children: [] };
    path[depth]?.children.push(node);
    path.splice(depth + 1, path.length, node);
  });
  return root.children;
}

const trees = fc
  .tuple(
    fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f']),
    fc.array(text, { minLength: 6, maxLength: 6 }),
    fc.array(fc.nat({ max: 3 }), { minLength: 6, maxLength: 6 }),
  )
  .map(([ids, texts, depths]) => treeOf(ids, texts, depths));

describe('for any two texts', () => {
  it('the comparison applied to the old gives the new', () => {
    fc.assert(
      fc.property(trees, trees, (before, after) => {
        expect(applyComparison(before, compareTexts(before, after))).toEqual(after);
      }),
      { numRuns: 500 },
    );
  });

  it('the other way round what was added is what was removed', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const [there] = compareTexts([clause('a', before)], [clause('a', after)]);
        expect([textOf(there?.pieces ?? [], 'REMOVED'), textOf(there?.pieces ?? [], 'ADDED')]).toEqual([before, after]);
      }),
      { numRuns: 500 },
    );
  });

  it('a text compared with itself has no mark', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        expect(compareTexts(tree, tree).every(({ mark, isMoved }) => mark === 'KEPT' && !isMoved)).toBe(true);
      }),
    );
  });

  it('cannot be applied to another text than the old one', () => {
    const comparison = compareTexts([clause('a', 'alt')], [clause('a', 'neu')]);
    expect(() => applyComparison([clause('a', 'anders')], comparison)).toThrow('reads otherwise');
  });
});
