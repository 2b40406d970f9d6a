import { seasonNames, sessionModeNames, type BodyCode, type Season } from '#glossary';
import type { ConferenceNames } from './domain/conference-profile.js';
import type { ConferenceState } from './domain/conference.js';
import { isOfWholeConference, titleOfSession, type Session } from './domain/session.js';

/** What a calendar outside of the house says of a session or a conference: when, where and who meets, never why. */
export interface CalendarFacts {
  /** Unique together with the name of the installation, and the same for ever. */
  readonly key: string;
  readonly sequence: number;
  readonly summary: string;
  readonly description: string;
  readonly location: string | null;
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  readonly startsOn: string;
  readonly endsOn: string;
  /** Where the web application shows it. */
  readonly path: string;
}

export type SessionInCalendar = Pick<
  Session,
  'id' | 'body' | 'bodies' | 'number' | 'startsOn' | 'endsOn' | 'place' | 'mode' | 'state' | 'revision'
>;

export interface ConferenceInCalendar {
  readonly id: string;
  readonly names: ConferenceNames;
  readonly number: number | null;
  readonly season: Season;
  readonly year: number;
  readonly place: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly state: ConferenceState;
  readonly revision: number;
}

const MAIN: BodyCode = 'MAIN_CONFERENCE';

/** A session that nobody was invited to yet, or not anew after it was moved, is tentative. */
export function factsOfSession(session: SessionInCalendar, conference: ConferenceInCalendar): CalendarFacts {
  const { id, revision, state, mode, place, startsOn, endsOn } = session;
  return {
    key: `session-${id}`,
    sequence: revision,
    summary: summaryOf(session, conference.names),
    description: `${labelOf(conference)}\n${sessionModeNames[mode]}`,
    location: place,
    status: state === 'CANCELLED' ? 'CANCELLED' : state === 'PLANNED' ? 'TENTATIVE' : 'CONFIRMED',
    ...{ startsOn, endsOn },
    path: `/sitzungen/${id}`,
  };
}

/** The days of a conference before its main session is planned. */
export function factsOfConference(conference: ConferenceInCalendar): CalendarFacts {
  const { id, names, revision, state, place, startsOn, endsOn } = conference;
  return {
    key: `conference-${id}`,
    sequence: revision,
    summary: titleOfSession({ bodies: [MAIN], number: null }, names),
    description: labelOf(conference),
    location: place,
    status: state === 'CANCELLED' ? 'CANCELLED' : 'TENTATIVE',
    ...{ startsOn, endsOn },
    path: '/konferenzen',
  };
}

/** "Hauptkonferenz", "89. Sitzung AK II", "Sitzung AK II mit AK IV". */
function summaryOf({ body, bodies, number }: SessionInCalendar, names: ConferenceNames): string {
  const title = titleOfSession({ bodies, number }, names);
  return number !== null || isOfWholeConference(body) ? title : `Sitzung ${title}`;
}

/** "227. Sitzung, Frühjahr 2027"; the name that somebody gave a special session stays in the house. */
function labelOf({ names, number, season, year }: ConferenceInCalendar): string {
  const parts = [names.shortName, number === null ? null : `${number}. Sitzung`, `${seasonNames[season]} ${year}`];
  return parts.filter((part) => part !== null).join(', ');
}
