import type { PartyCode } from '#glossary';
import {
  inAgendaOrder,
  stands,
  type Agenda,
  type AgendaActionInput,
  type AgendaItem,
  type ConferenceTopic,
} from './agenda.js';
import { isForwarded } from './completeness.js';
import { numbersFor } from './numbering.js';
import { groupOf, listOf } from './placement.js';

/** Ids for what comes onto the agenda, as many as there are topics, and when it comes. */
export interface Arrival {
  readonly newItemIds: readonly string[];
  readonly now: Date;
}

/**
 * Adds every forwarded topic that does not stand on the agenda at the end of its group; nothing else changes. What came
 * back after it had left gets a new item: the number of the old one stays with the old one.
 */
export function withTopics(
  agenda: Pick<Agenda, 'bodies' | 'items' | 'consentListClosedAt'>,
  topics: readonly ConferenceTopic[],
  { newItemIds, now }: Arrival,
): readonly AgendaItem[] {
  const { items, consentListClosedAt } = agenda;
  const known = new Set(items.filter(stands).map(({ topicId }) => topicId));
  const result = [...items];
  const added = topics.filter((topic) => isForwarded(agenda, topic) && !known.has(topic.id));
  for (const [index, topic] of added.entries()) {
    const id = newItemIds[index];
    if (id === undefined) throw new Error('There are fewer ids for new agenda items than topics');
    const group = groupOf(topic);
    const list = listOf(topic);
    result.push({
      id,
      topicId: topic.id,
      number: null,
      supplement: null,
      position: Math.max(0, ...result.filter((item) => item.group === group).map(({ position }) => position)) + 1,
      group,
      list: list === 'CONSENT' && consentListClosedAt !== null ? 'DISCUSSION' : list,
      state: 'PLACED',
      title: topic.title,
      subtitle: topic.kind === 'FIRESIDE' ? null : topic.subtitle,
      reason: null,
      pulledOffBy: null,
      placedAt: now,
      circulatedAt: null,
      outcome: null,
      decidedAt: null,
      topicDepartedAt: null,
      restrictedTo: topic.restrictedTo,
    });
  }
  return result;
}

/** Gives a number to every item that has none yet, and notes when and with which supplement it is circulated. */
export function withNumbers(
  items: readonly AgendaItem[],
  { supplement, now }: { readonly supplement: number | null; readonly now: Date },
): readonly AgendaItem[] {
  const numbers = numbersFor(items);
  return items.map((item) => {
    const number = numbers.get(item.id);
    return item.number !== null || number === undefined ? item : { ...item, number, supplement, circulatedAt: now };
  });
}

/**
 * A supplement has a number where it brings what all its readers see. What is restricted alone comes without one: the
 * others would miss it in the series.
 */
export function nextSupplement({ items, supplements }: Pick<Agenda, 'items' | 'supplements'>): number | null {
  const isOpen = items.some(
    ({ number, state, restrictedTo }) => number === null && state === 'PLACED' && restrictedTo === null,
  );
  return isOpen ? supplements.length + 1 : null;
}

/**
 * The others of the group close up and make room; numbers stay as they are. The places of the group that the person sees
 * are given out anew, so that what is hidden from them stays where it is.
 */
export function withItemMoved(items: readonly AgendaItem[], input: AgendaActionInput): readonly AgendaItem[] {
  const moved = items.find(({ id }) => id === input.itemId);
  if (moved === undefined) return items;
  const before = inAgendaOrder(items.filter(({ group }) => group === moved.group));
  const order = before.map(({ id }) => id).filter((id) => id !== moved.id);
  order.splice((input.position ?? before.indexOf(moved) + 1) - 1, 0, moved.id);
  const positions = new Map(order.map((id, index) => [id, before[index]?.position]));
  return items.map((item) => {
    const position = positions.get(item.id) ?? item.position;
    if (item.id !== moved.id) return { ...item, position };
    return { ...item, position, list: input.list ?? item.list, reason: trimmed(input.reason) ?? item.reason };
  });
}

/** What a party pulled off is discussed; everybody sees which party it was. */
export function withItemPulledOff(
  items: readonly AgendaItem[],
  { itemId, reason }: AgendaActionInput,
  party: PartyCode | null,
): readonly AgendaItem[] {
  return items.map((item) =>
    item.id === itemId
      ? { ...item, list: 'DISCUSSION', pulledOffBy: party, reason: trimmed(reason) ?? item.reason }
      : item,
  );
}

/** A removed item keeps its number and its place, so that everybody sees that it is gone, and why. */
export function withItemRemoved(items: readonly AgendaItem[], input: AgendaActionInput): readonly AgendaItem[] {
  return items.map((item) =>
    item.id === input.itemId ? { ...item, state: 'REMOVED', reason: trimmed(input.reason) } : item,
  );
}

function trimmed(reason: string | null | undefined): string | null {
  const text = (reason ?? '').trim();
  return text === '' ? null : text;
}
