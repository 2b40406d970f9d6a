import { describe, expect, it } from '@jest/globals';
import { reminderRungs, type LandCode, type ReminderRung } from '#glossary';
import fc from 'fast-check';
import { calendarOf } from './holidays.js';
import type { CalendarName } from './domain/calendar.js';
import { plannedRungs, reachedRung } from './reminder-rungs.js';
import { isWorkingDay } from './domain/working-days.js';

const all = new Set(reminderRungs);

interface Given {
  readonly set: string;
  readonly due: string;
  readonly opens?: string;
  readonly calendar?: CalendarName;
  readonly on?: ReadonlySet<ReminderRung>;
}

/** "ONE_DAY 2026-10-08T06:00:00Z", one a line. */
function ladder({ set, due, opens, calendar = 'HE', on = all }: Given): string[] {
  const deadline = {
    setAt: new Date(set),
    dueAt: new Date(due),
    opensAt: opens === undefined ? null : new Date(opens),
  };
  return plannedRungs(deadline, calendarOf(calendar), on).map(
    ({ rung, at }) => `${rung} ${at.toISOString().replace(':00.000Z', 'Z')}`,
  );
}

describe('The rungs of a deadline', () => {
  it.each<[string, Given, string[]]>([
    [
      'lie at half time, two days and one day before, the day after, and one more for others',
      { set: '2026-09-14T08:00:00Z', due: '2026-10-08T21:59:59Z' },
      [
        'HALF_TIME 2026-09-25T06:00Z',
        'TWO_DAYS 2026-10-06T06:00Z',
        'ONE_DAY 2026-10-07T06:00Z',
        'OVERDUE 2026-10-09T06:00Z',
        'ESCALATION 2026-10-12T06:00Z',
      ],
    ],
    [
      'count the half from the beginning where there is one',
      { set: '2026-01-12T08:00:00Z', opens: '2026-09-21T22:00:00Z', due: '2026-10-08T21:59:59Z' },
      [
        'HALF_TIME 2026-09-30T06:00Z',
        'TWO_DAYS 2026-10-06T06:00Z',
        'ONE_DAY 2026-10-07T06:00Z',
        'OVERDUE 2026-10-09T06:00Z',
        'ESCALATION 2026-10-12T06:00Z',
      ],
    ],
    [
      'leave the weekend alone: before the deadline on the Friday, and only the more urgent of two on one day',
      { set: '2026-11-02T08:00:00Z', due: '2026-11-16T22:59:59Z' },
      [
        'HALF_TIME 2026-11-09T07:00Z',
        'ONE_DAY 2026-11-13T07:00Z',
        'OVERDUE 2026-11-17T07:00Z',
        'ESCALATION 2026-11-18T07:00Z',
      ],
    ],
    [
      'after the deadline on the Monday',
      { set: '2026-11-02T08:00:00Z', due: '2026-11-13T22:59:59Z' },
      [
        'HALF_TIME 2026-11-06T07:00Z',
        'TWO_DAYS 2026-11-11T07:00Z',
        'ONE_DAY 2026-11-12T07:00Z',
        'OVERDUE 2026-11-16T07:00Z',
        'ESCALATION 2026-11-17T07:00Z',
      ],
    ],
    [
      'keep the holidays of the Land: Corpus Christi in Hesse',
      { set: '2026-05-26T08:00:00Z', due: '2026-06-05T21:59:59Z' },
      [
        'HALF_TIME 2026-05-29T06:00Z',
        'ONE_DAY 2026-06-03T06:00Z',
        'OVERDUE 2026-06-08T06:00Z',
        'ESCALATION 2026-06-09T06:00Z',
      ],
    ],
    [
      'which is no holiday in Hamburg',
      { set: '2026-05-26T08:00:00Z', due: '2026-06-05T21:59:59Z', calendar: 'HH' },
      [
        'HALF_TIME 2026-05-29T06:00Z',
        'TWO_DAYS 2026-06-03T06:00Z',
        'ONE_DAY 2026-06-04T06:00Z',
        'OVERDUE 2026-06-08T06:00Z',
        'ESCALATION 2026-06-09T06:00Z',
      ],
    ],
    [
      'keep every holiday of anybody where the Land is not known: Reformation Day in the north on a Tuesday',
      { set: '2028-10-16T08:00:00Z', due: '2028-10-30T22:59:59Z', calendar: 'ANY_LAND' },
      [
        'HALF_TIME 2028-10-23T06:00Z',
        'ONE_DAY 2028-10-27T06:00Z',
        'OVERDUE 2028-11-02T07:00Z',
        'ESCALATION 2028-11-03T07:00Z',
      ],
    ],
    [
      'reach over Christmas and the turn of the year',
      { set: '2026-12-14T08:00:00Z', due: '2026-12-31T22:59:59Z' },
      [
        'HALF_TIME 2026-12-23T07:00Z',
        'TWO_DAYS 2026-12-29T07:00Z',
        'ONE_DAY 2026-12-30T07:00Z',
        'OVERDUE 2027-01-04T07:00Z',
        'ESCALATION 2027-01-05T07:00Z',
      ],
    ],
    [
      "stay at 8 o'clock when the clocks are put forward",
      { set: '2026-03-16T08:00:00Z', due: '2026-03-31T21:59:59Z' },
      [
        'HALF_TIME 2026-03-24T07:00Z',
        'TWO_DAYS 2026-03-27T07:00Z',
        'ONE_DAY 2026-03-30T06:00Z',
        'OVERDUE 2026-04-01T06:00Z',
        'ESCALATION 2026-04-02T06:00Z',
      ],
    ],
    [
      'and when they are put back',
      { set: '2026-10-12T08:00:00Z', due: '2026-10-27T22:59:59Z' },
      [
        'HALF_TIME 2026-10-20T06:00Z',
        'TWO_DAYS 2026-10-23T06:00Z',
        'ONE_DAY 2026-10-26T07:00Z',
        'OVERDUE 2026-10-28T07:00Z',
        'ESCALATION 2026-10-29T07:00Z',
      ],
    ],
    [
      'of what ends at midnight, as a follow-up that is due at a conference, count from the day before',
      { set: '2026-09-14T08:00:00Z', due: '2026-10-08T22:00:00Z' },
      [
        'HALF_TIME 2026-09-25T06:00Z',
        'TWO_DAYS 2026-10-06T06:00Z',
        'ONE_DAY 2026-10-07T06:00Z',
        'OVERDUE 2026-10-09T06:00Z',
        'ESCALATION 2026-10-12T06:00Z',
      ],
    ],
    [
      'of an urgent procedure of two working days are those that lie ahead when it is set',
      { set: '2026-11-17T10:00:00Z', due: '2026-11-19T22:59:59Z' },
      ['ONE_DAY 2026-11-18T07:00Z', 'OVERDUE 2026-11-20T07:00Z', 'ESCALATION 2026-11-23T07:00Z'],
    ],
    [
      'of what is set in the morning for the evening are those after it alone',
      { set: '2026-11-17T08:00:00Z', due: '2026-11-17T22:59:59Z' },
      ['OVERDUE 2026-11-18T07:00Z', 'ESCALATION 2026-11-19T07:00Z'],
    ],
    [
      'over a weekend are none before the deadline, for the Friday was before it was set',
      { set: '2026-11-14T08:00:00Z', due: '2026-11-16T22:59:59Z' },
      ['OVERDUE 2026-11-17T07:00Z', 'ESCALATION 2026-11-18T07:00Z'],
    ],
    [
      'that are switched off are left out, and no less urgent one follows a more urgent one',
      {
        set: '2026-11-17T10:00:00Z',
        due: '2026-11-20T22:59:59Z',
        on: new Set(['HALF_TIME', 'TWO_DAYS', 'ESCALATION']),
      },
      ['TWO_DAYS 2026-11-18T07:00Z', 'ESCALATION 2026-11-24T07:00Z'],
    ],
  ])('%s', (_what, given, expected) => {
    expect(ladder(given)).toEqual(expected);
  });

  it('are always on working days of the recipient, in their order, and never before the deadline was set', () => {
    const laender: readonly LandCode[] = ['BY', 'HE', 'SN', 'HH'];
    const instant = fc.integer({ min: Date.parse('2024-01-01T00:00:00Z'), max: Date.parse('2030-01-01T00:00:00Z') });
    const length = fc.integer({ min: 1, max: 200 * 24 * 60 * 60 * 1000 });
    fc.assert(
      fc.property(
        instant,
        length,
        fc.constantFrom(...laender),
        fc.subarray([...reminderRungs]),
        (set, lasts, land, on) => {
          const deadline = { setAt: new Date(set), dueAt: new Date(set + lasts), opensAt: null };
          const planned = plannedRungs(deadline, calendarOf(land), new Set(on));
          const days = planned.map(({ at }) => at.toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' }));
          expect(days.every((day) => isWorkingDay(day, calendarOf(land)))).toBe(true);
          expect(new Set(days).size).toBe(days.length);
          expect(days).toEqual(days.toSorted());
          expect(planned.every(({ at }) => at >= deadline.setAt)).toBe(true);
          expect(planned.map(({ rung }) => rung)).toEqual(
            on.filter((rung) => planned.some((each) => each.rung === rung)),
          );
        },
      ),
    );
  });
});

describe('The rung that somebody hears of', () => {
  const planned = plannedRungs(
    { setAt: new Date('2026-09-14T08:00:00Z'), dueAt: new Date('2026-10-08T21:59:59Z'), opensAt: null },
    calendarOf('HE'),
    all,
  );
  const heard = (since: string, now: string): string | null =>
    reachedRung(planned, new Date(since), new Date(now))?.rung ?? null;

  it('is none before its instant, and the rung at it', () => {
    expect(heard('2026-09-24T06:00:00Z', '2026-09-25T05:59:59Z')).toBeNull();
    expect(heard('2026-09-24T06:00:00Z', '2026-09-25T06:00:00Z')).toBe('HALF_TIME');
  });

  it('is not heard of again', () => {
    expect(heard('2026-09-25T06:00:00Z', '2026-09-28T06:00:00Z')).toBeNull();
  });

  it('is the most urgent of those that were missed, and it alone', () => {
    expect(heard('2026-09-24T06:00:00Z', '2026-10-07T06:00:00Z')).toBe('ONE_DAY');
    expect(heard('2026-09-24T06:00:00Z', '2026-10-09T06:00:00Z')).toBe('OVERDUE');
  });
});
