import { DateTime } from 'luxon';
import type { LandCode, Season } from '#glossary';
import { proposedChair } from '#organisation';
import { ZONE } from '#platform/clock';

/** A conference of the demo before it is planned. */
export interface DemoConference {
  readonly number: number | null;
  readonly season: Season;
  readonly year: number;
  readonly place: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly chair: LandCode;
}

type NumberedConference = DemoConference & { readonly number: number };

/** The days of the demo, counted from the day on which it was begun. */
export interface DemoCalendar {
  readonly begunAt: Date;
  /** It begins in about a week, so that everything before it can be tried. */
  readonly current: NumberedConference;
  /** Half a year later, with its registration open. */
  readonly next: NumberedConference;
  /** A special session that began on the last working day and is still being held. */
  readonly special: DemoConference;
  /** So many days before the current conference, moved to the Friday before from a weekend. */
  before(days: number): string;
  /** So many days before the demo was begun, at the end of the week likewise. */
  ago(days: number): string;
}

const WEDNESDAY = 3;
const SATURDAY = 6;
const SOONEST_DAYS_AHEAD = 5;

/** Seats of the interior ministries. */
const places: Readonly<Record<LandCode, string>> = {
  BW: 'Stuttgart',
  BY: 'München',
  BE: 'Berlin',
  BB: 'Potsdam',
  HB: 'Bremen',
  HH: 'Hamburg',
  HE: 'Wiesbaden',
  MV: 'Schwerin',
  NI: 'Hannover',
  NW: 'Düsseldorf',
  RP: 'Mainz',
  SL: 'Saarbrücken',
  SN: 'Dresden',
  ST: 'Magdeburg',
  SH: 'Kiel',
  TH: 'Erfurt',
};

export function demoCalendar(begunAt: Date): DemoCalendar {
  const today = DateTime.fromJSDate(begunAt, { zone: ZONE }).startOf('day');
  const first = firstDayAfter(today);
  return {
    begunAt,
    current: conferenceOn(first),
    next: conferenceOn(nextAfter(first)),
    special: specialOn(workday(today.minus({ days: 1 }))),
    before: (days) => workday(first.minus({ days })),
    ago: (days) => workday(today.minus({ days })),
  };
}

/** The instant on this day in Berlin, so many minutes after midnight. */
export function instantOf(day: string, minutes: number): Date {
  return DateTime.fromISO(day, { zone: ZONE })
    .set({ hour: Math.floor(minutes / 60), minute: minutes % 60 })
    .toJSDate();
}

/** The first Wednesday that leaves a few days of work; two days earlier when it would last into the new year. */
function firstDayAfter(today: DateTime): DateTime {
  const wednesday = wednesdayFrom(today.plus({ days: SOONEST_DAYS_AHEAD }));
  return wednesday.plus({ days: 2 }).year === wednesday.year ? wednesday : wednesday.minus({ days: 2 });
}

function nextAfter(first: DateTime): DateTime {
  return seasonOf(first) === 'SPRING'
    ? wednesdayFrom(first.set({ month: 12, day: 1 }))
    : wednesdayFrom(first.set({ year: first.year + 1, month: 6, day: 9 }));
}

function wednesdayFrom(day: DateTime): DateTime {
  return day.plus({ days: (WEDNESDAY - day.weekday + 7) % 7 });
}

function conferenceOn(first: DateTime): NumberedConference {
  const season = seasonOf(first);
  const { year } = first;
  const chair = proposedChair(year);
  const [startsOn, endsOn] = [isoDay(first), isoDay(first.plus({ days: 2 }))];
  return { number: numberOf(season, year), season, year, place: places[chair], startsOn, endsOn, chair };
}

function specialOn(day: string): DemoConference {
  const { year } = DateTime.fromISO(day);
  const chair = proposedChair(year);
  return { number: null, season: 'SPECIAL', year, place: places[chair], startsOn: day, endsOn: day, chair };
}

function seasonOf({ month }: DateTime): 'SPRING' | 'AUTUMN' {
  return month <= 6 ? 'SPRING' : 'AUTUMN';
}

/** The 223rd was held in spring 2025, and two are held each year. */
function numberOf(season: Season, year: number): number {
  return 223 + (year - 2025) * 2 + (season === 'AUTUMN' ? 1 : 0);
}

function workday(day: DateTime): string {
  return isoDay(day.minus({ days: Math.max(0, day.weekday - SATURDAY + 1) }));
}

function isoDay(day: DateTime): string {
  return day.toFormat('yyyy-MM-dd');
}
