import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { ZONE } from '#platform/clock';
import { demoCalendar } from './demo-calendar.js';

const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2035-06-30'), noInvalidDate: true });
const daysBetween = (from: string, to: string): number =>
  DateTime.fromISO(to).diff(DateTime.fromISO(from), 'days').days;
const dayOf = (instant: Date): string => DateTime.fromJSDate(instant, { zone: ZONE }).toFormat('yyyy-MM-dd');

describe('the days of the demo', () => {
  it('are those of Hamburg 2026 and Wiesbaden 2027 when it is begun in November 2026', () => {
    const { current, next } = demoCalendar(new Date('2026-11-23T12:00:00Z'));
    expect(current).toEqual({
      number: 226,
      season: 'AUTUMN',
      year: 2026,
      place: 'Hamburg',
      startsOn: '2026-12-02',
      endsOn: '2026-12-04',
      chair: 'HH',
    });
    expect(next).toMatchObject({ number: 227, season: 'SPRING', year: 2027, place: 'Wiesbaden', chair: 'HE' });
  });

  it('lead to a conference in three to eleven days, which ends in the year in which it begins', () => {
    fc.assert(
      fc.property(instants, (begunAt) => {
        const { current } = demoCalendar(begunAt);
        const ahead = daysBetween(dayOf(begunAt), current.startsOn);
        expect(ahead).toBeGreaterThanOrEqual(3);
        expect(ahead).toBeLessThanOrEqual(11);
        expect(current.endsOn.slice(0, 4)).toBe(String(current.year));
      }),
    );
  });

  it('lead to a next conference with its registration open for a month', () => {
    fc.assert(
      fc.property(instants, (begunAt) => {
        const { current, next } = demoCalendar(begunAt);
        expect(next.number).toBe(current.number + 1);
        expect(daysBetween(dayOf(begunAt), next.startsOn)).toBeGreaterThan(14 * 7 + 30);
      }),
    );
  });

  it('are working days in the past', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 13, max: 200 }), (begunAt, days) => {
        const calendar = demoCalendar(begunAt);
        for (const day of [calendar.before(days), calendar.ago(1)]) {
          expect(DateTime.fromISO(day).weekday).toBeLessThanOrEqual(5);
          expect(day < dayOf(begunAt)).toBe(true);
        }
      }),
    );
  });
});
