import { createHash } from 'node:crypto';
import type { BlockItem } from './domain/block.js';

/** What a vote on a block names: other items, another order or another text give another hash. */
export function blockHash(items: readonly Pick<BlockItem, 'agendaItemId' | 'textHash'>[]): string {
  const texts = items.map(({ agendaItemId, textHash }) => [agendaItemId, textHash]);
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex');
}
