import type { Tx } from '#platform/database';

export interface Delivery {
  readonly outboxId: string;
  readonly jobName: string;
}

/**
 * Takes the right to deal with the message, until this transaction ends. False when the job is done already: the
 * unique key lets a second run wait for the first one, and then find its row.
 */
export async function claimDelivery(tx: Tx, { outboxId, jobName }: Delivery, now: Date): Promise<boolean> {
  const claimed = await tx.execute(
    `INSERT INTO job_deliveries (outbox_id, job_name, state, finished_at) VALUES ($1, $2, 'DONE', $3)
     ON CONFLICT ON CONSTRAINT job_deliveries_once
     DO UPDATE SET state = 'DONE', error = NULL, finished_at = excluded.finished_at WHERE job_deliveries.state = 'FAILED'`,
    [outboxId, jobName, now],
  );
  return claimed > 0;
}

/** Notes that the job will not be tried again by itself. False when that, or its success, is noted already. */
export async function failDelivery(tx: Tx, delivery: Delivery, error: string, now: Date): Promise<boolean> {
  const failed = await tx.execute(
    `INSERT INTO job_deliveries (outbox_id, job_name, state, error, finished_at) VALUES ($1, $2, 'FAILED', $3, $4)
     ON CONFLICT ON CONSTRAINT job_deliveries_once DO NOTHING`,
    [delivery.outboxId, delivery.jobName, error, now],
  );
  return failed > 0;
}

/** Closes the message when every one of its jobs is done. */
export async function settleMessage(tx: Tx, outboxId: string, jobNames: readonly string[], now: Date): Promise<void> {
  // Two jobs of one message may end at the same moment: the second must see what the first has written. A weaker lock
  // than FOR UPDATE, because both hold the row's key through the foreign key of their deliveries.
  await tx.query('SELECT FROM outbox WHERE id = $1 FOR NO KEY UPDATE', [outboxId]);
  await tx.execute(
    `UPDATE outbox SET done_at = $3 WHERE id = $1 AND done_at IS NULL AND $2::text[] <@
       (SELECT array_agg(job_name) FROM job_deliveries WHERE outbox_id = $1 AND state = 'DONE')`,
    [outboxId, jobNames, now],
  );
}

/** Removes what everybody has dealt with. The history stays; the outbox is no archive. Answers how many were removed. */
export async function pruneOutbox(tx: Tx, doneBefore: Date, atMost: number): Promise<number> {
  return tx.execute(
    'DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE done_at < $1 ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED)',
    [doneBefore, atMost],
  );
}
