import { describe, expect, it } from '@jest/globals';
import type { BodyCode } from '#glossary';
import { audienceOf, audienceOfItem } from './agenda-audience.js';
import type { AgendaItem, ConferenceTopic } from './agenda.js';
import { withTopics } from './arrangement.js';
import { missingTopics } from './completeness.js';
import { groupHeading, groupLabel, groupOf, listOf } from './placement.js';

const now = new Date('2026-11-03T09:00:00Z');

const aTopic = (changes: Partial<ConferenceTopic> = {}): ConferenceTopic => ({
  id: 'topic-1',
  title: 'Lagebild',
  subtitle: 'Bericht des BKA',
  kind: 'RESOLUTION',
  state: 'IN_PRE_CONFERENCE',
  leadCommittee: 'AK2',
  involvedCommittees: [],
  recommendation: 'OPEN',
  restrictedTo: null,
  ...changes,
});

/** The agenda of the main conference unless said otherwise. */
const on = (items: readonly AgendaItem[] = [], bodies: readonly BodyCode[] = ['MAIN_CONFERENCE']) => ({
  items,
  bodies,
  consentListClosedAt: null,
  explanations: [],
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

describe('The heading of a group', () => {
  it.each([
    ['GENERAL', null, null, 'Allgemeines'],
    ['AK2', null, 'Innere Sicherheit', 'AK II – Innere Sicherheit'],
    ['AK2', 'Ausschuss für Sicherheit', 'Innere Sicherheit', 'Ausschuss für Sicherheit'],
  ] as const)(
    'of %s, named %s by the profile and %s by itself, is „%s“',
    (group, groupName, committeeName, heading) => {
      expect(groupHeading({ group, groupName, committeeName })).toBe(heading);
    },
  );
});

describe('Compiling', () => {
  it('takes what has been forwarded, each into its group', () => {
    const topics = [
      aTopic({ id: 'a' }),
      aTopic({ id: 'b', state: 'IN_MAIN_CONFERENCE' }),
      aTopic({ id: 'c', leadCommittee: null }),
      aTopic({ id: 'd', state: 'IN_COMMITTEE' }),
    ];
    const items = withTopics(on(), topics, { newItemIds: ['1', '2', '3'], now });
    expect(items.map(({ topicId, group, position }) => [topicId, group, position])).toEqual([
      ['a', 'AK2', 1],
      ['b', 'AK2', 2],
      ['c', 'GENERAL', 1],
    ]);
  });

  it('again adds what is new and changes nothing else', () => {
    const first = withTopics(on(), [aTopic()], { newItemIds: ['1'], now }).map((item): AgendaItem => ({
      ...item,
      list: 'CONSENT',
    }));
    const again = withTopics(on(first), [aTopic({ title: 'Neuer Titel' }), aTopic({ id: 'new' })], {
      newItemIds: ['2'],
      now,
    });
    expect(again[0]).toEqual(first[0]);
    expect(again.map(({ topicId }) => topicId)).toEqual(['topic-1', 'new']);
  });

  it('takes of a fireside talk the title at most', () => {
    expect(withTopics(on(), [aTopic({ kind: 'FIRESIDE' })], { newItemIds: ['1'], now })).toMatchObject([
      { title: 'Lagebild', subtitle: null },
    ]);
  });
});

describe('The completeness check', () => {
  it('names every topic meant for the conference that is not on the agenda, with the reason', () => {
    const items = withTopics(on(), [aTopic()], { newItemIds: ['1'], now });
    const topics = [
      aTopic(),
      aTopic({ id: 'forwarded' }),
      aTopic({ id: 'in committee', state: 'IN_COMMITTEE' }),
      aTopic({ id: 'draft', state: 'DRAFT' }),
      aTopic({ id: 'withdrawn', state: 'WITHDRAWN' }),
    ];
    expect(
      missingTopics(on(items), topics).map(({ topicId, isReady, whereabouts }) => [topicId, isReady, whereabouts]),
    ).toEqual([
      ['forwarded', true, 'Noch nicht zusammengestellt'],
      ['in committee', false, 'Im Arbeitskreis'],
    ]);
  });

  it('is satisfied by a removed item: its reason stands on the agenda', () => {
    const items = withTopics(on(), [aTopic()], { newItemIds: ['1'], now }).map((item): AgendaItem => ({
      ...item,
      state: 'REMOVED',
      reason: 'Erledigt',
    }));
    expect(missingTopics(on(items), [aTopic()])).toEqual([]);
  });

  it('names what came back after it had left, until it stands on the agenda again', () => {
    const left = withTopics(on(), [aTopic()], { newItemIds: ['1'], now }).map((item): AgendaItem => ({
      ...item,
      state: 'REMOVED',
      reason: 'Zurückverwiesen',
      topicDepartedAt: now,
    }));
    expect(missingTopics(on(left), [aTopic({ state: 'IN_COMMITTEE' })])).toEqual([]);
    expect(missingTopics(on(left), [aTopic()])).toMatchObject([{ topicId: 'topic-1', isReady: true }]);
    const again = withTopics(on(left), [aTopic()], { newItemIds: ['2'], now });
    expect(again.map(({ id, position }) => [id, position])).toEqual([['1', 1], ['2', 2]]); // prettier-ignore
    expect(missingTopics(on(again), [aTopic()])).toEqual([]);
  });
});

describe('The agenda of', () => {
  const topics = [
    aTopic({ id: 'led', state: 'IN_COMMITTEE', leadCommittee: 'AK2' }),
    aTopic({ id: 'involved', state: 'IN_COMMITTEE', leadCommittee: 'AK1', involvedCommittees: ['AK2'] }),
    aTopic({ id: 'of another', state: 'IN_COMMITTEE', leadCommittee: 'AK3' }),
    aTopic({ id: 'at pre', state: 'IN_PRE_CONFERENCE' }),
    aTopic({ id: 'at main', state: 'IN_MAIN_CONFERENCE' }),
    aTopic({ id: 'accepted', state: 'ACCEPTED', leadCommittee: null }),
  ];
  const newItemIds = topics.map(({ id }) => id);

  it.each([
    ['a committee', ['AK2'], ['led', 'involved'], []],
    ['two committees that sit jointly', ['AK2', 'AK3'], ['led', 'involved', 'of another'], []],
    ['the pre-conference', ['PRE_CONFERENCE'], ['at pre'], ['led', 'involved', 'of another', 'accepted']],
    ['the main conference', ['MAIN_CONFERENCE'], ['at pre', 'at main'], ['led', 'involved', 'of another', 'accepted']],
  ] as const)('%s takes up %s: %j, and misses %j', (_whose, bodies, taken, missing) => {
    const items = withTopics(on([], bodies), topics, { newItemIds, now });
    expect(items.map(({ topicId }) => topicId)).toEqual(taken);
    expect(missingTopics(on(items, bodies), topics).map(({ topicId }) => topicId)).toEqual(missing);
  });
});

describe('The audience of an agenda', () => {
  const codes = {
    system: 0,
    secretariat: 201,
    chair: 202,
    parties: [1, 17],
    bodies: [101, 110],
    body: (code: BodyCode) => (code === 'AK2' ? 102 : 103),
    guests: (code: BodyCode) => (code === 'AK2' ? -102 : -103),
    officers: (code: BodyCode) => (code === 'AK2' ? 302 : 303),
  };

  it.each([
    ['a draft: secretariat and chair', ['MAIN_CONFERENCE'], null, [0, 201, 202]],
    ['circulated: all parties, bodies and offices', ['MAIN_CONFERENCE'], now, [0, 1, 17, 101, 110, 201, 202]],
    ['a draft of the pre-conference', ['PRE_CONFERENCE'], null, [0, 201, 202]],
    ['of the pre-conference', ['PRE_CONFERENCE'], now, [0, 1, 17, 101, 110, 201, 202]],
    ['a draft of a committee: its officers and the secretariat', ['AK2'], null, [0, 302, 201]],
    ['of a committee: with its members and guests', ['AK2'], now, [0, 1, 17, 102, -102, 302, 201, 202]],
    ['a draft of two: the officers of both', ['AK2', 'AK3'], null, [0, 302, 303, 201]],
    ['of two: with the guests of both', ['AK2', 'AK3'], now, [0, 1, 17, 102, 103, -102, -103, 302, 303, 201, 202]],
  ] as const)('%s', (_when, bodies, circulatedAt, audience) => {
    expect(audienceOf({ circulatedAt, bodies, above: [] }, codes)).toEqual(audience);
  });

  it.each([
    ['a draft', null, [0, 303, 302, 201]],
    ['circulated', now, [0, 1, 17, 103, -103, 303, 302, 201, 202]],
  ])('of a sub-body, %s: the officers of the committee above it too', (_when, circulatedAt, audience) => {
    expect(audienceOf({ circulatedAt, bodies: ['UA FEK'], above: ['AK2'] }, codes)).toEqual(audience);
  });

  const circulated = { circulatedAt: now, bodies: ['AK2'], above: [] } as const;
  const named = [0, 17, 102, 111, 201, 202];

  it.each([
    ['circulated with it: the same', { number: '1', restrictedTo: null }, [0, 1, 17, 102, -102, 302, 201, 202]],
    ['added since: those who prepare it', { number: null, restrictedTo: null }, [0, 302, 201]],
    [
      'restricted: those of them who may see the topic',
      { number: '1', restrictedTo: named },
      [0, 17, 102, 302, 201, 202],
    ],
    [
      'restricted and added since: the officers as people of the body',
      { number: null, restrictedTo: named },
      [0, 302, 201],
    ],
    ['restricted to others: neither members nor officers', { number: '1', restrictedTo: [0, 17, 201] }, [0, 17, 201]],
  ])('of an item %s', (_what, item, audience) => {
    expect(audienceOfItem(circulated, item, codes)).toEqual(audience);
  });

  it('of an item on a draft is that of the draft', () => {
    const draft = { circulatedAt: null, bodies: ['MAIN_CONFERENCE'], above: [] } as const;
    expect(audienceOfItem(draft, { number: null, restrictedTo: null }, codes)).toEqual([0, 201, 202]);
  });
});
