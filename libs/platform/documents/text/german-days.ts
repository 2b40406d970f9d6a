/** A calendar day as it is stored and transported: `2025-06-11`. */
export type IsoDay = string;

const MONTHS = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
] as const;

interface CalendarDay {
  readonly day: number;
  readonly month: string;
  readonly year: number;
}

/** `2025-06-01` → „1. Juni 2025“ */
export function germanDay(day: IsoDay): string {
  const { day: number, month, year } = parse(day);
  return `${number}. ${month} ${year}`;
}

/** „am 13. Juni 2025“, „vom 11. bis 13. Juni 2025“; month and year are said once where both days share them. */
export function germanPeriod(first: IsoDay, last: IsoDay): string {
  if (first === last) return `am ${germanDay(first)}`;
  const [from, until] = [parse(first), parse(last)];
  const end = germanDay(last);
  if (from.year !== until.year) return `vom ${germanDay(first)} bis ${end}`;
  if (from.month !== until.month) return `vom ${from.day}. ${from.month} bis ${end}`;
  return `vom ${from.day}. bis ${end}`;
}

function parse(day: IsoDay): CalendarDay {
  const [, year = '', month = '', number = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (name === undefined || Number(number) < 1 || Number(number) > 31) throw new Error(`Not a day: ${day}`);
  return { day: Number(number), month: name, year: Number(year) };
}
