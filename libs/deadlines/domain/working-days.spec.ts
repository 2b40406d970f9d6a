import { describe, expect, it } from '@jest/globals';
import type { LandCode } from '#glossary';
import type { Calendar } from './calendar.js';
import {
  addWorkingDays,
  isWorkingDay,
  subtractWorkingDays,
  whyNotWorkingDay,
  workingDaysBetween,
  workingDaysInWords,
} from './working-days.js';

/** A calendar with these holidays and no other. */
function withHolidays(holidays: Readonly<Record<string, string>>, laender: readonly LandCode[] = []): Calendar {
  return {
    name: 'ANY_LAND',
    holidaysOn: (day) => {
      const name = holidays[day];
      return name === undefined ? [] : [{ name, laender }];
    },
  };
}

const none = withHolidays({});
const unity = withHolidays({ '2025-10-03': 'Tag der Deutschen Einheit' });
const turnOfYear = withHolidays({
  '2026-12-25': '1. Weihnachtstag',
  '2026-12-26': '2. Weihnachtstag',
  '2027-01-01': 'Neujahrstag',
});

describe('A working day', () => {
  it.each([
    ['a Friday', '2026-11-20', none, true],
    ['a Saturday', '2026-11-21', none, false],
    ['a Sunday', '2026-11-22', none, false],
    ['a holiday', '2025-10-03', unity, false],
  ] as const)('%s: %s', (_what, day, calendar, counts) => {
    expect(isWorkingDay(day, calendar)).toBe(counts);
  });

  it('passes over a holiday on a Saturday as a weekend', () => {
    expect(whyNotWorkingDay('2026-12-26', turnOfYear)).toEqual({ day: '2026-12-26', reason: 'WEEKEND' });
  });
});

describe('Counting working days', () => {
  it.each([
    ['from a Tuesday', '2026-11-10', 10, none, '2026-11-24'],
    ['from a Saturday', '2026-11-14', 1, none, '2026-11-16'],
    ['over a holiday', '2025-10-01', 2, unity, '2025-10-06'],
    ['over the turn of the year', '2026-12-23', 4, turnOfYear, '2026-12-30'],
    ['to the new year', '2026-12-30', 2, turnOfYear, '2027-01-04'],
    ['over the change to summer time', '2027-03-26', 1, none, '2027-03-29'],
    ['over the change to winter time', '2026-10-23', 2, none, '2026-10-27'],
    ['over a leap day', '2028-02-28', 2, none, '2028-03-01'],
    ['of none', '2026-11-21', 0, none, '2026-11-21'],
  ] as const)('forward %s', (_what, day, count, calendar, expected) => {
    expect(addWorkingDays(day, count, calendar).day).toBe(expected);
  });

  it.each([
    ['over a holiday', '2025-10-06', 2, unity, '2025-10-01'],
    ['over the turn of the year', '2027-01-04', 2, turnOfYear, '2026-12-30'],
    ['over the change to winter time', '2026-10-27', 2, none, '2026-10-23'],
  ] as const)('back %s', (_what, day, count, calendar, expected) => {
    const counted = subtractWorkingDays(day, count, calendar);
    expect(counted.day).toBe(expected);
    expect(counted.skipped.map((one) => one.day)).toEqual(counted.skipped.map((one) => one.day).toSorted());
  });

  it('names every day it passed over, and why', () => {
    expect(addWorkingDays('2025-10-02', 1, unity).skipped).toEqual([
      { day: '2025-10-03', reason: 'HOLIDAY', holidays: [{ name: 'Tag der Deutschen Einheit', laender: [] }] },
      { day: '2025-10-04', reason: 'WEEKEND' },
      { day: '2025-10-05', reason: 'WEEKEND' },
    ]);
  });

  it.each([
    ['2025-10-01', '2025-10-06', 2],
    ['2025-10-06', '2025-10-06', 0],
    ['2025-10-07', '2025-10-06', 0],
    ['2025-10-03', '2025-10-05', 0],
  ] as const)('between %s and %s finds %d', (from, to, count) => {
    expect(workingDaysBetween(from, to, unity).count).toBe(count);
  });

  it('refuses what is no number of days', () => {
    expect(() => addWorkingDays('2026-11-10', -1, none)).toThrow(RangeError);
    expect(() => addWorkingDays('2026-11-10', 1.5, none)).toThrow(RangeError);
  });

  it('does not walk for ever through a calendar without working days', () => {
    const always: Calendar = { name: 'BY', holidaysOn: () => [{ name: 'Feiertag', laender: [] }] };
    expect(() => addWorkingDays('2026-11-10', 1, always)).toThrow(RangeError);
  });
});

describe('Working days in words', () => {
  it.each([
    [
      addWorkingDays('2025-10-02', 10, unity),
      '10 Arbeitstage bis 17.10.2025, weil 3. Oktober (Tag der Deutschen Einheit) und zwei Wochenenden nicht zählen',
    ],
    [addWorkingDays('2026-11-13', 1, none), '1 Arbeitstag bis 16.11.2026, weil ein Wochenende nicht zählt'],
    [addWorkingDays('2026-11-14', 1, none), '1 Arbeitstag bis 16.11.2026, weil ein Wochenende nicht zählt'],
    [addWorkingDays('2026-11-10', 2, none), '2 Arbeitstage bis 12.11.2026'],
    [
      addWorkingDays('2026-11-17', 1, withHolidays({ '2026-11-18': 'Buß- und Bettag' }, ['SN'])),
      '1 Arbeitstag bis 19.11.2026, weil 18. November (Buß- und Bettag in Sachsen) nicht zählt',
    ],
    [
      addWorkingDays('2028-10-30', 1, withHolidays({ '2028-10-31': 'Reformationstag' }, ['BB', 'HB', 'HH', 'MV'])),
      '1 Arbeitstag bis 01.11.2028, weil 31. Oktober (Reformationstag in 4 Ländern) nicht zählt',
    ],
  ])('%#: are a sentence', (counted, words) => {
    expect(workingDaysInWords(counted)).toBe(words);
  });
});
