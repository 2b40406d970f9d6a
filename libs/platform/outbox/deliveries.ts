import type { Tx } from '#platform/database';
import { solveDeadLetter } from './dead-letters.js';
import type { Delivery } from './delivery.js';
import { messageColumns, type OutboxMessage } from './outbox-message.js';

/** What a job finds when its turn comes. */
export interface Claim {
  readonly message: OutboxMessage;
  /** False when the job is done already, or was set aside. */
  readonly isGranted: boolean;
}

/**
 * Takes the right to deal with the message, until this transaction ends: the unique key lets a second run wait for the
 * first one, and then find its row. Null when there is no such message. One statement, for every job begins with it.
 */
export async function claimMessage(tx: Tx, { outboxId, jobName }: Delivery, now: Date): Promise<Claim | null> {
  const [found] = await tx.prepared<OutboxMessage & { isGranted: boolean; wasGivenUp: boolean }>(
    'claim-message',
    `WITH message AS (SELECT ${messageColumns} FROM outbox WHERE id = $1), claimed AS (
       INSERT INTO job_deliveries (outbox_id, job_name, state, finished_at) SELECT id, $2, 'DONE', $3 FROM message
       ON CONFLICT ON CONSTRAINT job_deliveries_once
       DO UPDATE SET state = 'DONE', finished_at = excluded.finished_at
         WHERE job_deliveries.state NOT IN ('DONE', 'DISCARDED')
       RETURNING xmax::text <> '0' AS "wasGivenUp")
     SELECT message.*, "wasGivenUp" IS NOT NULL AS "isGranted", coalesce("wasGivenUp", false) AS "wasGivenUp"
     FROM message LEFT JOIN claimed ON true`,
    [outboxId, jobName, now],
  );
  if (found === undefined) return null;
  const { isGranted, wasGivenUp, ...message } = found;
  if (wasGivenUp) await solveDeadLetter(tx, { outboxId, jobName });
  return { message, isGranted };
}

/** Notes that the job will not be tried again by itself. False when that, or its success, is noted already. */
export async function failDelivery(tx: Tx, { outboxId, jobName, run = 0 }: Delivery, now: Date): Promise<boolean> {
  const failed = await tx.execute(
    `INSERT INTO job_deliveries (outbox_id, job_name, state, run, finished_at) VALUES ($1, $2, 'FAILED', $3, $4)
     ON CONFLICT ON CONSTRAINT job_deliveries_once
     DO UPDATE SET state = 'FAILED', finished_at = excluded.finished_at
     WHERE job_deliveries.state = 'AGAIN' AND job_deliveries.run = excluded.run`,
    [outboxId, jobName, run, now],
  );
  return failed > 0;
}

/** Has the relay carry a delivery that was given up once more, as soon as this is committed. */
export async function deliverAgain(tx: Tx, { outboxId, jobName }: Delivery): Promise<void> {
  await tx.execute(
    `UPDATE job_deliveries SET state = 'AGAIN', run = run + 1 WHERE outbox_id = $1 AND job_name = $2 AND state = 'FAILED'`,
    [outboxId, jobName],
  );
  await askTheRelay(tx, outboxId);
}

/**
 * Has the delivery that was given up count as dealt with. The relay looks at the message once more and closes it when
 * nothing else waits. False when it is not given up at the moment.
 */
export async function discardDelivery(tx: Tx, { outboxId, jobName }: Delivery): Promise<boolean> {
  const discarded = await tx.execute(
    `UPDATE job_deliveries SET state = 'DISCARDED' WHERE outbox_id = $1 AND job_name = $2 AND state = 'FAILED'`,
    [outboxId, jobName],
  );
  await askTheRelay(tx, outboxId);
  return discarded > 0;
}

async function askTheRelay(tx: Tx, outboxId: string): Promise<void> {
  await tx.execute('UPDATE outbox SET relayed_at = NULL WHERE id = $1 AND done_at IS NULL', [outboxId]);
  await tx.execute(`SELECT pg_notify('outbox', '')`);
}

/** Closes the message when every one of its jobs is done or set aside. */
export async function settleMessage(tx: Tx, outboxId: string, jobNames: readonly string[], now: Date): Promise<void> {
  // Two jobs of one message may end at the same moment: the second must see what the first has written. A weaker lock
  // than FOR UPDATE, because both hold the row's key through the foreign key of their deliveries. The second statement
  // does not wait for the answer to the first, only for its lock.
  await Promise.all([
    tx.prepared('lock-message', 'SELECT FROM outbox WHERE id = $1 FOR NO KEY UPDATE', [outboxId]),
    tx.prepared(
      'settle-message',
      `UPDATE outbox SET done_at = $3 WHERE id = $1 AND done_at IS NULL AND $2::text[] <@
         (SELECT array_agg(job_name) FROM job_deliveries WHERE outbox_id = $1 AND state IN ('DONE', 'DISCARDED'))`,
      [outboxId, jobNames, now],
    ),
  ]);
}

/**
 * Removes what everybody has dealt with. The history stays; the outbox is no archive. What somebody has set aside is kept:
 * nobody has dealt with that. Answers how many were removed.
 */
export async function pruneOutbox(tx: Tx, doneBefore: Date, atMost: number): Promise<number> {
  return tx.execute(
    `DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE done_at < $1 AND NOT EXISTS (
         SELECT FROM job_deliveries WHERE outbox_id = outbox.id AND state = 'DISCARDED')
       ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED)`,
    [doneBefore, atMost],
  );
}
