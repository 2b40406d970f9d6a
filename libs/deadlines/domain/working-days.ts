import { holidayInWords, listOf, type Calendar, type Holiday } from './calendar.js';

/** A day that did not count, and why. */
export type SkippedDay =
  | { readonly day: string; readonly reason: 'WEEKEND' }
  | { readonly day: string; readonly reason: 'HOLIDAY'; readonly holidays: readonly Holiday[] };

/** A number of working days and the day they lead to, with every day that was passed over on the way. */
export interface CountedDays {
  readonly from: string;
  readonly count: number;
  readonly day: string;
  /** In the order of the calendar, whatever the direction. */
  readonly skipped: readonly SkippedDay[];
}

const DAY = 24 * 60 * 60 * 1000;
/** No calendar has so many days in a row that do not count; one that has is broken, and must not be walked for ever. */
const LONGEST_WALK = 100;

/** Why the ISO day does not count; null for a working day. A holiday on a weekend is passed over as a weekend. */
export function whyNotWorkingDay(day: string, calendar: Calendar): SkippedDay | null {
  const weekday = new Date(noonOf(day)).getUTCDay();
  if (weekday === 0 || weekday === 6) return { day, reason: 'WEEKEND' };
  const holidays = calendar.holidaysOn(day);
  return holidays.length === 0 ? null : { day, reason: 'HOLIDAY', holidays };
}

export function isWorkingDay(day: string, calendar: Calendar): boolean {
  return whyNotWorkingDay(day, calendar) === null;
}

/** The last of `count` working days after the day, which does not count itself. */
export function addWorkingDays(day: string, count: number, calendar: Calendar): CountedDays {
  return walk(day, count, calendar, 1);
}

/** The first of `count` working days before the day, which does not count itself. */
export function subtractWorkingDays(day: string, count: number, calendar: Calendar): CountedDays {
  const walked = walk(day, count, calendar, -1);
  return { ...walked, skipped: walked.skipped.toReversed() };
}

/** How many working days lie after `from` up to and including `to`; none when `to` is not later. */
export function workingDaysBetween(from: string, to: string, calendar: Calendar): CountedDays {
  const skipped: SkippedDay[] = [];
  let count = 0;
  for (let day = dayAfter(from, 1); day <= to; day = dayAfter(day, 1)) {
    const why = whyNotWorkingDay(day, calendar);
    if (why === null) count += 1;
    else skipped.push(why);
  }
  return { from, count, day: to, skipped };
}

/** "10 Arbeitstage bis 19.10.2026, weil 3. Oktober (Tag der Deutschen Einheit) und zwei Wochenenden nicht zählen". */
export function workingDaysInWords({ count, day, skipped }: CountedDays): string {
  const head = `${count} ${count === 1 ? 'Arbeitstag' : 'Arbeitstage'} bis ${dateOf(day)}`;
  const reasons = reasonsOf(skipped);
  if (reasons.length === 0) return head;
  return `${head}, weil ${listOf(reasons)} nicht ${skippedIsOne(skipped) ? 'zählt' : 'zählen'}`;
}

/** "Wochenende", "Buß- und Bettag in Sachsen"; null for a working day. */
export function restDayInWords(day: string, calendar: Calendar): string | null {
  const why = whyNotWorkingDay(day, calendar);
  if (why === null) return null;
  return why.reason === 'WEEKEND' ? 'Wochenende' : why.holidays.map(holidayInWords).join(', ');
}

/** The ISO day so many days later, counted in UTC, where each day has 24 hours. */
export function dayAfter(day: string, days: number): string {
  return new Date(noonOf(day) + days * DAY).toISOString().slice(0, 10);
}

function walk(from: string, count: number, calendar: Calendar, step: 1 | -1): CountedDays {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`No number of working days: ${count}`);
  const skipped: SkippedDay[] = [];
  let day = from;
  let left = count;
  let walked = 0;
  while (left > 0) {
    day = dayAfter(day, step);
    walked += 1;
    const why = whyNotWorkingDay(day, calendar);
    if (why === null) [left, walked] = [left - 1, 0];
    else skipped.push(why);
    if (walked > LONGEST_WALK) throw new RangeError(`The calendar ${calendar.name} has no working day near ${day}`);
  }
  return { from, count, day, skipped };
}

function reasonsOf(skipped: readonly SkippedDay[]): string[] {
  const holidays = skipped.flatMap((one) =>
    one.reason === 'HOLIDAY' ? [`${dayOfMonth(one.day)} (${one.holidays.map(holidayInWords).join(', ')})`] : [],
  );
  const weekends = weekendsIn(skipped);
  return weekends === 0 ? holidays : [...holidays, weekendWords(weekends)];
}

/** A Saturday and the Sunday after it are one weekend, and so is either alone. */
function weekendsIn(skipped: readonly SkippedDay[]): number {
  const days = skipped.filter(({ reason }) => reason === 'WEEKEND').map(({ day }) => day);
  return days.filter((day) => !days.includes(dayAfter(day, -1))).length;
}

const numberWords = ['kein', 'ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn'];

function weekendWords(count: number): string {
  return `${numberWords[count] ?? String(count)} ${count === 1 ? 'Wochenende' : 'Wochenenden'}`;
}

function skippedIsOne(skipped: readonly SkippedDay[]): boolean {
  return reasonsOf(skipped).length === 1 && weekendsIn(skipped) <= 1;
}

const months = [
  'Januar', 'Februar', 'März', 'April', 'Mai', 'Juni',
  'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember',
] as const; // prettier-ignore

/** "3. Oktober". */
function dayOfMonth(day: string): string {
  return `${Number(day.slice(8, 10))}. ${months[Number(day.slice(5, 7)) - 1] ?? ''}`;
}

/** "17.10.2026". */
function dateOf(day: string): string {
  return `${day.slice(8, 10)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;
}

function noonOf(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}
