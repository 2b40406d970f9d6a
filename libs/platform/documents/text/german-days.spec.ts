import { describe, expect, it } from '@jest/globals';

import { germanDay, germanPeriod } from './german-days.js';

describe('germanDay', () => {
  it('names the month and drops leading zeros', () => {
    expect(germanDay('2025-03-01')).toBe('1. März 2025');
  });

  it.each(['2025-13-01', '2025-00-10', '2025-01-32', '2025-01-00', '11.06.2025', '2025-06-11T00:00:00Z'])(
    'refuses %s',
    (day) => {
      expect(() => germanDay(day)).toThrow(`Not a day: ${day}`);
    },
  );
});

describe('germanPeriod', () => {
  it.each([
    ['2025-06-13', '2025-06-13', 'am 13. Juni 2025'],
    ['2025-06-11', '2025-06-13', 'vom 11. bis 13. Juni 2025'],
    ['2025-06-30', '2025-07-02', 'vom 30. Juni bis 2. Juli 2025'],
    ['2025-12-31', '2026-01-02', 'vom 31. Dezember 2025 bis 2. Januar 2026'],
  ])('says %s to %s once where both days share month or year', (first, last, expected) => {
    expect(germanPeriod(first, last)).toBe(expected);
  });
});
