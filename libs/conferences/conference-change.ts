import { DateTime } from 'luxon';
import type { DeadlineKind } from '#glossary';
import { berlinDay, startOfBerlinDay, ZONE } from '#platform/clock';
import { bodyNameIn } from './domain/conference-profile.js';
import type { Conference, ConferenceSchedule } from './domain/conference.js';
import { isOfWholeConference, type Session } from './domain/session.js';
import { registrationIsInOrder } from './schedule.js';

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
  /** Given an instant of its own by somebody: it stays unless it is chosen. */
  readonly isFixed: boolean;
  /** Why the new day is no working day, in German; null for a working day. */
  readonly restDay: string | null;
}

/**
 * The conference on other days; whatever hangs on its first day moves by as many days and keeps its hour. What stays has
 * an instant of its own.
 */
export function rescheduled(
  conference: Conference,
  { startsOn, endsOn, chair }: ConferenceDays,
  stays: ReadonlySet<DeadlineKind> = new Set(),
): Conference {
  const schedule = conference as ConferenceSchedule;
  const by = (kind: DeadlineKind): number => (stays.has(kind) ? 0 : daysBetween(conference.startsOn, startsOn));
  return {
    ...conference,
    ...{ startsOn, endsOn, chair, year: Number(startsOn.slice(0, 4)) },
    registrationDeadline: instantMoved(schedule.registrationDeadline, by('COMMITTEE_REGISTRATION')),
    committeesFrom: dayMoved(schedule.committeesFrom, by('COMMITTEE_SESSIONS')),
    committeesTo: dayMoved(schedule.committeesTo, by('COMMITTEE_SESSIONS')),
    directRegistrationDeadline: instantMoved(schedule.directRegistrationDeadline, by('DIRECT_REGISTRATION')),
    agendaDraftDeadline: instantMoved(schedule.agendaDraftDeadline, by('AGENDA_DRAFT')),
    preConferenceOn: dayMoved(schedule.preConferenceOn, by('PRE_CONFERENCE')),
    finalPapersDeadline: instantMoved(schedule.finalPapersDeadline, by('FINAL_PAPERS')),
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

/**
 * Registration as when a conference is planned; and what stays by itself ends before the first day, for the conference may
 * come to lie before it. What moves along lies as far before the first day as the profile wants it.
 */
export function deadlinesAreInOrder(conference: Conference, stays: ReadonlySet<DeadlineKind> = new Set()): boolean {
  const { startsOn, agendaDraftDeadline, finalPapersDeadline, committeesTo, preConferenceOn } = conference;
  const begins = startOfBerlinDay(startsOn);
  const ends: readonly (readonly [DeadlineKind, boolean])[] = [
    ['COMMITTEE_SESSIONS', committeesTo < startsOn],
    ['AGENDA_DRAFT', agendaDraftDeadline < begins],
    ['PRE_CONFERENCE', preConferenceOn < startsOn],
    ['FINAL_PAPERS', finalPapersDeadline < begins],
  ];
  return (
    registrationIsInOrder(conference, conference) && ends.every(([kind, isBefore]) => isBefore || !stays.has(kind))
  );
}

/** What somebody needs to know of the days to judge them. */
export interface DayFacts {
  readonly today: string;
  readonly fixed: ReadonlySet<DeadlineKind>;
  /** How many follow-ups are due on the first day. */
  readonly followUpsDue: number;
  restDayOf(day: string): string | null;
}

/** Old and new day of everything that moves, as a person sees it before deciding; and of what does not move by itself. */
export function movedDays(
  before: Conference,
  after: Conference,
  moves: readonly SessionMove[],
  { today, fixed, followUpsDue, restDayOf }: DayFacts,
): readonly MovedDay[] {
  const days = scheduleLabels.map(([label, dayOf, kind]) => {
    const isFixed = kind !== undefined && fixed.has(kind);
    return { label, before: dayOf(before), after: dayOf(after), isFixed };
  });
  const sessions = moves.flatMap(({ session, startsOn, endsOn }) => {
    const title = `Sitzung ${bodyNameIn(before.names, session.body)}`;
    const last = { label: `${title}: letzter Tag`, before: session.endsOn, after: endsOn, isFixed: false };
    const isOneDay = session.startsOn === session.endsOn && startsOn === endsOn;
    return [{ label: title, before: session.startsOn, after: startsOn, isFixed: false }, ...(isOneDay ? [] : [last])];
  });
  const due = {
    label: `Fällige Aufträge (${followUpsDue})`,
    before: before.startsOn,
    after: after.startsOn,
    isFixed: false,
  };
  return [...days, ...(followUpsDue === 0 ? [] : [due]), ...sessions]
    .filter((line) => line.isFixed || line.before !== line.after)
    .map((line) => ({ ...line, isOver: line.after < today, restDay: restDayOf(line.after) }));
}

type ScheduleLabel = readonly [string, (conference: Conference) => string, DeadlineKind?];

const scheduleLabels: readonly ScheduleLabel[] = [
  ['Erster Tag', ({ startsOn }) => startsOn],
  ['Letzter Tag', ({ endsOn }) => endsOn],
  [
    'Anmeldung über die Arbeitskreise bis',
    ({ registrationDeadline }) => berlinDay(registrationDeadline),
    'COMMITTEE_REGISTRATION',
  ],
  ['Sitzungen der Arbeitskreise ab', ({ committeesFrom }) => committeesFrom, 'COMMITTEE_SESSIONS'],
  ['Sitzungen der Arbeitskreise bis', ({ committeesTo }) => committeesTo, 'COMMITTEE_SESSIONS'],
  [
    'Direkte Anmeldung bis',
    ({ directRegistrationDeadline }) => berlinDay(directRegistrationDeadline),
    'DIRECT_REGISTRATION',
  ],
  ['Entwurf der Tagesordnung bis', ({ agendaDraftDeadline }) => berlinDay(agendaDraftDeadline), 'AGENDA_DRAFT'],
  ['Vorkonferenz', ({ preConferenceOn }) => preConferenceOn, 'PRE_CONFERENCE'],
  ['Endgültige Unterlagen bis', ({ finalPapersDeadline }) => berlinDay(finalPapersDeadline), 'FINAL_PAPERS'],
  ['Widerspruch gegen Freigaben bis', ({ endsOn }) => endsOn],
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
