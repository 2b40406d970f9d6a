import type { Season } from '#glossary';

/**
 * When it is due: on a Berlin day, at a conference ("bis zur Herbstsitzung 2027", which nobody need have planned yet),
 * or, while a condition has not come to pass, not before it has; then only the day counts on which it is looked at
 * again.
 */
export type Due =
  | { readonly kind: 'DAY'; readonly day: string }
  | { readonly kind: 'CONFERENCE'; readonly season: RegularSeason; readonly year: number }
  | { readonly kind: 'CONDITION'; readonly condition: string; readonly reviewOn: string };

/** Special sessions come without being expected: nothing is due at one. */
export type RegularSeason = Exclude<Season, 'SPECIAL'>;

export const dueKindNames = {
  DAY: 'An einem Tag',
  CONFERENCE: 'Zu einer Konferenz',
  CONDITION: 'Wenn eine Bedingung eintritt',
} as const satisfies Record<Due['kind'], string>;
export type DueKind = keyof typeof dueKindNames;

/**
 * The last Berlin day in time. A conference that is not planned yet is taken to be over with its half-year
 * (spring: June, autumn: December; domain.md §1).
 */
export function lastDayOf(due: Due, conferenceStartsOn: string | null): string {
  switch (due.kind) {
    case 'DAY':
      return due.day;
    case 'CONDITION':
      return due.reviewOn;
    case 'CONFERENCE':
      return conferenceStartsOn ?? `${due.year}-${due.season === 'SPRING' ? '06-30' : '12-31'}`;
  }
}

/** ISO days compare as text; the last day itself is still in time. */
export function isPast(due: Due, conferenceStartsOn: string | null, today: string): boolean {
  return today > lastDayOf(due, conferenceStartsOn);
}
