import { capacityNames, type Capacity } from '#glossary';
import { availableActions, permit, type ActionAvailability, type Lifecycle, type Refused } from '#platform/lifecycle';
import * as only from './dead-letter-requirements.js';
import { deadLetterStateNames, type DeadLetter, type DeadLetterContext, type DeadLetterState } from './dead-letter.js';

/** "<action> takes a job that was given up from … to …, may be done by …" */
const rows = {
  /** Written by the worker after the last attempt; the log tells of each. */
  giveUpJob: { from: ['NEW', 'RUNNING_AGAIN'], to: 'GIVEN_UP', by: ['SYSTEM'], emits: 'deadLetter.givenUp' },
  /** Never while it is running again already: one run at a time. */
  runDeadLetterAgain: { from: ['GIVEN_UP'], to: 'RUNNING_AGAIN', by: ['ADMIN'], emits: 'deadLetter.runAgain' },
  /** For good: what nobody needs any more must not be tried again by a late press of a button. */
  discardDeadLetter: {
    from: ['GIVEN_UP'],
    to: 'DISCARDED',
    by: ['ADMIN'],
    requires: [only.givesReason],
    emits: 'deadLetter.discarded',
  },
  /** Written by the worker together with the effect of the job. */
  solveDeadLetter: {
    from: ['GIVEN_UP', 'RUNNING_AGAIN'],
    to: 'SOLVED',
    by: ['SYSTEM'],
    emits: 'deadLetter.solved',
  },
} as const satisfies Lifecycle<DeadLetter, DeadLetterState, Capacity, DeadLetterContext>['rows'];

export const deadLetterLifecycle: Lifecycle<DeadLetter, DeadLetterState, Capacity, DeadLetterContext> = {
  record: { kind: 'deadLetter', label: 'Aufgegebene Arbeit' },
  states: deadLetterStateNames,
  capacities: capacityNames,
  rows,
  requirements: only,
  labels: {
    giveUpJob: 'Arbeit aufgegeben',
    runDeadLetterAgain: 'Erneut ausführen',
    discardDeadLetter: 'Verwerfen',
    solveDeadLetter: 'Arbeit erledigt',
  },
};

export interface AcceptedDeadLetter {
  readonly ok: true;
  readonly deadLetter: DeadLetter;
  readonly capacity: string;
  readonly event: string;
  readonly reason: string | null;
}

const personalActions = ['runDeadLetterAgain', 'discardDeadLetter'] as const;
export type DeadLetterAction = (typeof personalActions)[number];

/** The letter as it is then, or why not. Pure: nothing is saved. */
export function decide(
  deadLetter: DeadLetter,
  action: DeadLetterAction,
  context: DeadLetterContext,
): AcceptedDeadLetter | Refused {
  const verdict = permit(deadLetterLifecycle, deadLetter, action, context);
  if (!verdict.ok) return verdict;
  const next = { ...deadLetter, state: verdict.to, revision: deadLetter.revision + 1 };
  const reason = context.input?.reason?.trim() || null;
  return { ok: true, deadLetter: next, capacity: verdict.capacity, event: verdict.emits, reason };
}

export function actionsOn(deadLetter: DeadLetter, context: DeadLetterContext): readonly ActionAvailability[] {
  const all = availableActions(deadLetterLifecycle, deadLetter, context);
  return all.filter(({ action }) => personalActions.some((personal) => personal === action));
}
