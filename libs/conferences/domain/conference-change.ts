import { DateTime } from 'luxon';
import { berlinDay, ZONE } from '#platform/clock';
import { bodyNameIn } from './conference-profile.js';
import type { Conference, ConferenceSchedule } from './conference.js';
import { isOfWholeConference, type Session } from './session.js';

/** Where a conference is moved to. */
export type ConferenceDays = Pick<Conference, 'startsOn' | 'endsOn' | 'chair'>;

export interface SessionMove {
  readonly session: Session;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** One line of what moves along with a conference: a day before and after. */
export interface MovedDay {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** The new day is over already: who still had time until then has none any more. */
  readonly isOver: boolean;
}

/** The conference on other days; whatever hangs on its first day moves by as many days and keeps its hour. */
export function rescheduled(conference: Conference, { startsOn, endsOn, chair }: ConferenceDays): Conference {
  const by = daysBetween(conference.startsOn, startsOn);
  const schedule = conference as ConferenceSchedule;
  return {
    ...conference,
    ...{ startsOn, endsOn, chair, year: Number(startsOn.slice(0, 4)) },
    registrationDeadline: instantMoved(schedule.registrationDeadline, by),
    committeesFrom: dayMoved(schedule.committeesFrom, by),
    committeesTo: dayMoved(schedule.committeesTo, by),
    directRegistrationDeadline: instantMoved(schedule.directRegistrationDeadline, by),
    agendaDraftDeadline: instantMoved(schedule.agendaDraftDeadline, by),
    preConferenceOn: dayMoved(schedule.preConferenceOn, by),
    finalPapersDeadline: instantMoved(schedule.finalPapersDeadline, by),
  };
}

/**
 * The sessions of the conference as a whole that are still to come. Committees have days of their own. A session that
 * filled the conference fills it on its new days too.
 */
export function movesOf(
  before: Conference,
  after: Conference,
  sessions: readonly Session[],
  today: string,
): readonly SessionMove[] {
  const by = daysBetween(before.startsOn, after.startsOn);
  const moves = sessions
    .filter(({ body, state }) => isOfWholeConference(body) && (state === 'PLANNED' || state === 'INVITED'))
    .filter(({ endsOn }) => endsOn >= today)
    .map((session) => {
      const fills = session.body === 'MAIN_CONFERENCE' && session.endsOn === before.endsOn;
      const startsOn = dayMoved(session.startsOn, by);
      const endsOn = fills ? after.endsOn : dayMoved(session.endsOn, by);
      return { session, startsOn, endsOn };
    })
    .filter(({ session, startsOn, endsOn }) => startsOn !== session.startsOn || endsOn !== session.endsOn);
  return by > 0 ? moves.reverse() : moves;
}

/** Old and new day of everything that moves, as a person sees it before deciding. */
export function movedDays(
  before: Conference,
  after: Conference,
  moves: readonly SessionMove[],
  today: string,
): readonly MovedDay[] {
  const days = scheduleLabels.map(([label, dayOf]) => ({ label, before: dayOf(before), after: dayOf(after) }));
  const sessions = moves.flatMap(({ session, startsOn, endsOn }) => {
    const title = `Sitzung ${bodyNameIn(before.names, session.body)}`;
    const last = { label: `${title}: letzter Tag`, before: session.endsOn, after: endsOn };
    const isOneDay = session.startsOn === session.endsOn && startsOn === endsOn;
    return [{ label: title, before: session.startsOn, after: startsOn }, ...(isOneDay ? [] : [last])];
  });
  return [...days, ...sessions]
    .filter((line) => line.before !== line.after)
    .map((line) => ({ ...line, isOver: line.after < today }));
}

const scheduleLabels: readonly (readonly [string, (conference: Conference) => string])[] = [
  ['Erster Tag', ({ startsOn }) => startsOn],
  ['Letzter Tag', ({ endsOn }) => endsOn],
  ['Anmeldung über die Arbeitskreise bis', ({ registrationDeadline }) => berlinDay(registrationDeadline)],
  ['Sitzungen der Arbeitskreise ab', ({ committeesFrom }) => committeesFrom],
  ['Sitzungen der Arbeitskreise bis', ({ committeesTo }) => committeesTo],
  ['Direkte Anmeldung bis', ({ directRegistrationDeadline }) => berlinDay(directRegistrationDeadline)],
  ['Entwurf der Tagesordnung bis', ({ agendaDraftDeadline }) => berlinDay(agendaDraftDeadline)],
  ['Vorkonferenz', ({ preConferenceOn }) => preConferenceOn],
  ['Endgültige Unterlagen bis', ({ finalPapersDeadline }) => berlinDay(finalPapersDeadline)],
];

function daysBetween(from: string, to: string): number {
  return DateTime.fromISO(to, { zone: 'utc' }).diff(DateTime.fromISO(from, { zone: 'utc' }), 'days').days;
}

function dayMoved(day: string, days: number): string {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
}

function instantMoved(instant: Date, days: number): Date {
  return DateTime.fromJSDate(instant, { zone: ZONE }).plus({ days }).toJSDate();
}
