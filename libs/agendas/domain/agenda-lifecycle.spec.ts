import { describe, expect, it } from '@jest/globals';
import { agendaStateNames, type AgendaState, type Capacity } from '#glossary';
import { availableActions, faultsOf } from '#platform/lifecycle';
import { decide } from './agenda-decision.js';
import { agendaLifecycle } from './agenda-lifecycle.js';
import type { Agenda, AgendaContext, AgendaItem, ConferenceTopic } from './agenda.js';
import { missingTopics } from './completeness.js';

const now = new Date('2026-11-03T09:00:00Z');

const anItem = (changes: Partial<AgendaItem> = {}): AgendaItem => ({
  id: 'item-1',
  topicId: 'topic-1',
  number: '1',
  supplement: null,
  position: 1,
  group: 'AK2',
  list: 'DISCUSSION',
  state: 'PLACED',
  title: 'Bekämpfung der Cyberkriminalität',
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

const aTopic = (changes: Partial<ConferenceTopic> = {}): ConferenceTopic => ({
  id: 'topic-1',
  title: 'Bekämpfung der Cyberkriminalität',
  subtitle: null,
  kind: 'RESOLUTION',
  state: 'IN_PRE_CONFERENCE',
  leadCommittee: 'AK2',
  involvedCommittees: [],
  recommendation: 'OPEN',
  restrictedTo: null,
  ...changes,
});

const circulated: readonly AgendaState[] = ['CIRCULATED', 'REVIEWED', 'FINAL', 'APPROVED', 'CLOSED'];

const anAgenda = (state: Agenda['state'], items: readonly AgendaItem[] = [anItem()]): Agenda => ({
  id: 'agenda-1',
  conferenceId: 'conference-1',
  sessionId: null,
  bodies: ['MAIN_CONFERENCE'],
  above: [],
  state,
  circulatedAt: circulated.some((one) => one === state) ? now : null,
  supplements: [],
  consentListClosedAt: null,
  explanations: [],
  items,
  revision: 4,
});

const as = (capacity: Capacity, context: Partial<AgendaContext> = {}): AgendaContext => ({
  now,
  capacities: new Set([capacity]),
  topics: [aTopic()],
  actorName: 'Kim Beispiel',
  ownParties: [],
  input: null,
  ...context,
});

const codesOf = (result: ReturnType<typeof decide>): readonly string[] =>
  result.ok ? [] : result.refusals.map(({ code }) => code);

const possible = (state: AgendaState, capacity: Capacity): string =>
  availableActions(agendaLifecycle, anAgenda(state), as(capacity))
    .filter(({ available }) => available)
    .map(({ action }) => action)
    .join(' ');

describe('The lifecycle of an agenda', () => {
  it('has no state that cannot be reached, no dead row and a German name for every action', () => {
    expect(faultsOf(agendaLifecycle)).toEqual([]);
  });

  it.each([
    ['COLLECTING', 'SECRETARIAT', 'compileAgenda moveAgendaItem putItemOnConsentList removeAgendaItem circulateAgenda'],
    ['COLLECTING', 'CHAIR', 'moveAgendaItem putItemOnConsentList removeAgendaItem'],
    ['COLLECTING', 'SYSTEM', 'removeAgendaItem'],
    ['DRAFT', 'SECRETARIAT', 'compileAgenda moveAgendaItem putItemOnConsentList removeAgendaItem circulateAgenda'],
    ['DRAFT', 'CHAIR', 'moveAgendaItem putItemOnConsentList removeAgendaItem'],
    ['CIRCULATED', 'SECRETARIAT', 'compileAgenda moveAgendaItem putItemOnConsentList removeAgendaItem reviewAgenda'],
    ['CIRCULATED', 'CHAIR', 'moveAgendaItem putItemOnConsentList removeAgendaItem reviewAgenda'],
    ['REVIEWED', 'SECRETARIAT', 'compileAgenda moveAgendaItem putItemOnConsentList removeAgendaItem finaliseAgenda'],
    ['REVIEWED', 'CHAIR', 'moveAgendaItem putItemOnConsentList removeAgendaItem'],
    ['FINAL', 'SECRETARIAT', 'compileAgenda moveAgendaItem putItemOnConsentList removeAgendaItem'],
    ['FINAL', 'CHAIR', 'moveAgendaItem putItemOnConsentList removeAgendaItem approveAgenda'],
    ['APPROVED', 'SECRETARIAT', 'moveAgendaItem putItemOnConsentList removeAgendaItem closeAgenda'],
    ['APPROVED', 'CHAIR', 'moveAgendaItem putItemOnConsentList removeAgendaItem closeAgenda'],
    ['APPROVED', 'SYSTEM', 'removeAgendaItem'],
    ['CIRCULATED', 'PARTY_COORDINATOR', 'pullItemOffConsentList'],
    ['REVIEWED', 'PARTY_COORDINATOR', 'pullItemOffConsentList'],
    ['FINAL', 'PARTY_COORDINATOR', 'pullItemOffConsentList'],
    ['APPROVED', 'PARTY_COORDINATOR', 'pullItemOffConsentList'],
    ['CLOSED', 'PARTY_COORDINATOR', ''],
    ['COLLECTING', 'PARTY_COORDINATOR', ''],
    ['DRAFT', 'PARTY_COORDINATOR', ''],
    ['CLOSED', 'SYSTEM', ''],
    ['CLOSED', 'SECRETARIAT', ''],
    ['CLOSED', 'CHAIR', ''],
  ] as const)('offers in %s to %s: %s', (state, capacity, actions) => {
    expect(possible(state, capacity)).toBe(actions);
  });

  const inCommittee = (state: AgendaState, capacity: Capacity): string =>
    availableActions(
      agendaLifecycle,
      { ...anAgenda(state), sessionId: 'session-1', bodies: ['AK2'] },
      as(capacity, { topics: [aTopic({ state: 'IN_COMMITTEE' })] }),
    )
      .filter(({ available }) => available)
      .map(({ action }) => action)
      .join(' ');

  it.each([
    [
      'COLLECTING',
      'COMMITTEE_SECRETARY',
      'compileAgenda moveAgendaItem putItemOnConsentList removeAgendaItem circulateAgenda',
    ],
    ['COLLECTING', 'COMMITTEE_CHAIR', 'moveAgendaItem putItemOnConsentList removeAgendaItem'],
    ['COLLECTING', 'COMMITTEE_MEMBER', ''],
    [
      'CIRCULATED',
      'COMMITTEE_SECRETARY',
      'compileAgenda moveAgendaItem putItemOnConsentList removeAgendaItem finaliseAgenda',
    ],
    ['CIRCULATED', 'COMMITTEE_CHAIR', 'moveAgendaItem putItemOnConsentList removeAgendaItem'],
    ['FINAL', 'COMMITTEE_CHAIR', 'moveAgendaItem putItemOnConsentList removeAgendaItem approveAgenda'],
    ['APPROVED', 'COMMITTEE_CHAIR', 'moveAgendaItem putItemOnConsentList removeAgendaItem closeAgenda'],
    ['CLOSED', 'COMMITTEE_CHAIR', ''],
  ] as const)('offers on the agenda of a committee in %s to %s: %s', (state, capacity, actions) => {
    expect(inCommittee(state, capacity)).toBe(actions);
  });

  it('offers nobody else anything in any state', () => {
    const others = (Object.keys(agendaLifecycle.capacities) as Capacity[]).filter(
      (capacity) =>
        !['SECRETARIAT', 'CHAIR', 'PARTY_COORDINATOR', 'COMMITTEE_SECRETARY', 'COMMITTEE_CHAIR', 'SYSTEM'].includes(
          capacity,
        ),
    );
    const states = Object.keys(agendaStateNames) as AgendaState[];
    expect(states.flatMap((state) => others.map((capacity) => possible(state, capacity))).join('')).toBe('');
  });

  it('begins when the secretariat compiles for the first time', () => {
    const result = decide(
      anAgenda('NEW', []),
      'compileAgenda',
      as('SECRETARIAT', { input: { newItemIds: ['item-9'] } }),
    );
    expect(result).toMatchObject({
      ok: true,
      agenda: { state: 'COLLECTING', items: [{ id: 'item-9', number: null }] },
    });
  });

  it('becomes a draft when somebody orders it by hand', () => {
    const agenda = anAgenda('COLLECTING', [
      anItem({ number: null }),
      anItem({ id: 'item-2', topicId: 't', number: null, position: 2 }),
    ]);
    const result = decide(agenda, 'moveAgendaItem', as('CHAIR', { input: { itemId: 'item-2', position: 1 } }));
    expect(result).toMatchObject({ ok: true, agenda: { state: 'DRAFT', items: [{ position: 2 }, { position: 1 }] } });
  });

  it('keeps collecting when the system removes what was withdrawn', () => {
    const input = { itemId: 'item-1', reason: 'Das Thema wurde zurückgezogen.' };
    expect(decide(anAgenda('COLLECTING'), 'removeAgendaItem', as('SYSTEM', { input }))).toMatchObject({
      ok: true,
      agenda: { state: 'COLLECTING', items: [{ state: 'REMOVED' }] },
    });
  });

  it('is not circulated empty', () => {
    const agenda = anAgenda('DRAFT', [anItem({ number: null, state: 'REMOVED' })]);
    expect(codesOf(decide(agenda, 'circulateAgenda', as('SECRETARIAT')))).toEqual(['AGENDA_EMPTY']);
  });

  it('is not final while a forwarded topic is left out', () => {
    const context = as('SECRETARIAT', { topics: [aTopic(), aTopic({ id: 'topic-2' })] });
    expect(codesOf(decide(anAgenda('REVIEWED'), 'finaliseAgenda', context))).toEqual(['AGENDA_INCOMPLETE']);
  });

  it('is final once somebody has said why a topic is left out, for as long as the topic stays where it is', () => {
    const topics = [aTopic(), aTopic({ id: 'left out', state: 'IN_COMMITTEE' })];
    const reviewed = anAgenda('REVIEWED');
    const incomplete = decide(reviewed, 'finaliseAgenda', as('SECRETARIAT', { topics }));
    expect(codesOf(incomplete)).toEqual(['AGENDA_INCOMPLETE']);
    const input = { topicId: 'left out', explanation: ' Der AK berät noch. ' };
    const explained = decide(reviewed, 'explainMissingTopic', as('SECRETARIAT', { topics, input }));
    if (!explained.ok) throw new Error('Not explained');
    expect(explained.agenda.explanations).toMatchObject([
      { topicId: 'left out', explanation: 'Der AK berät noch.', explainedBy: 'Kim Beispiel', explainedAt: now },
    ]);
    expect(codesOf(decide(explained.agenda, 'finaliseAgenda', as('SECRETARIAT', { topics })))).toEqual([]);
    const forwarded = [aTopic(), aTopic({ id: 'left out' })];
    const later = decide(explained.agenda, 'finaliseAgenda', as('SECRETARIAT', { topics: forwarded }));
    expect(codesOf(later)).toEqual(['AGENDA_INCOMPLETE']);
  });

  it('keeps what was said before of a missing topic, with who said it and when', () => {
    const topics = [aTopic(), aTopic({ id: 'left out', state: 'IN_COMMITTEE' })];
    const said = (agenda: Agenda, explanation: string, actorName: string): Agenda => {
      const context = as('SECRETARIAT', { topics, actorName, input: { topicId: 'left out', explanation } });
      const result = decide(agenda, 'explainMissingTopic', context);
      return result.ok ? result.agenda : agenda;
    };
    const twice = said(
      said(anAgenda('REVIEWED'), 'Der AK berät noch.', 'Kim'),
      'Kommt zur Frühjahrskonferenz.',
      'Toni',
    );
    const [missing] = missingTopics(twice, topics);
    expect(missing).toMatchObject({
      explained: { number: 2, explanation: 'Kommt zur Frühjahrskonferenz.', explainedBy: 'Toni' },
      formerly: [{ number: 1, explanation: 'Der AK berät noch.', explainedBy: 'Kim', explainedAt: now }],
    });
    const [later] = missingTopics(twice, [aTopic({ id: 'left out' })]);
    expect([later?.explained, later?.formerly.map(({ number }) => number)]).toEqual([null, [2, 1]]);
  });

  it.each([
    ['a topic that is on it', { topicId: 'topic-1', explanation: 'Warum' }, ['TOPIC_NOT_MISSING']],
    ['nothing', { topicId: 'left out', explanation: ' ' }, ['REASON_REQUIRED']],
    ['a treatise', { topicId: 'left out', explanation: 'x'.repeat(2_001) }, ['FIELD_TOO_LONG']],
  ] as const)('takes no explanation of %s', (_what, input, codes) => {
    const topics = [aTopic(), aTopic({ id: 'left out' })];
    const result = decide(anAgenda('DRAFT'), 'explainMissingTopic', as('SECRETARIAT', { topics, input }));
    expect(codesOf(result)).toEqual(codes);
  });

  it('is not closed while an item waits for its outcome', () => {
    const context = as('CHAIR', { topics: [aTopic({ state: 'IN_MAIN_CONFERENCE' })] });
    expect(codesOf(decide(anAgenda('APPROVED'), 'closeAgenda', context))).toEqual(['ITEMS_UNDECIDED']);
  });
});

describe('An agenda item', () => {
  it('is announced when it is circulated, with the agenda or with a supplement', () => {
    const draft = anAgenda('DRAFT', [anItem({ number: null })]);
    const first = decide(draft, 'circulateAgenda', as('SECRETARIAT'));
    if (!first.ok) throw new Error('The agenda was not circulated');
    expect(first.events.map(({ type, data }) => [type, data['number']])).toEqual([
      ['agenda.circulated', undefined],
      ['agendaItem.placed', '1'],
    ]);
    const context = as('SECRETARIAT', {
      topics: [aTopic(), aTopic({ id: 'late' })],
      input: { newItemIds: ['item-2'] },
    });
    const compiled = decide(first.agenda, 'compileAgenda', context);
    if (!compiled.ok) throw new Error('The agenda was not compiled');
    expect(compiled.events.map(({ type }) => type)).toEqual(['agenda.compiled']);
    const supplement = decide(compiled.agenda, 'circulateSupplement', as('SECRETARIAT'));
    expect(supplement).toMatchObject({
      ok: true,
      agenda: { supplements: [now], items: [{ supplement: null }, { supplement: 1, number: '1a' }] },
      events: [
        { type: 'agenda.supplementCirculated', data: { supplement: 1 } },
        { type: 'agendaItem.placed', recordId: 'item-2', data: { number: '1a', supplement: 1 } },
      ],
    });
  });

  it('that came late is moved without a reason until the parties have it', () => {
    const late = anItem({ id: 'late', topicId: 'late', number: null });
    const input = { itemId: 'late', position: 1 };
    const result = decide(anAgenda('CIRCULATED', [late]), 'moveAgendaItem', as('SECRETARIAT', { input }));
    expect(codesOf(result)).toEqual([]);
  });

  it.each([
    ['REVIEWED', 'finaliseAgenda', 'SECRETARIAT'],
    ['FINAL', 'approveAgenda', 'CHAIR'],
  ] as const)('that no supplement has brought keeps an agenda %s: %s is refused', (state, action, capacity) => {
    const agenda = anAgenda(state, [anItem(), anItem({ id: 'late', topicId: 'late', number: null })]);
    expect(codesOf(decide(agenda, action, as(capacity)))).toEqual(['SUPPLEMENT_PENDING']);
  });

  it('makes a supplement possible, which is refused while nothing came late', () => {
    const result = decide(anAgenda('CIRCULATED'), 'circulateSupplement', as('SECRETARIAT'));
    expect(codesOf(result)).toEqual(['SUPPLEMENT_EMPTY']);
  });

  it('is not announced while the agenda is a draft', () => {
    const result = decide(
      anAgenda('DRAFT', []),
      'compileAgenda',
      as('SECRETARIAT', { input: { newItemIds: ['item-1'] } }),
    );
    expect(result.ok && result.events.map(({ type }) => type)).toEqual(['agenda.compiled']);
  });

  it.each([
    ['an unknown item', { itemId: 'elsewhere', reason: 'Wunsch' }, ['ITEM_UNKNOWN']],
    ['a place outside its group', { itemId: 'item-1', position: 2, reason: 'Reihenfolge' }, ['POSITION_OUT_OF_RANGE']],
    ['no reason after circulation', { itemId: 'item-1', position: 1 }, ['REASON_REQUIRED']],
    ['a treatise for a reason', { itemId: 'item-1', position: 1, reason: 'x'.repeat(2_001) }, ['FIELD_TOO_LONG']],
    ['the fireside list', { itemId: 'item-1', list: 'FIRESIDE', reason: 'Wunsch' }, ['FIRESIDE_FIXED']],
  ] as const)('is not moved with %s', (_what, input, codes) => {
    expect(codesOf(decide(anAgenda('CIRCULATED'), 'moveAgendaItem', as('SECRETARIAT', { input })))).toEqual(codes);
  });

  it('keeps its number and its place when it is removed, and says why', () => {
    const input = { itemId: 'item-1', reason: ' Vom Land zurückgezogen ' };
    expect(decide(anAgenda('CIRCULATED'), 'removeAgendaItem', as('CHAIR', { input }))).toMatchObject({
      ok: true,
      agenda: { items: [{ number: '1', position: 1, state: 'REMOVED', reason: 'Vom Land zurückgezogen' }] },
      events: [{ type: 'agenda.itemRemoved', capacity: 'CHAIR', reason: 'Vom Land zurückgezogen' }],
    });
  });

  it('is not removed without a reason, and not twice', () => {
    const silent = decide(anAgenda('DRAFT'), 'removeAgendaItem', as('SECRETARIAT', { input: { itemId: 'item-1' } }));
    expect(codesOf(silent)).toEqual(['REASON_REQUIRED']);
    const gone = anAgenda('DRAFT', [anItem({ state: 'REMOVED', reason: 'Erledigt' })]);
    const input = { itemId: 'item-1', reason: 'Nochmals' };
    expect(codesOf(decide(gone, 'removeAgendaItem', as('SECRETARIAT', { input })))).toEqual(['ITEM_REMOVED']);
  });
});
