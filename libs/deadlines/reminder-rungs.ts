import { reminderRungs, type ReminderRung } from '#glossary';
import { berlinDay, berlinHour } from '#platform/clock';
import type { Calendar } from './domain/calendar.js';
import type { Deadline } from './domain/deadline.js';
import { addWorkingDays, dayAfter, isWorkingDay } from './domain/working-days.js';

/** Nobody is reminded earlier in the day. */
export const MORNING = 8;

/** A rung of the ladder of reminders of one deadline, and when it is reached. */
export interface PlannedRung {
  readonly rung: ReminderRung;
  readonly at: Date;
}

type Timed = Pick<Deadline, 'opensAt' | 'setAt' | 'dueAt'>;

/**
 * The rungs of a deadline that are switched on, in their order, at 8 o'clock in Berlin on working days of the recipient.
 * Before the deadline a rung moves to the last working day before, after it to the next one. What would be reached
 * before the deadline was set is left out, and so is what comes no earlier than something more urgent.
 */
export function plannedRungs(
  deadline: Timed,
  calendar: Calendar,
  switchedOn: ReadonlySet<ReminderRung>,
): readonly PlannedRung[] {
  const days = daysOf(deadline, calendar);
  const planned = reminderRungs
    .filter((rung) => switchedOn.has(rung))
    .map((rung) => ({ rung, at: berlinHour(days[rung], MORNING) }))
    .filter(({ at }) => at >= deadline.setAt);
  return planned.filter(({ at }, place) => planned.slice(place + 1).every((later) => later.at > at));
}

/**
 * The rung that somebody is to hear of who was last reminded at `since`: the most urgent one reached after that. What
 * was missed meanwhile is made up for once and not step by step.
 */
export function reachedRung(planned: readonly PlannedRung[], since: Date, now: Date): PlannedRung | null {
  return planned.findLast(({ at }) => at > since && at <= now) ?? null;
}

function daysOf(deadline: Timed, calendar: Calendar): Readonly<Record<ReminderRung, string>> {
  const lastDay = lastDayOf(deadline);
  const overdue = onWorkingDay(dayAfter(lastDay, 1), calendar, 1);
  return {
    HALF_TIME: onWorkingDay(berlinDay(halfTimeOf(deadline)), calendar, -1),
    TWO_DAYS: onWorkingDay(dayAfter(lastDay, -2), calendar, -1),
    ONE_DAY: onWorkingDay(dayAfter(lastDay, -1), calendar, -1),
    OVERDUE: overdue,
    ESCALATION: addWorkingDays(overdue, 1, calendar).day,
  };
}

/** Nothing is in time at the instant itself: what ends at midnight ends with the day before. */
function lastDayOf({ dueAt }: Timed): string {
  return berlinDay(new Date(dueAt.getTime() - 1));
}

function halfTimeOf({ opensAt, setAt, dueAt }: Timed): Date {
  const from = (opensAt ?? setAt).getTime();
  return new Date(from + (dueAt.getTime() - from) / 2);
}

function onWorkingDay(day: string, calendar: Calendar, step: 1 | -1): string {
  return isWorkingDay(day, calendar) ? day : onWorkingDay(dayAfter(day, step), calendar, step);
}
