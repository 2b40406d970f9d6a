import { inAgendaOrder, type AgendaItem } from './agenda.js';

type Numbered = Pick<AgendaItem, 'id' | 'topicId' | 'number' | 'group' | 'position' | 'state' | 'restrictedTo'>;

const NUMBER = /^(\d+)([a-z]*)$/;
const LETTERS = 26;
const FIRST_APART = 1_000;
const LAST_APART = 9_999;

/**
 * The numbers of the items that have none yet, by item id; numbers once given are never touched. The first time items
 * count from 1 in the order of the agenda. Later ones take the number of the item before them with a suffix ("12a",
 * "12b"), so that nothing printed becomes wrong. What was removed before it had a number never gets one. What not all
 * readers see takes no part in the series: a gap would tell the others of it (ADR 0012).
 */
export function numbersFor(items: readonly Numbered[]): ReadonlyMap<string, string> {
  const given = items.flatMap(({ number }) => (number === null ? [] : [number]));
  const ordered = inAgendaOrder(items);
  const waiting = ordered.filter(({ number, state }) => number === null && state === 'PLACED');
  const apart = numbersApart(waiting.filter(isRestricted), new Set(given));
  const counted = waiting.filter((item) => !isRestricted(item)).map(({ id }) => id);
  const series = given.filter(isInSeries);
  if (series.length === 0) return new Map([...counted.map((id, index) => [id, String(index + 1)] as const), ...apart]);
  return new Map([...suffixNumbers(ordered, new Set(counted), new Set(series)), ...apart]);
}

function isRestricted({ restrictedTo }: Numbered): boolean {
  return restrictedTo !== null;
}

function isInSeries(number: string): boolean {
  return NUMBER.test(number);
}

/** "V 4711": four digits that the topic gives, so that they tell neither how many there are nor which came first. */
function numbersApart(waiting: readonly Numbered[], used: Set<string>): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  for (const { id, topicId } of [...waiting].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const number = firstFree(digitsOf(topicId), used);
    numbers.set(id, number);
    used.add(number);
  }
  return numbers;
}

function firstFree(digits: number, used: ReadonlySet<string>): string {
  const candidate = `V ${digits}`;
  return used.has(candidate) ? firstFree(digits === LAST_APART ? FIRST_APART : digits + 1, used) : candidate;
}

/** FNV-1a of the topic's id: the same for the same topic on every agenda. */
function digitsOf(topicId: string): number {
  let hash = 0x811c9dc5;
  for (const character of topicId) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return FIRST_APART + ((hash >>> 0) % (LAST_APART - FIRST_APART + 1));
}

function suffixNumbers(
  ordered: readonly Numbered[],
  waiting: ReadonlySet<string>,
  used: Set<string>,
): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  let before: string | null = null;
  for (const { id, number } of ordered) {
    if (waiting.has(id)) {
      const late: string = before === null ? nextWholeNumber(used) : nextSuffix(baseOf(before), used);
      numbers.set(id, late);
      used.add(late);
      before = late;
    }
    if (number !== null && isInSeries(number)) before = number;
  }
  return numbers;
}

/** Only where nothing stands before the late item: it is called by the next number of the whole agenda. */
function nextWholeNumber(used: ReadonlySet<string>): string {
  return String(Math.max(...[...used].map((number) => Number(baseOf(number)))) + 1);
}

function nextSuffix(base: string, used: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) {
    const candidate = base + letters(count);
    if (!used.has(candidate)) return candidate;
  }
}

function baseOf(number: string): string {
  const base = NUMBER.exec(number)?.[1];
  if (base === undefined) throw new Error(`Not the number of an agenda item: ${number}`);
  return base;
}

/** 1 → a, 26 → z, 27 → aa */
function letters(count: number): string {
  if (count === 0) return '';
  const rest = (count - 1) % LETTERS;
  return letters((count - 1 - rest) / LETTERS) + String.fromCharCode('a'.charCodeAt(0) + rest);
}
