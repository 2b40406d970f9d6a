import { v7 as uuidv7 } from 'uuid';
import type { ReadTx, Tx } from './transaction.js';

/** Opaque, time-ordered id (UUIDv7, RFC 9562). */
export function newId(): string {
  return uuidv7();
}

/** One entry of a record's history, and the message that leaves after the commit. */
export interface RecordEvent {
  /** `noun.pastTense`, for example `topic.submitted`. */
  readonly type: string;
  readonly recordKind: string;
  readonly recordId: string;
  /** Who did it, as the history shows it for ever; the person's id comes from the transaction. */
  readonly actorName: string;
  /** In which capacity it was done. */
  readonly capacity: string;
  readonly reason: string | null;
  readonly occurredAt: Date;
  /** Ids and changed values; never a whole text. */
  readonly data: Readonly<Record<string, unknown>>;
}

export type RecordEvents = readonly [RecordEvent, ...RecordEvent[]];

/**
 * Writes events to the hash-chained history and to the outbox. Called by every repository's `save`.
 * The chain itself is computed by the database (trigger `history_chain`), which also refuses changes.
 */
export async function appendHistory(tx: Tx, audience: readonly number[], events: RecordEvents): Promise<void> {
  for (const event of events) {
    const id = newId();
    const values = [id, event.recordKind, event.recordId, event.type, JSON.stringify(event.data)];
    await tx.prepared(
      'append-history',
      `WITH entry AS (
         INSERT INTO history (id, record_kind, record_id, event, data, actor_person_id, actor_name, capacity, reason, occurred_at, audience)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       )
       INSERT INTO outbox (id, record_kind, record_id, event, data, occurred_at) VALUES ($1, $2, $3, $4, $5, $10)`,
      [...values, tx.actor.personId, event.actorName, event.capacity, event.reason, event.occurredAt, audience],
    );
  }
}

/** An entry, and who may see it. */
export interface SeenEvent extends RecordEvent {
  readonly audience: readonly number[];
}

/** The same for many records at once, in one statement. */
export async function appendHistories(tx: Tx, events: readonly SeenEvent[]): Promise<void> {
  const rows = events.map(({ type, ...event }) => ({ ...event, event: type, id: newId() }));
  await tx.prepared(
    'append-histories',
    `WITH given AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS given (id uuid, "recordKind" text, "recordId" uuid, event text,
         data jsonb, "actorName" text, capacity text, reason text, "occurredAt" timestamptz, audience int[])
     ), entry AS (
       INSERT INTO history (id, record_kind, record_id, event, data, actor_person_id, actor_name, capacity, reason, occurred_at, audience)
       SELECT id, "recordKind", "recordId", event, data, $2, "actorName", capacity, reason, "occurredAt", audience
       FROM given ORDER BY id
     )
     INSERT INTO outbox (id, record_kind, record_id, event, data, occurred_at)
     SELECT id, "recordKind", "recordId", event, data, "occurredAt" FROM given ORDER BY id`,
    [JSON.stringify(rows), tx.actor.personId],
  );
}

/** Lets a record's history be seen by whoever may see the record now; the entries themselves stay as they are. */
export async function shareHistory(
  tx: Tx,
  recordKind: string,
  recordId: string,
  audience: readonly number[],
): Promise<void> {
  await tx.execute(
    'UPDATE history SET audience = $3 WHERE record_kind = $1 AND record_id = $2 AND audience IS DISTINCT FROM $3',
    [recordKind, recordId, audience],
  );
}

/** The same for many records of a kind. */
export async function shareHistories(
  tx: Tx,
  recordKind: string,
  audiences: ReadonlyMap<string, readonly number[]>,
): Promise<void> {
  const rows = [...audiences].map(([id, audience]) => ({ id, audience }));
  await tx.execute(
    `UPDATE history SET audience = shared.audience
     FROM jsonb_to_recordset($2::jsonb) AS shared (id uuid, audience int[])
     WHERE record_kind = $1 AND record_id = shared.id AND history.audience IS DISTINCT FROM shared.audience`,
    [recordKind, JSON.stringify(rows)],
  );
}

export interface HistoryEntry {
  readonly id: string;
  readonly sequence: number;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly actorName: string;
  readonly capacity: string;
  /** Code of the body that gave the capacity, where the capacity alone does not tell. */
  readonly body: string | null;
  readonly reason: string | null;
  readonly occurredAt: Date;
}

/** The entries the actor may see, oldest first, grouped by record. */
export async function listHistory(
  tx: ReadTx,
  recordKind: string,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, readonly HistoryEntry[]>> {
  const rows = await tx.prepared<HistoryEntry & { readonly recordId: string }>(
    'list-history',
    `SELECT record_id AS "recordId", id, sequence, event, data, actor_name AS "actorName", capacity, reason,
            body_of_act(actor_person_id, capacity, occurred_at) AS body, occurred_at AS "occurredAt"
     FROM history WHERE record_kind = $1 AND record_id = ANY ($2::uuid[]) ORDER BY record_id, sequence`,
    [recordKind, recordIds],
  );
  const grouped = new Map<string, HistoryEntry[]>();
  for (const row of rows) grouped.set(row.recordId, [...(grouped.get(row.recordId) ?? []), row]);
  return grouped;
}
