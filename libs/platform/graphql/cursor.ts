import { GraphQLError } from 'graphql';

/** Keyset cursor: the sort values of the last row of a page, opaque to clients. */
export function encodeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Throws BAD_USER_INPUT for anything `encodeCursor` did not make. */
export function decodeCursor(cursor: string, length: number): readonly (string | number | null)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === length && values.every(isSortValue)) return values;
  } catch {
    // Not JSON: answered below like every other foreign cursor.
  }
  throw invalidCursor();
}

/** For a cursor that was written for another order, or by somebody else. */
export function invalidCursor(): GraphQLError {
  return new GraphQLError('Die Seitenmarke ist ungültig.', { extensions: { code: 'BAD_USER_INPUT' } });
}

function isSortValue(value: unknown): value is string | number | null {
  return value === null || typeof value === 'string' || typeof value === 'number';
}

const LONGEST_PAGE = 200;

/** The page length asked for, between 1 and 200. Throws BAD_USER_INPUT otherwise. */
export function pageLength(first: number): number {
  if (Number.isInteger(first) && first >= 1 && first <= LONGEST_PAGE) return first;
  throw new GraphQLError(`„first“ liegt zwischen 1 und ${LONGEST_PAGE}.`, { extensions: { code: 'BAD_USER_INPUT' } });
}
