import { seasonNames, type PartyCode, type Season } from '#glossary';
import { INSTALLATION_PROFILE, type ConferenceNames } from './conference-profile.js';

export const conferenceStateNames = { PLANNED: 'Geplant', CANCELLED: 'Abgesagt' } as const;
export type ConferenceState = keyof typeof conferenceStateNames;

/** What follows from the first day by the profile; from then on it is the conference's own. Days are Berlin days. */
export interface ConferenceSchedule {
  /** Until then topics that pass through a committee are registered. */
  readonly registrationDeadline: Date;
  /** Between these days the committees meet. */
  readonly committeesFrom: string;
  readonly committeesTo: string;
  /** Until then topics that go directly to the pre-conference are registered. */
  readonly directRegistrationDeadline: Date;
  readonly agendaDraftDeadline: Date;
  readonly preConferenceOn: string;
  readonly finalPapersDeadline: Date;
}

/** One half-yearly cycle, from the first registration to the last resolution of its main conference. */
export interface Conference extends ConferenceSchedule {
  readonly id: string;
  /** Of the conference of ministers, by whose profile it was planned. */
  readonly profileCode: string;
  /** As the profile said when it was planned: papers keep the names under which they were decided. */
  readonly names: ConferenceNames;
  /** Entered by hand; some special sessions carry none. */
  readonly number: number | null;
  /** Of its own, where the season does not say it: "Sondersitzung zur Lage". */
  readonly name: string | null;
  readonly season: Season;
  readonly year: number;
  readonly place: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly chair: PartyCode;
  readonly state: ConferenceState;
  /** Of a cancelled one: where its topics go on. */
  readonly successorId: string | null;
  readonly revision: number;
}

/** "225. Sitzung, Frühjahr 2027, Hamburg"; of another conference of ministers "JMK, 98. Sitzung, Herbst 2027". */
export function titleOf({ profileCode, names, number, name, season, year, place }: ConferenceTitle): string {
  const parts = [
    profileCode === INSTALLATION_PROFILE ? null : names.shortName,
    number === null ? null : `${number}. Sitzung`,
    name ?? `${seasonNames[season]} ${year}`,
    place,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

type ConferenceTitle = Pick<Conference, 'profileCode' | 'names' | 'number' | 'name' | 'season' | 'year' | 'place'>;
