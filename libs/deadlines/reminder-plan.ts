import {
  deadlineKindNames,
  reminderRungs,
  type BodyCode,
  type PartyCode,
  type ReminderRung,
  type Role,
} from '#glossary';
import { labelOfAssignment } from '#organisation';
import { berlinDay, berlinHour } from '#platform/clock';
import type { Calendar, CalendarName } from './domain/calendar.js';
import type { Deadline } from './domain/deadline.js';
import { isWorkingDay } from './domain/working-days.js';
import { MORNING, plannedRungs, reachedRung, type PlannedRung } from './reminder-rungs.js';

/** In what way somebody has to do with an open duty: it is theirs, they stand in, or they head the office. */
export type PlaceInLadder = 'HOLDER' | 'DEPUTY' | 'HEAD';

export interface DutyHolder {
  readonly personId: string;
  readonly place: PlaceInLadder;
  readonly role: Role;
  readonly party: PartyCode | null;
  readonly body: BodyCode | null;
  readonly calendar: CalendarName;
}

export interface DueReminder {
  readonly personId: string;
  readonly rung: ReminderRung;
  /** German, as the end of "Sie erhalten diese Nachricht, weil …". */
  readonly because: string;
}

/** Up to when each calendar was gone through that is to be gone through now. */
export type Waiting = ReadonlyMap<CalendarName, Date>;

type CalendarOf = (name: CalendarName) => Calendar;

/**
 * The calendars whose day has begun and that have not been gone through since: never on a weekend or a holiday, and so
 * what was missed is made up for on the next working day. One that was never gone through begins with this day.
 */
export function waitingCalendars(
  names: readonly CalendarName[],
  runs: ReadonlyMap<CalendarName, Date>,
  now: Date,
  calendarOf: CalendarOf,
): Waiting {
  const today = berlinDay(now);
  const morning = berlinHour(today, MORNING);
  if (now < morning) return new Map();
  const due = names.filter((name) => (runs.get(name) ?? 0) < morning && isWorkingDay(today, calendarOf(name)));
  return new Map(due.map((name) => [name, runs.get(name) ?? berlinHour(today, 0)]));
}

/** What a run goes by. */
export interface ReminderRun {
  readonly switchedOn: ReadonlySet<ReminderRung>;
  readonly waiting: Waiting;
  readonly now: Date;
  readonly calendarOf: CalendarOf;
}

/** Whether anybody could have to be reminded now. */
export function isReached(deadline: Deadline, { switchedOn, waiting, now, calendarOf }: ReminderRun): boolean {
  const reached = ([name, since]: [CalendarName, Date]): boolean =>
    reachedRung(plannedRungs(deadline, calendarOf(name), switchedOn), since, now) !== null;
  return [...waiting].some(reached);
}

/** Who of these is to be reminded now: each person once, of what is most urgent for them. */
export function dueReminders(
  deadline: Deadline,
  holders: readonly DutyHolder[],
  { switchedOn, waiting, now, calendarOf }: ReminderRun,
): readonly DueReminder[] {
  const own = new Set(holders.flatMap((holder) => (holder.place === 'HOLDER' ? [officeOf(holder)] : [])));
  const reached = holders.flatMap((holder) => {
    const since = waiting.get(holder.calendar);
    if (since === undefined) return [];
    const rungs = new Set(
      [...switchedOn].filter((rung) => hearsOf(own.has(officeOf(holder)) ? 'HOLDER' : holder.place, rung)),
    );
    const found = reachedRung(plannedRungs(deadline, calendarOf(holder.calendar), rungs), since, now);
    return found === null ? [] : [{ holder, rung: found.rung }];
  });
  const inOrder = reached.toSorted((left, right) => urgencyOf(left) - urgencyOf(right));
  const byPerson = new Map(inOrder.map((each) => [each.holder.personId, each]));
  return [...byPerson].map(([personId, { holder, rung }]) => ({
    personId,
    rung,
    because: becauseOf(deadline, holder),
  }));
}

/** The person in the office of the Land, the Bund or the body, in whatever place and role. */
function officeOf({ personId, party, body }: DutyHolder): string {
  return [personId, party, body].join(' ');
}

/**
 * Whose duty it is knows already when others are told that it was not done, also who heads the office or stands in there
 * besides; heads hear of nothing before.
 */
function hearsOf(place: PlaceInLadder, rung: ReminderRung): boolean {
  if (rung === 'ESCALATION') return place !== 'HOLDER';
  return place !== 'HEAD';
}

/** Of two duties that are as urgent, one's own says more than one in which one stands in. */
function urgencyOf({ holder, rung }: { readonly holder: DutyHolder } & Pick<PlannedRung, 'rung'>): number {
  return reminderRungs.indexOf(rung) * 10 + ['HEAD', 'DEPUTY', 'HOLDER'].indexOf(holder.place);
}

function becauseOf({ kind }: Deadline, holder: DutyHolder): string {
  const office = labelOfAssignment(holder);
  const deadline = `zur Frist „${deadlineKindNames[kind]}“ noch etwas offen ist`;
  switch (holder.place) {
    case 'HOLDER':
      return `für Ihre Aufgabe (${office}) ${deadline}`;
    case 'DEPUTY':
      return `für eine Aufgabe, in der Sie vertreten (${office}), ${deadline}`;
    case 'HEAD':
      return `in der Stelle, die Sie leiten (${office}), ${deadline}`;
  }
}
