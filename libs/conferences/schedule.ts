import { endOfBerlinDay, weeksBefore } from '#platform/clock';
import type { Conference, ConferenceProfile } from './domain/conference.js';

/** The deadlines of a conference that begins on this day, by its profile. From then on they are columns of its own. */
export function scheduleFrom(
  startsOn: string,
  profile: ConferenceProfile,
): Pick<Conference, 'registrationDeadline' | 'directRegistrationDeadline'> {
  return {
    registrationDeadline: endOfBerlinDay(weeksBefore(startsOn, profile.registrationWeeks)),
    directRegistrationDeadline: endOfBerlinDay(weeksBefore(startsOn, profile.directRegistrationWeeks)),
  };
}
