import { createHash } from 'node:crypto';
import type { Clause } from './domain/clause.js';

/** SHA-256 (hex) of the texts and their order. Two versions with the same hash say the same; ids do not count. */
export function textHash(clauses: readonly Clause[]): string {
  const texts = (list: readonly Clause[]): unknown => list.map(({ text, children }) => [text, texts(children)]);
  return createHash('sha256')
    .update(JSON.stringify(texts(clauses)), 'utf8')
    .digest('hex');
}
