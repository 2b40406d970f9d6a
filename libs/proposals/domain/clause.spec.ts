import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allClauses, clausesFrom, faultsOf, numbered, type Clause, type ClauseText } from './clause.js';
import { textHash } from '../text-hash.js';

let count = 0;
const newId = (): string => `clause-${(count += 1)}`;
const tree = (...texts: ClauseText[]): readonly Clause[] => clausesFrom(texts, [], newId);

describe('numbering clauses', () => {
  it('leaves a single clause unnumbered', () => {
    expect(numbered(tree({ text: 'Die IMK nimmt den Bericht zur Kenntnis.' }))).toMatchObject([{ number: null }]);
  });

  it('numbers the tree in the order of reading', () => {
    const clauses = tree(
      { text: 'a', children: [{ text: 'b' }, { text: 'c', children: [{ text: 'd' }] }] },
      { text: 'e' },
    );
    const numbers = allClauses(numbered(clauses)).map(({ number, text }) => `${number} ${text}`);
    expect(numbers).toEqual(['1 a', '1.1 b', '1.2 c', '1.2.1 d', '2 e']);
  });

  it('numbers the sub-points of a single unnumbered clause from 1', () => {
    const numbers = allClauses(numbered(tree({ text: 'a', children: [{ text: 'b' }, { text: 'c' }] }))).map(
      ({ number }) => number,
    );
    expect(numbers).toEqual([null, '1', '2']);
  });
});

describe('the ids of clauses', () => {
  it('survive edits, moves and renumbering', () => {
    const before = tree({ text: 'a' }, { text: 'b' });
    const [a, b] = before;
    const after = clausesFrom(
      [{ text: 'neu' }, { id: b?.id ?? '', text: 'b geändert', children: [{ id: a?.id ?? '', text: 'a' }] }],
      before,
      newId,
    );
    expect(after[1]?.id).toBe(b?.id);
    expect(after[1]?.children[0]?.id).toBe(a?.id);
    expect([a?.id, b?.id]).not.toContain(after[0]?.id);
  });

  it('are made anew when invented by the client or used twice', () => {
    const before = tree({ text: 'a' });
    const id = before[0]?.id ?? '';
    const after = clausesFrom(
      [
        { id, text: 'a' },
        { id, text: 'noch einmal' },
        { id: 'fremd', text: 'x' },
      ],
      before,
      newId,
    );
    expect(new Set(after.map((clause) => clause.id)).size).toBe(3);
    expect(after[2]?.id).not.toBe('fremd');
  });
});

describe('the hash of a text', () => {
  const aTree: fc.Arbitrary<ClauseText[]> = fc.letrec<{ list: ClauseText[]; clause: ClauseText }>((tie) => ({
    list: fc.array(tie('clause'), { maxLength: 3 }),
    clause: fc.record({ text: fc.string(), children: fc.oneof({ depthSize: 'small' }, fc.constant([]), tie('list')) }),
  })).list;
  const shape = (clauses: readonly Clause[]): unknown => clauses.map(({ text, children }) => [text, shape(children)]);

  it('is equal exactly for equal texts in equal order, whatever the ids', () => {
    fc.assert(
      fc.property(aTree, aTree, (one, other) => {
        const [a, b] = [tree(...one), tree(...other)];
        expect(textHash(a)).toBe(textHash(tree(...one)));
        expect(textHash(a) === textHash(b)).toBe(JSON.stringify(shape(a)) === JSON.stringify(shape(b)));
      }),
    );
  });
});

describe('faults of a text', () => {
  const codes = (clauses: readonly ClauseText[]) => faultsOf(clauses).map(({ code }) => code);

  it('are none in a usual one', () => {
    expect(codes([{ text: 'Die IMK begrüßt …' }, { text: 'Sie bittet …', children: [{ text: 'erstens' }] }])).toEqual(
      [],
    );
  });

  it('are all named at once', () => {
    const deep = [1, 2, 3, 4, 5].reduce<ClauseText>((inner) => ({ text: 'x', children: [inner] }), { text: ' ' });
    expect(codes([deep, { text: 'y'.repeat(20_001) }])).toEqual(['TOO_DEEP', 'CLAUSE_EMPTY', 'CLAUSE_TOO_LONG']);
  });

  it('forbid an empty text and one of more than 500 clauses', () => {
    expect(codes([])).toEqual(['CLAUSES_REQUIRED']);
    expect(codes(Array.from({ length: 501 }, () => ({ text: 'x' })))).toEqual(['TOO_MANY_CLAUSES']);
  });
});
