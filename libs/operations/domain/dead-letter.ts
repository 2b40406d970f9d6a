import type { Capacity, FailureKind } from '#glossary';
import type { DecisionContext } from '#platform/lifecycle';

export const deadLetterStateNames = {
  GIVEN_UP: 'Aufgegeben',
  RUNNING_AGAIN: 'Läuft erneut',
  SOLVED: 'Erledigt',
  DISCARDED: 'Verworfen',
} as const;
export type DeadLetterState = keyof typeof deadLetterStateNames;

/** A job that was given up for one message: what it was and why it failed, nothing of what it was about. */
export interface DeadLetter {
  readonly id: string;
  /** The message, by the number under which the log knows it. */
  readonly outboxId: string;
  readonly jobName: string;
  readonly event: string;
  readonly recordKind: string;
  readonly state: DeadLetterState;
  /** Of all runs together. */
  readonly attempts: number;
  readonly failure: FailureKind;
  readonly failureCode: string | null;
  readonly occurredAt: Date;
  readonly firstFailedAt: Date;
  readonly lastFailedAt: Date;
  readonly revision: number;
}

export interface DeadLetterContext extends DecisionContext<Capacity> {
  /** What the person entered; null while it is only asked what could be done. */
  readonly input: { readonly reason?: string } | null;
}
