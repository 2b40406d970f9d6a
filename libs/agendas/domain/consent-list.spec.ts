import { describe, expect, it } from '@jest/globals';
import type { AgendaState, Capacity, PartyCode } from '#glossary';
import { availableActions } from '#platform/lifecycle';
import { decide } from './agenda-decision.js';
import { agendaItemLifecycle } from './agenda-lifecycle.js';
import type { Agenda, AgendaActionInput, AgendaContext, AgendaItem, ConferenceTopic } from './agenda.js';

const now = new Date('2026-11-03T09:00:00Z');

const anItem = (changes: Partial<AgendaItem> = {}): AgendaItem => ({
  id: 'item',
  topicId: 'topic',
  number: '1',
  supplement: null,
  position: 1,
  group: 'AK2',
  list: 'CONSENT',
  state: 'PLACED',
  title: 'Lagebild',
  subtitle: null,
  reason: null,
  pulledOffBy: null,
  placedAt: now,
  circulatedAt: null,
  outcome: null,
  decidedAt: null,
  topicDepartedAt: null,
  restrictedTo: null,
  ...changes,
});

const anAgenda = (item: AgendaItem, changes: Partial<Agenda> = {}): Agenda => ({
  id: 'agenda',
  conferenceId: 'conference',
  sessionId: null,
  bodies: ['MAIN_CONFERENCE'],
  above: [],
  state: 'CIRCULATED',
  circulatedAt: now,
  supplements: [],
  consentListClosedAt: null,
  explanations: [],
  items: [item],
  revision: 4,
  ...changes,
});

const agreed: ConferenceTopic = {
  id: 'topic',
  title: 'Lagebild',
  subtitle: null,
  kind: 'RESOLUTION',
  state: 'IN_MAIN_CONFERENCE',
  leadCommittee: 'AK2',
  involvedCommittees: [],
  recommendation: 'AGREED',
  restrictedTo: null,
};

const as = (capacity: Capacity, given: Partial<AgendaContext> & { ownParties?: readonly PartyCode[] } = {}) => ({
  now,
  capacities: new Set([capacity]),
  topics: [agreed],
  actorName: 'Kim Beispiel',
  ownParties: [],
  input: null,
  ...given,
});

const codesOf = (result: ReturnType<typeof decide>): readonly string[] =>
  result.ok ? [] : result.refusals.map(({ code }) => code);

const coordinating = (ownParties: readonly PartyCode[], input: AgendaActionInput = {}) =>
  as('PARTY_COORDINATOR', { ownParties, input: { itemId: 'item', ...input } });

describe('Pulling an item off the consent list', () => {
  it.each(['HE', 'BUND'] as const)('is the right of %s, without a reason; everybody sees who it was', (party) => {
    expect(decide(anAgenda(anItem()), 'pullItemOffConsentList', coordinating([party]))).toMatchObject({
      ok: true,
      agenda: { state: 'CIRCULATED', items: [{ list: 'DISCUSSION', pulledOffBy: party, number: '1', position: 1 }] },
      events: [
        {
          type: 'agenda.itemPulledOff',
          capacity: 'PARTY_COORDINATOR',
          reason: null,
          recordId: 'item',
          data: { pulledOffBy: party },
        },
      ],
    });
  });

  it('keeps a reason that is given', () => {
    const result = decide(
      anAgenda(anItem()),
      'pullItemOffConsentList',
      coordinating(['HE'], { reason: ' Noch offen ' }),
    );
    expect(result).toMatchObject({ ok: true, agenda: { items: [{ reason: 'Noch offen' }] } });
  });

  it.each([
    ['in the name of another party', coordinating(['HE'], { party: 'BY' }), {}, {}, ['NOT_ENTITLED']],
    ['without saying for which of two', coordinating(['HE', 'BY']), {}, {}, ['FIELD_REQUIRED']],
    ['once the block is voted on', coordinating(['HE']), {}, { consentListClosedAt: now }, ['CONSENT_LIST_CLOSED']],
    ['of an item on another list', coordinating(['HE']), { list: 'DISCUSSION' }, {}, ['NOT_ON_CONSENT_LIST']],
    ['of an item that is decided', coordinating(['HE']), { outcome: 'ADOPTED' }, {}, ['ITEM_DECIDED']],
    ['by the secretariat', as('SECRETARIAT', { input: { itemId: 'item' } }), {}, {}, ['NOT_ENTITLED']],
    ['before parties have the agenda', coordinating(['HE']), {}, { state: 'DRAFT' }, ['NOT_POSSIBLE_IN_STATE']],
  ] as const)('is refused %s', (_what, context, item, agenda, codes) => {
    expect(codesOf(decide(anAgenda(anItem(item), agenda), 'pullItemOffConsentList', context))).toEqual(codes);
  });
});

