import type { ClauseInput } from '../generated/graphql.js';
import type { ClauseNode } from '../ui/clauses.js';

/** A clause being written. The key is for the screen; the id, when there is one, makes it stay the same clause. */
export interface DraftClause {
  readonly key: string;
  readonly id: string | null;
  readonly text: string;
  readonly children: readonly DraftClause[];
}

type Clauses = readonly DraftClause[];

export const DEEPEST_CLAUSE = 5;

export function newClause(): DraftClause {
  return { key: crypto.randomUUID(), id: null, text: '', children: [] };
}

export function draftOf(clauses: readonly ClauseNode[]): Clauses {
  return clauses.map(({ id, text, children = [] }) => ({ key: id, id, text, children: draftOf(children) }));
}

export function inputOf(clauses: Clauses): ClauseInput[] {
  return clauses.map(({ id, text, children }) => ({ id, text, children: inputOf(children) }));
}

/** Applies a change to the list that holds the clause. */
function changeListOf(clauses: Clauses, key: string, change: (list: Clauses, index: number) => Clauses): Clauses {
  const index = clauses.findIndex((clause) => clause.key === key);
  if (index >= 0) return change(clauses, index);
  return clauses.map((clause) => ({ ...clause, children: changeListOf(clause.children, key, change) }));
}

const changeOne = (clauses: Clauses, key: string, change: (clause: DraftClause) => DraftClause) =>
  changeListOf(clauses, key, (list) => list.map((clause) => (clause.key === key ? change(clause) : clause)));

export function withText(clauses: Clauses, key: string, text: string): Clauses {
  return changeOne(clauses, key, (clause) => ({ ...clause, text }));
}

export function withSubClause(clauses: Clauses, key: string, added: DraftClause): Clauses {
  return changeOne(clauses, key, (clause) => ({ ...clause, children: [...clause.children, added] }));
}

export function withClauseAfter(clauses: Clauses, key: string, added: DraftClause): Clauses {
  return changeListOf(clauses, key, (list, index) => list.toSpliced(index + 1, 0, added));
}

export function without(clauses: Clauses, key: string): Clauses {
  return changeListOf(clauses, key, (list, index) => list.toSpliced(index, 1));
}

/** One place up (-1) or down (1) among its neighbours; at the end of the list it stays. */
export function moved(clauses: Clauses, key: string, by: -1 | 1): Clauses {
  return changeListOf(clauses, key, (list, index) => {
    const clause = list[index];
    const target = index + by;
    if (clause === undefined || target < 0 || target >= list.length) return list;
    return list.toSpliced(index, 1).toSpliced(target, 0, clause);
  });
}

/** Becomes the last sub-point of the clause before it. */
export function indented(clauses: Clauses, key: string): Clauses {
  return changeListOf(clauses, key, (list, index) => {
    const clause = list[index];
    const before = list[index - 1];
    if (clause === undefined || before === undefined) return list;
    return list.toSpliced(index - 1, 2, { ...before, children: [...before.children, clause] });
  });
}

/** Leaves the clause it belongs to and stands behind it. */
export function outdented(clauses: Clauses, key: string): Clauses {
  return clauses.flatMap((clause) => {
    const child = clause.children.find((candidate) => candidate.key === key);
    if (child === undefined) return [{ ...clause, children: outdented(clause.children, key) }];
    return [{ ...clause, children: clause.children.filter((other) => other !== child) }, child];
  });
}

export function depthBelow(clause: DraftClause): number {
  return 1 + Math.max(0, ...clause.children.map(depthBelow));
}

/** The texts without the keys of the screen, to see whether anything was changed. */
export function sameTexts(a: Clauses, b: Clauses): boolean {
  return JSON.stringify(inputOf(a)) === JSON.stringify(inputOf(b));
}
