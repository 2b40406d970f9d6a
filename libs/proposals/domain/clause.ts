import type { Refusal } from '#platform/lifecycle';

/** A numbered clause (Ziffer). Its id survives edits and renumbering, so that it can be cited for ever. */
export interface Clause {
  readonly id: string;
  readonly text: string;
  readonly children: readonly Clause[];
}

/** A clause with the number under which it is cited; null when it stands alone (domain.md §2). */
export interface NumberedClause {
  readonly id: string;
  readonly number: string | null;
  readonly text: string;
  readonly children: readonly NumberedClause[];
}

/** What a person writes: a clause that already existed names its id. */
export interface ClauseText {
  readonly id?: string | null;
  readonly text: string;
  readonly children?: readonly ClauseText[] | null;
}

export const DEEPEST_CLAUSE = 5;
export const MOST_CLAUSES = 500;
export const LONGEST_CLAUSE = 20_000;

/** Numbers the tree: 1, 2, 2.1, 2.1.1; a single clause stands unnumbered. */
export function numbered(clauses: readonly Clause[], prefix = ''): readonly NumberedClause[] {
  const alone = prefix === '' && clauses.length === 1;
  return clauses.map(({ id, text, children }, index) => {
    const number = alone ? null : `${prefix}${index + 1}`;
    return { id, number, text, children: numbered(children, number === null ? '' : `${number}.`) };
  });
}

/** Every clause of the tree, in the order of reading. */
export function allClauses<Each extends { readonly children?: readonly Each[] | null }>(
  clauses: readonly Each[],
): readonly Each[] {
  return clauses.flatMap((clause) => [clause, ...allClauses(clause.children ?? [])]);
}

/** Every fault of a text as it was entered. */
export function faultsOf(clauses: readonly ClauseText[]): readonly Refusal[] {
  const all = allClauses(clauses);
  const fault = (code: string, message: string): Refusal => ({ code, field: 'clauses', message });
  return [
    ...(all.length === 0 ? [fault('CLAUSES_REQUIRED', 'Der Beschlussvorschlag braucht mindestens eine Ziffer.')] : []),
    ...(all.length > MOST_CLAUSES
      ? [fault('TOO_MANY_CLAUSES', `Mehr als ${MOST_CLAUSES} Ziffern sind nicht möglich.`)]
      : []),
    ...(depthOf(clauses) > DEEPEST_CLAUSE
      ? [fault('TOO_DEEP', `Ziffern lassen sich höchstens ${DEEPEST_CLAUSE}-fach gliedern.`)]
      : []),
    ...(all.some(({ text }) => text.trim() === '') ? [fault('CLAUSE_EMPTY', 'Eine Ziffer ist leer.')] : []),
    ...(all.some(({ text }) => text.length > LONGEST_CLAUSE)
      ? [fault('CLAUSE_TOO_LONG', `Eine Ziffer ist länger als ${LONGEST_CLAUSE} Zeichen.`)]
      : []),
  ];
}

function depthOf(clauses: readonly ClauseText[]): number {
  return clauses.length === 0 ? 0 : 1 + Math.max(...clauses.map(({ children }) => depthOf(children ?? [])));
}

/** The tree as it is kept: known ids stay, new or doubled ones are made. */
export function clausesFrom(
  texts: readonly ClauseText[],
  known: readonly Clause[],
  newId: () => string,
): readonly Clause[] {
  const free = new Set(allClauses(known).map(({ id }) => id));
  const take = ({ id, text, children }: ClauseText): Clause => {
    const kept = typeof id === 'string' && free.delete(id) ? id : newId();
    return { id: kept, text: text.trim(), children: (children ?? []).map(take) };
  };
  return texts.map(take);
}
