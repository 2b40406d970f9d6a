import { describe, expect, it } from '@jest/globals';
import { FixedClock } from '#platform/clock';
import { FetchLimit } from './fetch-limit.js';

describe('How often calendars are fetched', () => {
  it('is counted for everybody together once too many addresses ask, until the minute is over', () => {
    const clock = new FixedClock(new Date('2026-11-02T08:00:00Z'));
    const limit = new FetchLimit(clock);
    for (let number = 0; number < 10_000; number++) limit.admits(`address ${number}`);
    const admitted = Array.from({ length: 130 }, (_, number) => limit.admits(`another ${number}`));
    expect(admitted.filter(Boolean)).toHaveLength(120);
    expect(limit.admits('address 7')).toBe(true);
    clock.moveTo(new Date('2026-11-02T08:01:00Z'));
    expect(limit.admits('another 129')).toBe(true);
  });
});
