/** Days and instants as people in Germany read them; instants always in Berlin time, wherever the browser stands. */
const berlin = 'Europe/Berlin';
const dayFormat = new Intl.DateTimeFormat('de-DE', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const instantFormat = new Intl.DateTimeFormat('de-DE', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: berlin,
});

export function formatDay(day: string): string {
  return dayFormat.format(new Date(`${day}T00:00:00Z`));
}

export function formatInstant(instant: string): string {
  return `${instantFormat.format(new Date(instant))} Uhr`;
}

/** "2. bis 4. Dezember 2026"; a single day stands alone. */
export function formatDays(from: string, to: string): string {
  if (from === to) return formatDay(from);
  return dayFormat.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`)).replace('–', ' bis ');
}

/** Enough of a hash to compare by eye or read out. */
export function shortHash(hash: string): string {
  return hash.slice(0, 8);
}

/** "1 Thema", "12 Themen". */
export function countOf(count: number, one: string, many: string): string {
  return `${count.toLocaleString('de-DE')} ${count === 1 ? one : many}`;
}

const offsetFormat = new Intl.DateTimeFormat('en', { timeZone: berlin, timeZoneName: 'longOffset' });

/**
 * The last millisecond of a day in Berlin, as the server ends its own deadlines. Clocks change at night, not then. Before
 * 1893 Berlin was apart by seconds, too: a year of two digits is to be refused by the server, not to break the form.
 */
export function endOfDay(day: string): string {
  const evening = offsetFormat.formatToParts(new Date(`${day}T21:00:00Z`));
  const offset = evening.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return new Date(`${day}T23:59:59.999${/[+-]\d{2}:\d{2}/.exec(offset)?.[0] ?? 'Z'}`).toISOString();
}
