import { inAgendaOrder, type AgendaItem } from './agenda.js';

type Numbered = Pick<AgendaItem, 'id' | 'number' | 'group' | 'position' | 'state'>;

const NUMBER = /^(\d+)([a-z]*)$/;
const LETTERS = 26;

/**
 * The numbers of the items that have none yet, by item id; numbers once given are never touched. The first time items
 * count from 1 in the order of the agenda. Later ones take the number of the item before them with a suffix ("12a",
 * "12b"), so that nothing printed becomes wrong. What was removed before it had a number never gets one.
 */
export function numbersFor(items: readonly Numbered[]): ReadonlyMap<string, string> {
  const given = items.flatMap(({ number }) => (number === null ? [] : [number]));
  const ordered = inAgendaOrder(items);
  const waiting = ordered.filter(({ number, state }) => number === null && state === 'PLACED');
  if (given.length === 0) return new Map(waiting.map(({ id }, index) => [id, String(index + 1)]));
  return suffixNumbers(ordered, new Set(waiting.map(({ id }) => id)), new Set(given));
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
    if (number !== null) before = number;
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
