import { applyDecorators, Injectable, SetMetadata } from '@nestjs/common';
import type { Tx } from '#platform/database';
import type { OutboxMessage } from '#platform/outbox';

export const EVENT_JOB = 'platform:event-job';

export interface EventJobOptions {
  /** What the job does, unique in the product: letters, digits and hyphens, for it becomes part of a queue's job id. */
  readonly name: string;
  /** Events of the outbox on which the job runs. */
  readonly on: readonly string[];
  /** Runs before it counts as failed; the wait between them doubles from `backoffSeconds`. Default 8. */
  readonly attempts?: number;
  /** Default 5. */
  readonly backoffSeconds?: number;
}

export interface EventJobHandler {
  /** Called before the transaction, while nothing is held. Throws `NotYet` when the job has to wait for its turn. */
  awaitTurn?(): Promise<void>;
  /** Runs as the system, in one transaction with the note that this job is done for this message. */
  run(tx: Tx, message: OutboxMessage): Promise<void>;
  /** Runs once after the last attempt failed, in one transaction with the note that the job is given up. */
  giveUp?(tx: Tx, message: OutboxMessage, error: Error): Promise<void>;
}

/** Makes the class a job of the worker for these events. It is listed as a provider in its library's module. */
export function EventJob(
  options: EventJobOptions,
): <Job extends new (...dependencies: never[]) => EventJobHandler>(target: Job) => void {
  return applyDecorators(Injectable(), SetMetadata(EVENT_JOB, options));
}
