import { Injectable } from '@nestjs/common';
import type { ReadTx } from '#platform/database';
import { numbered, type Clause, type NumberedClause } from '#proposals';

interface Remembered {
  readonly clauses: readonly NumberedClause[];
  readonly size: number;
}

/** Characters of JSON; ten agendas of a hundred items are about three million. */
const LARGEST = 16_000_000;

/**
 * Numbered clauses of versions, which the database never lets anybody change. Whoever asks has learned the version's id
 * under row-level security in the same transaction: what may be seen is never remembered, only what it says.
 */
@Injectable()
export class ClauseMemory {
  /** The longest unused first. */
  private readonly remembered = new Map<string, Remembered>();
  private size = 0;

  /** The current text of each item's topic, by item id; nothing for fireside talks, which hold no documents. */
  async clausesOfItems(
    tx: ReadTx,
    itemIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly NumberedClause[]>> {
    const versions = await versionsOfItems(tx, itemIds);
    const texts = await this.textsOf(tx, [...new Set(versions.values())]);
    return new Map([...versions].map(([itemId, versionId]) => [itemId, texts.get(versionId) ?? []]));
  }

  private async textsOf(
    tx: ReadTx,
    versionIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly NumberedClause[]>> {
    const found = new Map<string, readonly NumberedClause[]>();
    for (const id of versionIds) {
      const known = this.remembered.get(id);
      if (known === undefined) continue;
      this.remembered.delete(id);
      this.remembered.set(id, known);
      found.set(id, known.clauses);
    }
    const missing = versionIds.filter((id) => !found.has(id));
    if (missing.length > 0) for (const [id, clauses] of await this.read(tx, missing)) found.set(id, clauses);
    return found;
  }

  private async read(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, readonly NumberedClause[]>> {
    const rows = await tx.prepared<{ id: string; size: number; clauses: readonly Clause[] }>(
      'clauses-of-versions',
      `SELECT id, length(clauses::text) AS size, clauses FROM proposal_versions WHERE id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map(({ id, size, clauses }) => [id, this.remember(id, size, numbered(clauses))]));
  }

  private remember(id: string, size: number, clauses: readonly NumberedClause[]): readonly NumberedClause[] {
    const before = this.remembered.get(id)?.size ?? 0;
    this.remembered.set(id, { clauses, size });
    this.size += size - before;
    for (const [oldest, { size: freed }] of this.remembered) {
      if (this.size <= LARGEST) break;
      this.remembered.delete(oldest);
      this.size -= freed;
    }
    return clauses;
  }
}

/** The version that is each item's current text, where the reader may see both. */
async function versionsOfItems(tx: ReadTx, itemIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.prepared<{ id: string; versionId: string }>(
    'versions-of-agenda-items',
    `SELECT item.id, version.id AS "versionId" FROM agenda_items item
     JOIN topics topic ON topic.id = item.topic_id
     JOIN proposal_versions version ON version.id = topic.proposal_version_id
     WHERE item.id = ANY ($1::uuid[]) AND item.list <> 'FIRESIDE'`,
    [itemIds],
  );
  return new Map(rows.map(({ id, versionId }) => [id, versionId]));
}
