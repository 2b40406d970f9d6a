import type { HistoryEntry, ReadTx } from '#platform/database';

const columns = `entry.id, entry.sequence, entry.event, entry.data, entry.actor_name AS "actorName", entry.capacity,
  body_of_act(entry.actor_person_id, entry.capacity, entry.occurred_at) AS body, entry.reason, entry.occurred_at AS "occurredAt"`;

/** An entry, and the item it tells of; null when it tells of the agenda. */
export interface AgendaHistoryEntry extends HistoryEntry {
  readonly itemId: string | null;
}

/**
 * What happened to each agenda and to those of its items that the reader sees, oldest first, by agenda. That an item was
 * placed is left out: the circulation says it for all of them.
 */
export async function listAgendaHistory(
  tx: ReadTx,
  agendaIds: readonly string[],
): Promise<ReadonlyMap<string, readonly AgendaHistoryEntry[]>> {
  const rows = await tx.prepared<AgendaHistoryEntry & { readonly agendaId: string }>(
    'history-of-agendas',
    `SELECT entry.record_id AS "agendaId", NULL AS "itemId", ${columns}
     FROM history entry WHERE entry.record_kind = 'agenda' AND entry.record_id = ANY ($1::uuid[])
     UNION ALL
     SELECT item.agenda_id, item.id, ${columns}
     FROM agenda_items item JOIN history entry ON entry.record_kind = 'agendaItem' AND entry.record_id = item.id
     WHERE item.agenda_id = ANY ($1::uuid[]) AND entry.event <> 'agendaItem.placed'
     ORDER BY "occurredAt", id`,
    [agendaIds],
  );
  const grouped = new Map<string, AgendaHistoryEntry[]>(agendaIds.map((id) => [id, []]));
  for (const row of rows) grouped.get(row.agendaId)?.push(row);
  return grouped;
}
