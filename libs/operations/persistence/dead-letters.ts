import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { TECHNICIANS_AUDIENCE, type Actor } from '#organisation';
import { appendHistory, SYSTEM_AUDIENCE, type Tx } from '#platform/database';
import { deliverAgain, discardDelivery } from '#platform/outbox';
import type { AcceptedDeadLetter } from '../domain/dead-letter-lifecycle.js';
import type { DeadLetter } from '../domain/dead-letter.js';

export const deadLetterColumns = `id, outbox_id AS "outboxId", job_name AS "jobName", event, record_kind AS "recordKind",
  state, attempts, failure, failure_code AS "failureCode", occurred_at AS "occurredAt",
  first_failed_at AS "firstFailedAt", last_failed_at AS "lastFailedAt", revision`;

/** Who may see what was given up, and who ran it again. */
const AUDIENCE = [SYSTEM_AUDIENCE, TECHNICIANS_AUDIENCE];

/** What the worker has written of given-up jobs (libs/platform/outbox); here they are taken up again. */
@Injectable()
export class DeadLetters {
  /** Locks the row until commit. Null when there is none, or the actor may not see it. */
  async lock(tx: Tx, id: string): Promise<DeadLetter | null> {
    if (!isUuid(id)) return null;
    const [found] = await tx.query<DeadLetter>(
      `SELECT ${deadLetterColumns} FROM dead_letters WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return found ?? null;
  }

  /** Those of a job that lie there, the oldest first; what somebody else is taking up at the moment is left to them. */
  async lockGivenUp(tx: Tx, jobName: string, atMost: number): Promise<readonly DeadLetter[]> {
    return tx.query<DeadLetter>(
      `SELECT ${deadLetterColumns} FROM dead_letters WHERE job_name = $1 AND state = 'GIVEN_UP'
       ORDER BY occurred_at, id LIMIT $2 FOR UPDATE SKIP LOCKED`,
      [jobName, atMost],
    );
  }

  /** Notes who runs it again, and has the relay carry it once more. */
  async saveRunningAgain(tx: Tx, actor: Actor, accepted: AcceptedDeadLetter, at: Date): Promise<void> {
    await this.note(tx, actor, accepted, at);
    const { outboxId, jobName } = accepted.deadLetter;
    await tx.asSystem((system) => deliverAgain(system, { outboxId, jobName }));
  }

  /** Notes who set it aside and why; the message stays, and nothing waits for this job of it any more. */
  async saveDiscarded(tx: Tx, actor: Actor, accepted: AcceptedDeadLetter, at: Date): Promise<void> {
    await this.note(tx, actor, accepted, at);
    const { outboxId, jobName } = accepted.deadLetter;
    const isDiscarded = await tx.asSystem((system) => discardDelivery(system, { outboxId, jobName }));
    if (!isDiscarded) throw new Error(`The delivery of the dead letter ${accepted.deadLetter.id} was not given up`);
  }

  private async note(
    tx: Tx,
    actor: Actor,
    { deadLetter, capacity, event, reason }: AcceptedDeadLetter,
    at: Date,
  ): Promise<void> {
    const { id, outboxId, jobName, state, revision, attempts } = deadLetter;
    await tx.execute('UPDATE dead_letters SET state = $2, revision = $3 WHERE id = $1', [id, state, revision]);
    await appendHistory(tx, AUDIENCE, [
      {
        type: event,
        recordKind: 'deadLetter',
        recordId: id,
        actorName: actor.name,
        capacity,
        reason,
        occurredAt: at,
        data: { outboxId, jobName, attempts },
      },
    ]);
  }
}