describe('Putting an item on the consent list', () => {
  const put = { itemId: 'item', reason: 'Alle einig' };
  const onDiscussion = (changes: Partial<AgendaItem> = {}) => anAgenda(anItem({ list: 'DISCUSSION', ...changes }));

  it.each(['SECRETARIAT', 'CHAIR'] as const)('is done by %s', (capacity) => {
    expect(decide(onDiscussion(), 'putItemOnConsentList', as(capacity, { input: put }))).toMatchObject({
      ok: true,
      agenda: { items: [{ list: 'CONSENT', position: 1 }] },
      events: [{ type: 'agenda.itemAgreed', reason: 'Alle einig' }],
    });
  });

  it.each([
    [
      'a topic not recommended by all',
      onDiscussion(),
      { topics: [{ ...agreed, recommendation: 'OPEN' }] },
      'NOT_AGREED',
    ],
    ['what a party has pulled off', onDiscussion({ pulledOffBy: 'HE' }), {}, 'PULLED_OFF'],
    ['a fireside talk', onDiscussion({ list: 'FIRESIDE' }), {}, 'FIRESIDE_FIXED'],
    ['what stands there', anAgenda(anItem()), {}, 'ON_CONSENT_LIST'],
    ['anything once the block is voted on', { ...onDiscussion(), consentListClosedAt: now }, {}, 'CONSENT_LIST_CLOSED'],
  ] as const)('is refused for %s', (_what, agenda, given, code) => {
    const context = as('SECRETARIAT', { ...(given as Partial<AgendaContext>), input: put });
    expect(codesOf(decide(agenda, 'putItemOnConsentList', context))).toContain(code);
  });

  it('cannot be got round by changing the list of the item', () => {
    const change = as('CHAIR', { input: { ...put, position: 1, list: 'CONSENT' } });
    expect(codesOf(decide(onDiscussion({ pulledOffBy: 'BUND' }), 'moveAgendaItem', change))).toEqual(['PULLED_OFF']);
  });
});

it.each([
  ['moveAgendaItem', { position: 1, list: 'DISCUSSION' }],
  ['removeAgendaItem', {}],
] as const)('A block that is voted on keeps its items: %s is refused', (action, input) => {
  const context = as('CHAIR', { input: { itemId: 'item', reason: 'Wunsch', ...input } });
  const codes = codesOf(decide(anAgenda(anItem(), { consentListClosedAt: now }), action, context));
  expect(codes).toEqual(['CONSENT_LIST_CLOSED']);
});

describe('Beside each item', () => {
  const offered = (state: AgendaState, item: AgendaItem, context: AgendaContext): string =>
    availableActions(agendaItemLifecycle, anAgenda(item, { state }), { ...context, itemAskedAbout: 'item' })
      .filter(({ available }) => available)
      .map(({ action }) => action)
      .join(' ');

  it.each([
    ['CIRCULATED', {}, 'PARTY_COORDINATOR', 'pullItemOffConsentList'],
    ['CIRCULATED', { list: 'DISCUSSION' }, 'PARTY_COORDINATOR', ''],
    ['CIRCULATED', {}, 'SECRETARIAT', 'moveAgendaItem removeAgendaItem'],
    ['CIRCULATED', { list: 'DISCUSSION' }, 'CHAIR', 'moveAgendaItem putItemOnConsentList removeAgendaItem'],
    ['CIRCULATED', { list: 'DISCUSSION', pulledOffBy: 'HE' }, 'CHAIR', 'moveAgendaItem removeAgendaItem'],
    ['CIRCULATED', { state: 'REMOVED', reason: 'Erledigt' }, 'SECRETARIAT', ''],
    ['APPROVED', { outcome: 'ADOPTED' }, 'CHAIR', ''],
    ['CLOSED', {}, 'PARTY_COORDINATOR', ''],
  ] as const)('in %s, %j, %s is offered: %s', (state, item, capacity, actions) => {
    expect(offered(state, anItem(item), as(capacity))).toBe(actions);
  });
});
