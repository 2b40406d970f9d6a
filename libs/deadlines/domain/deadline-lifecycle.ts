import { capacityNames, deadlineStateNames, type Capacity, type DeadlineState } from '#glossary';
import { availableActions, permit, type ActionAvailability, type Lifecycle, type Refused } from '#platform/lifecycle';
import * as only from './deadline-requirements.js';
import { latenessOf, type Deadline, type DeadlineContext } from './deadline.js';

/** "<action> takes a deadline from … to …, may be done by …, and only if …" */
const rows = {
  /** Written by the database together with the record that the deadline is about, whose history tells of it. */
  setDeadline: { from: ['NEW'], to: 'OPEN', by: ['SYSTEM'], emits: 'deadline.set' },
  /** Longer or shorter; whoever extends one that is over opens it again. */
  moveDeadline: {
    from: ['OPEN', 'PASSED'],
    to: 'OPEN',
    by: ['CHAIR'],
    requires: [
      only.isMovable,
      only.conferenceHasNotBegun,
      only.givesReason,
      only.namesOtherInstant,
      only.isStillAhead,
      only.endsAfterItBegins,
      only.endsBeforeTheConference,
      only.keepsTheOrder,
    ],
    emits: 'deadline.moved',
  },
  passDeadline: { from: ['OPEN'], to: 'PASSED', by: ['SYSTEM'], requires: [only.isDue], emits: 'deadline.passed' },
  /** As `setDeadline`: nothing is expected any more, for the record has ended before. */
  settleDeadline: { from: ['OPEN', 'PASSED'], to: 'SETTLED', by: ['SYSTEM'], emits: 'deadline.settled' },
} as const satisfies Lifecycle<Deadline, DeadlineState, Capacity, DeadlineContext>['rows'];

export type DeadlineAction = keyof typeof rows;

const labels: Readonly<Record<DeadlineAction, string>> = {
  setDeadline: 'Frist gesetzt',
  moveDeadline: 'Frist verlegen',
  passDeadline: 'Frist abgelaufen',
  settleDeadline: 'Frist erledigt',
};

export const deadlineLifecycle: Lifecycle<Deadline, DeadlineState, Capacity, DeadlineContext> = {
  record: { kind: 'deadline', label: 'Frist' },
  states: deadlineStateNames,
  capacities: capacityNames,
  rows,
  requirements: only,
  labels,
};

export interface DeadlineEvent {
  readonly type: string;
  readonly capacity: string;
  readonly reason: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface AcceptedDeadline {
  readonly ok: true;
  readonly deadline: Deadline;
  readonly events: readonly [DeadlineEvent, ...DeadlineEvent[]];
}

/** The next deadline and what happened, or every reason against it. Pure: nothing is saved. */
export function decide(
  deadline: Deadline,
  action: Extract<DeadlineAction, 'moveDeadline' | 'passDeadline'>,
  context: DeadlineContext,
): AcceptedDeadline | Refused {
  const verdict = permit(deadlineLifecycle, deadline, action, context);
  if (!verdict.ok) return verdict;
  const moved = action === 'moveDeadline' ? movedTo(context) : {};
  const next = { ...deadline, ...moved, state: verdict.to, revision: deadline.revision + 1 };
  const { kind, subjectKind, subjectId, conferenceId, dueAt } = deadline;
  const event: DeadlineEvent = {
    type: verdict.emits,
    capacity: verdict.capacity,
    reason: context.input?.reason?.trim() || null,
    data: {
      kind,
      subjectKind,
      subjectId,
      conferenceId,
      dueAt: next.dueAt.toISOString(),
      ...(action === 'moveDeadline' ? { before: dueAt.toISOString() } : latenessData(deadline, context)),
    },
  };
  return { ok: true, deadline: next, events: [event] };
}

/** That the queue stood still is part of what happened. */
function latenessData(deadline: Deadline, { now, input }: DeadlineContext): Readonly<Record<string, unknown>> {
  const late = latenessOf(deadline, now);
  return late === 0 ? {} : { lateSeconds: Math.round(late / 1000), isFirstLate: input?.isFirstLate ?? false };
}

/** A deadline moved by hand follows from nothing any more: it stays where it is when the conference is moved. */
function movedTo({ input, now }: DeadlineContext): Partial<Deadline> {
  return input?.dueAt === undefined ? {} : { dueAt: input.dueAt, setAt: now, basis: 'FIXED', basisCount: null };
}

export function actionsOn(deadline: Deadline, context: DeadlineContext): readonly ActionAvailability[] {
  return availableActions(deadlineLifecycle, deadline, context).filter(({ action }) => action === 'moveDeadline');
}
