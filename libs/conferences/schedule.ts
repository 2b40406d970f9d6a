import { DateTime } from 'luxon';
import type { Season } from '#glossary';
import { endOfBerlinDay, startOfBerlinDay, ZONE } from '#platform/clock';
import type { ConferenceProfile } from './domain/conference-profile.js';
import type { Conference, ConferenceSchedule } from './domain/conference.js';

/**
 * The schedule of a conference that begins on this day, by its profile. From then on it is the conference's own: a
 * changed profile leaves it alone.
 */
export function scheduleFrom(startsOn: string, season: Season, profile: ConferenceProfile): ConferenceSchedule {
  const unit = season === 'SPECIAL' && profile.specialScheduleUnit === 'DAYS' ? 'days' : 'weeks';
  const dayAt = (count: number): string =>
    DateTime.fromISO(startsOn, { zone: ZONE })
      .minus({ [unit]: count })
      .toFormat('yyyy-MM-dd');
  return {
    registrationDeadline: endOfBerlinDay(dayAt(profile.registrationWeeks)),
    committeesFrom: dayAt(profile.committeesFromWeeks),
    committeesTo: dayAt(profile.committeesToWeeks),
    directRegistrationDeadline: endOfBerlinDay(dayAt(profile.directRegistrationWeeks)),
    agendaDraftDeadline: endOfBerlinDay(dayAt(profile.agendaDraftWeeks)),
    preConferenceOn: dayAt(profile.preConferenceWeeks),
    finalPapersDeadline: endOfBerlinDay(dayAt(profile.finalPapersWeeks)),
  };
}

/** Registration ends before the conference begins; to a special session topics may still be brought while it lasts. */
export function registrationIsInOrder(
  { registrationDeadline, directRegistrationDeadline }: Registration,
  { season, startsOn, endsOn }: Pick<Conference, 'season' | 'startsOn' | 'endsOn'>,
): boolean {
  const isInTime =
    season === 'SPECIAL'
      ? directRegistrationDeadline <= endOfBerlinDay(endsOn)
      : directRegistrationDeadline < startOfBerlinDay(startsOn);
  return isInTime && registrationDeadline <= directRegistrationDeadline;
}

type Registration = Pick<ConferenceSchedule, 'registrationDeadline' | 'directRegistrationDeadline'>;
