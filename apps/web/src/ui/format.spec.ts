import { describe, expect, it } from '@jest/globals';
import { countOf, endOfDay, formatDays, formatInstant } from './format.js';

describe('Days and instants', () => {
  it('are those of Berlin, in summer and in winter and on the days on which the clocks change', () => {
    expect(endOfDay('2026-07-01')).toBe('2026-07-01T21:59:59.999Z');
    expect(endOfDay('2026-12-01')).toBe('2026-12-01T22:59:59.999Z');
    expect(endOfDay('2026-03-29')).toBe('2026-03-29T21:59:59.999Z');
    expect(endOfDay('2026-10-25')).toBe('2026-10-25T22:59:59.999Z');
    expect(formatInstant('2026-12-31T23:30:00Z')).toBe('01.01.2027, 00:30 Uhr');
  });

  it('are told to the server as well when somebody types a year of two digits', () => {
    expect(endOfDay('0026-11-27')).toBe('0026-11-27T23:06:59.999Z');
  });

  it('name a single day once', () => {
    expect(formatDays('2026-12-02', '2026-12-02')).toBe('2. Dezember 2026');
    expect(formatDays('2026-12-02', '2026-12-04')).toContain('bis');
  });
});

describe('What is counted', () => {
  it('stands in the singular when there is one, and in the plural when there is none', () => {
    expect([0, 1, 2].map((count) => countOf(count, 'Tag', 'Tage'))).toEqual(['0 Tage', '1 Tag', '2 Tage']);
  });
});
