import type { Capacity, DeadlineBasis, DeadlineKind, DeadlineState } from '#glossary';
import type { DecisionContext } from '#platform/lifecycle';

/** What a deadline is about; the record keeps the instant as a column too, which the database holds equal. */
export type DeadlineSubject = 'conference' | 'writtenProcedure' | 'followUp' | 'commentRound' | 'minutes' | 'release';

/** Until when something has to be done (Frist). Nothing is in time at this instant or later. */
export interface Deadline {
  readonly id: string;
  readonly kind: DeadlineKind;
  readonly subjectKind: DeadlineSubject;
  readonly subjectId: string;
  /** On whose timeline it stands. */
  readonly conferenceId: string;
  readonly basis: DeadlineBasis;
  /** So many weeks or days before the first day of the main conference; null for another basis. */
  readonly basisCount: number | null;
  /** For what has a beginning too. */
  readonly opensAt: Date | null;
  readonly dueAt: Date;
  /** As it was first planned. */
  readonly originalDueAt: Date;
  readonly state: DeadlineState;
  /** When it was given the instant it has now. */
  readonly setAt: Date;
  readonly revision: number;
}

export interface DeadlineInput {
  readonly dueAt?: Date | undefined;
  readonly reason?: string | null | undefined;
  /** The first that this run of the sweep found too late: it tells the technicians of all. */
  readonly isFirstLate?: boolean | undefined;
}

export interface DeadlineContext extends DecisionContext<Capacity> {
  /** 00:00 of the first day of the main conference; null where no condition asks for it. */
  readonly conferenceBegins: Date | null;
  /** The other deadlines of the same conference. */
  readonly others: readonly Pick<Deadline, 'kind' | 'dueAt'>[];
  /** Null while only asking which actions are available. */
  readonly input: DeadlineInput | null;
}

/** Over by its instant, whether or not anybody has noticed. */
export function isOver({ dueAt }: Pick<Deadline, 'dueAt'>, now: Date): boolean {
  return now.getTime() >= dueAt.getTime();
}

/** The day, not the hour, is what such a deadline says; the column behind it is a day. */
const kindsOfWholeDays: ReadonlySet<DeadlineKind> = new Set(['COMMITTEE_SESSIONS', 'PRE_CONFERENCE']);

export function endsWithItsDay(kind: DeadlineKind): boolean {
  return kindsOfWholeDays.has(kind);
}

const kindsOfWorkingDays: ReadonlySet<DeadlineKind> = new Set(['WRITTEN_PROCEDURE', 'COMMENT_ROUND']);

/** Given so many working days from its beginning on, instead of a day that follows from another. */
export function isCountedInWorkingDays(kind: DeadlineKind): boolean {
  return kindsOfWorkingDays.has(kind);
}

/** More than this after its instant a deadline was noticed by the sweep instead of in time. */
const IN_TIME = 60 * 1000;

/** Milliseconds by which somebody comes too late to let it pass; 0 when in time. What was over when it was set counts from then. */
export function latenessOf({ dueAt, setAt }: Pick<Deadline, 'dueAt' | 'setAt'>, now: Date): number {
  const late = now.getTime() - Math.max(dueAt.getTime(), setAt.getTime());
  return late > IN_TIME ? late : 0;
}
