import { describe, expect, it } from '@jest/globals';
import { scheduleFrom } from './schedule.js';

const profile = {
  code: 'IMK',
  registrationWeeks: 14,
  directRegistrationWeeks: 6,
  minYes: 1,
  silenceRule: 'SILENCE_IS_ABSTENTION',
} as const;

describe('the deadlines of a conference', () => {
  it('end with the last second of their day in Berlin, in winter and in summer time', () => {
    expect(scheduleFrom('2027-06-16', profile)).toEqual({
      registrationDeadline: new Date('2027-03-10T23:59:59+01:00'),
      directRegistrationDeadline: new Date('2027-05-05T23:59:59+02:00'),
    });
  });

  it('keep their hour when the clocks change in between', () => {
    expect(scheduleFrom('2026-12-02', profile)).toEqual({
      registrationDeadline: new Date('2026-08-26T23:59:59+02:00'),
      directRegistrationDeadline: new Date('2026-10-21T23:59:59+02:00'),
    });
  });

  it('may lie in the year before', () => {
    expect(scheduleFrom('2027-02-01', profile).registrationDeadline).toEqual(new Date('2026-10-26T23:59:59+01:00'));
  });

  it('follow the profile', () => {
    const other = { ...profile, registrationWeeks: 8, directRegistrationWeeks: 0 };
    expect(scheduleFrom('2027-06-16', other)).toEqual({
      registrationDeadline: new Date('2027-04-21T23:59:59+02:00'),
      directRegistrationDeadline: new Date('2027-06-16T23:59:59+02:00'),
    });
  });
});
