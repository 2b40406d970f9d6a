import type { ReadTx } from '#platform/database';
import type { Clause } from '#proposals';

/** The current text of each item's topic, by item id; nothing for fireside talks, which hold no documents. */
export async function clausesOfItems(
  tx: ReadTx,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Clause[]>> {
  const rows = await tx.prepared<{ id: string; clauses: readonly Clause[] }>(
    'clauses-of-agenda-items',
    `SELECT item.id, version.clauses FROM agenda_items item
     JOIN topics topic ON topic.id = item.topic_id
     JOIN proposal_versions version ON version.id = topic.proposal_version_id
     WHERE item.id = ANY ($1::uuid[]) AND item.list <> 'FIRESIDE'`,
    [itemIds],
  );
  return new Map(rows.map(({ id, clauses }) => [id, clauses]));
}
