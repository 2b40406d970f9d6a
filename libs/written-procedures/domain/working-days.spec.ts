import { describe, expect, it } from '@jest/globals';
import { isMondayToFriday, workingDaysAfter } from './working-days.js';

describe('Working days', () => {
  it.each([
    ['a Tuesday', '2026-11-10', 10, '2026-11-24'],
    ['a Friday', '2026-11-13', 1, '2026-11-16'],
    ['a Saturday', '2026-11-14', 1, '2026-11-16'],
    ['a Sunday', '2026-11-15', 2, '2026-11-17'],
    ['the last days of a year', '2026-12-30', 2, '2027-01-01'],
    ['the eve of the change to summer time', '2027-03-26', 1, '2027-03-29'],
    ['the eve of the change to winter time', '2026-10-23', 2, '2026-10-27'],
  ])('after %s end on Monday to Friday', (_what, day, count, expected) => {
    expect(workingDaysAfter(day, count)).toBe(expected);
  });

  it('are those of a calendar, once one is kept', () => {
    const withoutRepentanceDay = (day: string): boolean => isMondayToFriday(day) && day !== '2026-11-18';
    expect(workingDaysAfter('2026-11-16', 2)).toBe('2026-11-18');
    expect(workingDaysAfter('2026-11-16', 2, withoutRepentanceDay)).toBe('2026-11-19');
  });
});
