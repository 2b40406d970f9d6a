import Holidays from 'date-holidays';
import { landCodes, type LandCode } from '#glossary';
import type { Calendar, CalendarName, Holiday } from './domain/calendar.js';

/**
 * Where a holiday holds only in part of a Land, the seat of its ministry decides: there the people sit who must act.
 * Munich keeps Mariä Himmelfahrt (as the mostly Catholic municipalities do), but not Augsburg's peace festival; Dresden and
 * Erfurt do not keep Corpus Christi, though some municipalities of Saxony and Thuringia do.
 */
const regionOfSeat: Readonly<Partial<Record<LandCode, string>>> = { BY: 'KATH' };

/** What these days are usually called in the laws, where the library says it otherwise. */
const lawNames: Readonly<Record<string, string>> = { Neujahr: 'Neujahrstag', Maifeiertag: 'Tag der Arbeit' };

type HolidaysOfYear = ReadonlyMap<string, readonly string[]>;
const years = new Map<string, HolidaysOfYear>();

/** The names of the public holidays of a year by their ISO day, in a Land or in one region of it. */
export function holidaysOfYear(land: LandCode, year: number, region = regionOfSeat[land]): HolidaysOfYear {
  const key = `${land} ${region ?? ''} ${year}`;
  const known = years.get(key);
  if (known !== undefined) return known;
  const computed = compute(land, year, region);
  years.set(key, computed);
  return computed;
}

/** The calendar of a Land (at the seat of its ministry), or of all Länder together. */
export function calendarOf(name: CalendarName): Calendar {
  if (name === 'ANY_LAND') return { name, holidaysOn: (day) => nationwide(day) };
  if (name === 'ALL_LAENDER') {
    return { name, holidaysOn: (day) => nationwide(day).filter(({ laender }) => laender.length === 0) };
  }
  return { name, holidaysOn: (day) => namesOn(name, day).map((holiday) => ({ name: holiday, laender: [] })) };
}

function nationwide(day: string): Holiday[] {
  const laenderByName = new Map<string, LandCode[]>();
  for (const land of landCodes) {
    for (const name of namesOn(land, day)) laenderByName.set(name, [...(laenderByName.get(name) ?? []), land]);
  }
  return [...laenderByName].map(([name, laender]) => ({
    name,
    laender: laender.length === landCodes.length ? [] : laender,
  }));
}

function namesOn(land: LandCode, day: string): readonly string[] {
  return holidaysOfYear(land, Number(day.slice(0, 4))).get(day) ?? [];
}

function compute(land: LandCode, year: number, region: string | undefined): HolidaysOfYear {
  const source = region === undefined ? new Holidays('DE', land) : new Holidays('DE', land, region);
  const names = new Map<string, string[]>();
  for (const { date, name, type } of source.getHolidays(year, 'de')) {
    if (type !== 'public') continue;
    const day = date.slice(0, 10);
    names.set(day, [...(names.get(day) ?? []), lawNames[name] ?? name]);
  }
  return names;
}
