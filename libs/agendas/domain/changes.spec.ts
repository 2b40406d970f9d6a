import { describe, expect, it } from '@jest/globals';
import type { AgendaItem } from './agenda.js';
import { changesSince, type ItemEntry, type SeenAgenda } from './changes.js';

const hour = (hours: number): Date => new Date(Date.UTC(2026, 10, 3, hours));
const seenAt = hour(12);

const anItem = (id: string, changes: Partial<AgendaItem> = {}): AgendaItem => ({
  id,
  topicId: `topic of ${id}`,
  number: '1',
  supplement: null,
  position: 1,
  group: 'AK2',
  list: 'DISCUSSION',
  state: 'PLACED',
  title: 'Lagebild',
  subtitle: null,
  reason: null,
  pulledOffBy: null,
  placedAt: hour(8),
  circulatedAt: null,
  outcome: null,
  decidedAt: null,
  topicDepartedAt: null,
  restrictedTo: null,
  ...changes,
});

const anEntry = (event: string, at: Date, data: ItemEntry['data'] = {}): ItemEntry => {
  return { itemId: 'a', event, occurredAt: at, reason: 'Wunsch', actorName: 'Kim', data };
};

const told = (given: Partial<SeenAgenda>): readonly (readonly [string, string])[] =>
  changesSince({ seenAt, newTexts: new Map(), prepares: false, items: [anItem('a')], history: [], ...given }).map(
    ({ kind, itemId }) => [kind, itemId],
  );

describe('What changed since an agenda was last looked at', () => {
  it.each([
    ['agenda.itemMoved', {}, 'MOVED'],
    ['agenda.itemMoved', { formerList: 'CONSENT' }, 'LIST_CHANGED'],
    ['agenda.itemAgreed', {}, 'LIST_CHANGED'],
    ['agenda.itemPulledOff', {}, 'LIST_CHANGED'],
    ['agenda.itemRemoved', {}, 'REMOVED'],
  ] as const)('tells %s %j as %s, with reason and name', (event, data, kind) => {
    const history = [anEntry(event, hour(11), data), anEntry(event, hour(13), data)];
    expect(changesSince({ seenAt, newTexts: new Map(), prepares: false, items: [anItem('a')], history })).toEqual([
      { kind, itemId: 'a', at: hour(13), reason: 'Wunsch', by: 'Kim' },
    ]);
  });

  it('tells nothing of what happened to the agenda as a whole, or before', () => {
    const history = [{ ...anEntry('agenda.reviewed', hour(13)), itemId: null }, anEntry('agenda.itemMoved', seenAt)];
    expect(told({ history })).toEqual([]);
  });

  it('tells a new item as new and nothing else of it', () => {
    const items = [anItem('a', { placedAt: hour(13), decidedAt: hour(14), outcome: 'NOTED' })];
    expect(told({ items, history: [anEntry('agenda.itemMoved', hour(13))] })).toEqual([['ADDED', 'a']]);
  });

  it('tells what came late when its supplement came', () => {
    const late = (circulatedAt: Date) => [
      anItem('a', { number: '1a', supplement: 1, placedAt: hour(9), circulatedAt }),
    ];
    expect(told({ items: late(hour(13)) })).toEqual([['ADDED', 'a']]);
    expect(told({ items: late(hour(11)) })).toEqual([]);
  });

  it('tells who prepares the agenda of an item when it was added, and not again when it is circulated', () => {
    const items = [anItem('a', { placedAt: hour(9), circulatedAt: hour(13) })];
    expect(told({ items, prepares: true })).toEqual([]);
    const draft = [anItem('a', { number: null, placedAt: hour(13) })];
    expect(told({ items: draft, prepares: true })).toEqual([['ADDED', 'a']]);
  });

  it('tells outcomes and new texts, the latest first', () => {
    const items = [anItem('a', { decidedAt: hour(13), outcome: 'ADOPTED' }), anItem('b')];
    const newTexts = new Map([['topic of b', hour(14)]]);
    expect(told({ items, newTexts })).toEqual([['NEW_TEXT', 'b'], ['DECIDED', 'a']]); // prettier-ignore
  });
});
