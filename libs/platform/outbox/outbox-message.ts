import { newId, type ReadTx, type Tx } from '#platform/database';

/** What a committed transaction has to tell: read by jobs, carried to them by the relay. */
export interface OutboxMessage {
  readonly id: string;
  /** `noun.pastTense`, for example `topic.submitted`. */
  readonly event: string;
  readonly recordKind: string;
  readonly recordId: string;
  /** Ids and changed values; never a whole text. */
  readonly data: Record<string, unknown>;
  readonly occurredAt: Date;
  /** Who acted, null for the system; for log lines. */
  readonly actorPersonId: string | null;
  readonly requestId: string | null;
}

export type NewOutboxMessage = Pick<OutboxMessage, 'event' | 'recordKind' | 'recordId' | 'data' | 'occurredAt'>;

/** Sends a message that is no entry of a record's history; `appendHistory` sends its own. Answers the message's id. */
export async function appendToOutbox(tx: Tx, message: NewOutboxMessage): Promise<string> {
  const id = newId();
  await tx.execute(
    'INSERT INTO outbox (id, record_kind, record_id, event, data, occurred_at) VALUES ($1, $2, $3, $4, $5, $6)',
    [id, message.recordKind, message.recordId, message.event, JSON.stringify(message.data), message.occurredAt],
  );
  return id;
}

/** The same for many messages, in one statement. */
export async function appendAllToOutbox(tx: Tx, messages: readonly NewOutboxMessage[]): Promise<void> {
  if (messages.length === 0) return;
  await tx.execute(
    `INSERT INTO outbox (id, record_kind, record_id, event, data, occurred_at)
     SELECT id, "recordKind", "recordId", event, data, "occurredAt" FROM jsonb_to_recordset($1::jsonb)
       AS message (id uuid, "recordKind" text, "recordId" uuid, event text, data jsonb, "occurredAt" timestamptz)`,
    [JSON.stringify(messages.map((message) => ({ id: newId(), ...message })))],
  );
}

export const messageColumns = `id, event, record_kind AS "recordKind", record_id AS "recordId", data,
  occurred_at AS "occurredAt", actor_person_id AS "actorPersonId", request_id AS "requestId"`;

export async function findMessage(tx: ReadTx, id: string): Promise<OutboxMessage | null> {
  const [message] = await tx.prepared<OutboxMessage>(
    'outbox-message',
    `SELECT ${messageColumns} FROM outbox WHERE id = $1`,
    [id],
  );
  return message ?? null;
}
