import { describe, expect, it } from '@jest/globals';
import { audienceOf, audienceOfItem } from './agenda-audience.js';
import type { AgendaItem, ConferenceTopic } from './agenda.js';
import { withTopics } from './arrangement.js';
import { missingTopics } from './completeness.js';
import { groupLabel, groupOf, listOf } from './placement.js';

const now = new Date('2026-11-03T09:00:00Z');

const aTopic = (changes: Partial<ConferenceTopic> = {}): ConferenceTopic => ({
  id: 'topic-1',
  title: 'Lagebild',
  subtitle: 'Bericht des BKA',
  kind: 'RESOLUTION',
  state: 'IN_PRE_CONFERENCE',
  leadCommittee: 'AK2',
  recommendation: 'OPEN',
  restrictedTo: null,
  ...changes,
});

describe('The place of a topic on the agenda', () => {
  it.each([
    ['AK4', 'AK4', 'AK IV'],
    [null, 'GENERAL', 'Allgemeines'],
    ['MAIN_CONFERENCE', 'GENERAL', 'Allgemeines'],
  ] as const)('with lead committee %s is the group %s, „%s“', (leadCommittee, group, label) => {
    expect(groupOf({ leadCommittee })).toBe(group);
    expect(groupLabel(group)).toBe(label);
  });

  it.each([
    ['RESOLUTION', 'AGREED', 'CONSENT'],
    ['RESOLUTION', 'OPEN', 'DISCUSSION'],
    ['RESOLUTION', 'INFORMATION_ONLY', 'DISCUSSION'],
    ['RESOLUTION', null, 'DISCUSSION'],
    ['DISCUSSION', 'AGREED', 'CONSENT'],
    ['DISCUSSION', 'OPEN', 'DISCUSSION'],
    ['REPORT', 'AGREED', 'INFORMATION'],
    ['INFORMATION', 'OPEN', 'INFORMATION'],
    ['FIRESIDE', 'AGREED', 'FIRESIDE'],
  ] as const)('of kind %s with recommendation %s is the list %s', (kind, recommendation, list) => {
    expect(listOf({ kind, recommendation })).toBe(list);
  });
});

describe('Compiling', () => {
  it('takes what has been forwarded, each into its group', () => {
    const topics = [
      aTopic({ id: 'a' }),
      aTopic({ id: 'b', state: 'IN_MAIN_CONFERENCE' }),
      aTopic({ id: 'c', leadCommittee: null }),
      aTopic({ id: 'd', state: 'IN_COMMITTEE' }),
    ];
    const items = withTopics([], topics, { newItemIds: ['1', '2', '3'], now });
    expect(items.map(({ topicId, group, position }) => [topicId, group, position])).toEqual([
      ['a', 'AK2', 1],
      ['b', 'AK2', 2],
      ['c', 'GENERAL', 1],
    ]);
  });

  it('again adds what is new and changes nothing else', () => {
    const first = withTopics([], [aTopic()], { newItemIds: ['1'], now }).map((item): AgendaItem => ({
      ...item,
      list: 'CONSENT',
    }));
    const again = withTopics(first, [aTopic({ title: 'Neuer Titel' }), aTopic({ id: 'new' })], {
      newItemIds: ['2'],
      now,
    });
    expect(again[0]).toEqual(first[0]);
    expect(again.map(({ topicId }) => topicId)).toEqual(['topic-1', 'new']);
  });

  it('takes of a fireside talk the title at most', () => {
    expect(withTopics([], [aTopic({ kind: 'FIRESIDE' })], { newItemIds: ['1'], now })).toMatchObject([
      { title: 'Lagebild', subtitle: null },
    ]);
  });
});

describe('The completeness check', () => {
  it('names every topic meant for the conference that is not on the agenda, with the reason', () => {
    const items = withTopics([], [aTopic()], { newItemIds: ['1'], now });
    const topics = [
      aTopic(),
      aTopic({ id: 'forwarded' }),
      aTopic({ id: 'in committee', state: 'IN_COMMITTEE' }),
      aTopic({ id: 'draft', state: 'DRAFT' }),
      aTopic({ id: 'withdrawn', state: 'WITHDRAWN' }),
    ];
    expect(
      missingTopics({ items, explanations: [] }, topics).map(({ topicId, isReady, whereabouts }) => [
        topicId,
        isReady,
        whereabouts,
      ]),
    ).toEqual([
      ['forwarded', true, 'Noch nicht zusammengestellt'],
      ['in committee', false, 'Im Arbeitskreis'],
    ]);
  });

  it('is satisfied by a removed item: its reason stands on the agenda', () => {
    const items = withTopics([], [aTopic()], { newItemIds: ['1'], now }).map((item): AgendaItem => ({
      ...item,
      state: 'REMOVED',
      reason: 'Erledigt',
    }));
    expect(missingTopics({ items, explanations: [] }, [aTopic()])).toEqual([]);
  });

  it('names what came back after it had left, until it stands on the agenda again', () => {
    const left = withTopics([], [aTopic()], { newItemIds: ['1'], now }).map((item): AgendaItem => ({
      ...item,
      state: 'REMOVED',
      reason: 'Zurückverwiesen',
      topicDepartedAt: now,
    }));
    expect(missingTopics({ items: left, explanations: [] }, [aTopic({ state: 'IN_COMMITTEE' })])).toEqual([]);
    expect(missingTopics({ items: left, explanations: [] }, [aTopic()])).toMatchObject([
      { topicId: 'topic-1', isReady: true },
    ]);
    const again = withTopics(left, [aTopic()], { newItemIds: ['2'], now });
    expect(again.map(({ id, position }) => [id, position])).toEqual([['1', 1], ['2', 2]]); // prettier-ignore
    expect(missingTopics({ items: again, explanations: [] }, [aTopic()])).toEqual([]);
  });
});

describe('The audience of an agenda', () => {
  const codes = { system: 0, secretariat: 201, chair: 202, parties: [1, 17], bodies: [101] };

  it.each([
    ['before it is circulated: secretariat and chair', null, [0, 201, 202]],
    ['once circulated: all parties, bodies and offices', new Date('2026-11-03T09:00:00Z'), [0, 1, 17, 101, 201, 202]],
  ] as const)('%s', (_when, circulatedAt, audience) => {
    expect(audienceOf({ circulatedAt }, codes)).toEqual(audience);
  });

  const circulated = { circulatedAt: now };
  const named = [0, 17, 111, 201, 202];

  it.each([
    ['circulated with it: the same', circulated, { number: '1', restrictedTo: null }, [0, 1, 17, 101, 201, 202]],
    ['added since: those who work on it', circulated, { number: null, restrictedTo: null }, [0, 201, 202]],
    [
      'restricted: those of them who may see the topic',
      circulated,
      { number: '1', restrictedTo: named },
      [0, 17, 201, 202],
    ],
    ['on a draft: those who work on it', { circulatedAt: null }, { number: null, restrictedTo: null }, [0, 201, 202]],
  ])('of an item %s', (_what, agenda, item, audience) => {
    expect(audienceOfItem(agenda, item, codes)).toEqual(audience);
  });
});
