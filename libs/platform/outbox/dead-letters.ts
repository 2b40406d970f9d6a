import { newId, type Tx } from '#platform/database';
import type { Delivery } from './delivery.js';
import type { Failure } from './failure.js';
import { appendToOutbox, type OutboxMessage } from './outbox-message.js';

/** Tells that a job was given up. */
export const JOB_GIVEN_UP = 'deadLetter.givenUp';

/** What is kept of a delivery that was given up: what it was and why it failed, and nothing of what it was about. */
export interface GivenUp {
  readonly delivery: Delivery;
  readonly message: Pick<OutboxMessage, 'event' | 'recordKind' | 'occurredAt'>;
  readonly failure: Failure;
  readonly attempts: number;
}

/**
 * Lets the technical administration know. What was run again and failed again is the same letter. Of what fails while
 * telling of a letter nobody is told: it would fail again, for ever.
 */
export async function keepDeadLetter(
  tx: Tx,
  { delivery, message, failure, attempts }: GivenUp,
  now: Date,
): Promise<void> {
  const { event, recordKind, occurredAt } = message;
  const [letter] = await tx.query<{ id: string }>(
    `INSERT INTO dead_letters (id, outbox_id, job_name, event, record_kind, state, attempts, failure, failure_code,
       occurred_at, first_failed_at, last_failed_at)
     VALUES ($1, $2, $3, $4, $5, 'GIVEN_UP', $6, $7, $8, $9, $10, $10)
     ON CONFLICT ON CONSTRAINT dead_letters_once DO UPDATE SET state = 'GIVEN_UP',
       attempts = dead_letters.attempts + excluded.attempts, failure = excluded.failure,
       failure_code = excluded.failure_code, last_failed_at = excluded.last_failed_at,
       revision = dead_letters.revision + 1
     RETURNING id`,
    [
      newId(),
      delivery.outboxId,
      delivery.jobName,
      event,
      recordKind,
      attempts,
      failure.kind,
      failure.code,
      occurredAt,
      now,
    ],
  );
  if (letter === undefined || event === JOB_GIVEN_UP) return;
  const told = { event: JOB_GIVEN_UP, recordKind: 'deadLetter', recordId: letter.id, occurredAt: now };
  await appendToOutbox(tx, { ...told, data: { outboxId: delivery.outboxId, jobName: delivery.jobName } });
}

/** The job has had its effect after all. */
export async function solveDeadLetter(tx: Tx, { outboxId, jobName }: Delivery): Promise<void> {
  await tx.execute(
    `UPDATE dead_letters SET state = 'SOLVED', revision = revision + 1 WHERE outbox_id = $1 AND job_name = $2`,
    [outboxId, jobName],
  );
}
