import type { Clause } from './clause.js';

/** What became of a piece of text between two versions. */
export type PieceMark = 'KEPT' | 'ADDED' | 'REMOVED';

export interface ComparedPiece {
  readonly mark: PieceMark;
  readonly text: string;
}

/** Where a clause stands in a text: among the children of its parent, null at the top. */
export interface ClausePlace {
  readonly parentId: string | null;
  readonly index: number;
  /** As it is cited; null when the clause stands alone. */
  readonly number: string | null;
}

/** One clause of either text. Clauses are matched by their ids, which survive edits and renumbering. */
export interface ComparedClause {
  readonly id: string;
  readonly mark: 'KEPT' | 'CHANGED' | 'ADDED' | 'REMOVED';
  /** In both texts, but in another place among the others: renumbering alone is no move. */
  readonly isMoved: boolean;
  readonly from: ClausePlace | null;
  readonly to: ClausePlace | null;
  readonly pieces: readonly ComparedPiece[];
}

/** The old text with the comparison applied to it: the new text, or a fault when it is not the old text. */
export function applyComparison(before: readonly Clause[], comparison: readonly ComparedClause[]): readonly Clause[] {
  const texts = new Map(placed(before).map(({ clause }) => [clause.id, clause.text]));
  for (const { id, from, pieces } of comparison) {
    if (from !== null && texts.get(id) !== textOf(pieces, 'REMOVED')) throw new Error(`Clause ${id} reads otherwise`);
  }
  const standing = comparison.flatMap(({ id, to, pieces }) =>
    to === null ? [] : [{ id, to, text: textOf(pieces, 'ADDED') }],
  );
  const childrenOf = (parentId: string | null): readonly Clause[] =>
    standing
      .filter(({ to }) => to.parentId === parentId)
      .sort((left, right) => left.to.index - right.to.index)
      .map(({ id, text }) => ({ id, text, children: childrenOf(id) }));
  return childrenOf(null);
}

/** The text on one side of the comparison: what was kept, with what was added or with what was removed. */
export function textOf(pieces: readonly ComparedPiece[], side: 'ADDED' | 'REMOVED'): string {
  return pieces.flatMap(({ mark, text }) => (mark === 'KEPT' || mark === side ? [text] : [])).join('');
}

export interface PlacedClause {
  readonly clause: Clause;
  readonly place: ClausePlace;
}

/** Every clause in the order of reading, with its place. */
export function placed(
  clauses: readonly Clause[],
  parentId: string | null = null,
  prefix = '',
): readonly PlacedClause[] {
  const isAlone = parentId === null && clauses.length === 1;
  return clauses.flatMap((clause, index) => {
    const number = isAlone ? null : `${prefix}${index + 1}`;
    const place = { parentId, index, number };
    return [{ clause, place }, ...placed(clause.children, clause.id, number === null ? '' : `${number}.`)];
  });
}
