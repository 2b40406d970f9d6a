import { describe, expect, it } from '@jest/globals';
import { aProfile } from '#testing/conferences';
import { scheduleFrom } from './schedule.js';

const profile = aProfile();

describe('the deadlines of a conference', () => {
  it('end with the last second of their day in Berlin, in winter and in summer time', () => {
    expect(scheduleFrom('2027-06-16', 'SPRING', profile)).toEqual({
      registrationDeadline: new Date('2027-03-10T23:59:59+01:00'),
      committeesFrom: '2027-04-07',
      committeesTo: '2027-04-28',
      directRegistrationDeadline: new Date('2027-05-05T23:59:59+02:00'),
      agendaDraftDeadline: new Date('2027-05-19T23:59:59+02:00'),
      preConferenceOn: '2027-06-02',
      finalPapersDeadline: new Date('2027-06-09T23:59:59+02:00'),
    });
  });

  it('keep their hour when the clocks change in between', () => {
    expect(scheduleFrom('2026-12-02', 'SPRING', profile)).toMatchObject({
      registrationDeadline: new Date('2026-08-26T23:59:59+02:00'),
      directRegistrationDeadline: new Date('2026-10-21T23:59:59+02:00'),
    });
  });

  it('may lie in the year before', () => {
    expect(scheduleFrom('2027-02-01', 'SPRING', profile).registrationDeadline).toEqual(
      new Date('2026-10-26T23:59:59+01:00'),
    );
  });

  it('follow the profile', () => {
    const other = { ...profile, registrationWeeks: 8, directRegistrationWeeks: 0 };
    expect(scheduleFrom('2027-06-16', 'SPRING', other)).toMatchObject({
      registrationDeadline: new Date('2027-04-21T23:59:59+02:00'),
      directRegistrationDeadline: new Date('2027-06-16T23:59:59+02:00'),
    });
  });

  it('count days for a special session, unless the profile counts weeks there too', () => {
    expect(scheduleFrom('2027-02-01', 'SPECIAL', profile)).toMatchObject({
      registrationDeadline: new Date('2027-01-18T23:59:59+01:00'),
      directRegistrationDeadline: new Date('2027-01-26T23:59:59+01:00'),
      preConferenceOn: '2027-01-30',
    });
    const patient = aProfile({ specialScheduleUnit: 'WEEKS' });
    expect(scheduleFrom('2027-02-01', 'SPECIAL', patient)).toEqual(scheduleFrom('2027-02-01', 'SPRING', patient));
  });
});
