import { partyNames, type LandCode } from '#glossary';

/**
 * The days that do not count for somebody: a Land, or all of them together. Nationwide a holiday counts either as soon
 * as one Land has it (`ANY_LAND`: nobody has to act on a holiday) or only when every Land has it (`ALL_LAENDER`).
 */
export type CalendarName = LandCode | 'ANY_LAND' | 'ALL_LAENDER';

/** A public holiday and the Länder that keep it, where they are not all. */
export interface Holiday {
  readonly name: string;
  /** Empty where the calendar is that of one Land, or every Land keeps the day. */
  readonly laender: readonly LandCode[];
}

/** Which days are holidays; computed outside of the domain, for any year. */
export interface Calendar {
  readonly name: CalendarName;
  holidaysOn(day: string): readonly Holiday[];
}

/** More Länder than these are counted, not named. */
const MOST_NAMED = 3;

/** "Reformationstag in Thüringen", "Allerheiligen in 5 Ländern", "Tag der Deutschen Einheit". */
export function holidayInWords({ name, laender }: Holiday): string {
  if (laender.length === 0) return name;
  if (laender.length > MOST_NAMED) return `${name} in ${laender.length} Ländern`;
  return `${name} in ${listOf(laender.map((land) => partyNames[land]))}`;
}

/** "a, b und c". */
export function listOf(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} und ${parts.at(-1)}`;
}
