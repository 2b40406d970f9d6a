import { describe, expect, it } from '@jest/globals';
import { minutesStateNames, type Capacity, type MinutesState } from '#glossary';
import {
  ALL_AUDIENCE,
  ALL_PARTIES_AUDIENCE,
  audienceOfBody,
  audienceOfGuests,
  audienceOfOfficers,
  audienceOfParty,
  GUESTS_AUDIENCE,
  OFFICE_AUDIENCE,
} from '#organisation';
import { availableActions, faultsOf } from '#platform/lifecycle';
import { audienceOfEntry, audienceOfMinutes } from './minutes-audience.js';
import { decide } from './minutes-decision.js';
import { minutesLifecycle, type MinutesAction } from './minutes-lifecycle.js';
import type { Minutes, MinutesContext, MinutesObjection } from './minutes.js';

const now = new Date('2026-12-10T10:00:00Z');
const later = new Date('2026-12-20T22:59:59Z');

const anObjection = (given: Partial<MinutesObjection> = {}): MinutesObjection => ({
  id: 'objection-1',
  agendaItemId: null,
  version: 1,
  party: 'HE',
  text: 'Der Vermerk gibt die Aussprache nicht wieder.',
  state: 'OPEN',
  madeAt: now,
  madeBy: 'Kim Beispiel',
  answeredAt: null,
  answeredBy: null,
  answer: null,
  ...given,
});

const someMinutes = (state: Minutes['state'], given: Partial<Minutes> = {}): Minutes => ({
  id: 'minutes-1',
  sessionId: 'session-1',
  conferenceId: 'conference-1',
  bodies: ['MAIN_CONFERENCE'],
  state,
  version: 1,
  objectionsUntil: state === 'NEW' || state === 'DRAFT' ? null : later,
  circulatedAt: state === 'NEW' || state === 'DRAFT' ? null : now,
  agreedAt: null,
  draftedAt: now,
  updatedAt: now,
  revision: 1,
  objections: [],
  ...given,
});

const officers = ['COMMITTEE_CHAIR', 'COMMITTEE_SECRETARY'] as const;
const ofCommittee = { bodies: ['AK5'] } as const;
const contestedOfCommittee = someMinutes('CIRCULATED', { ...ofCommittee, objections: [anObjection()] });

const as = (capacity: Capacity, given: Partial<MinutesContext> = {}): MinutesContext => ({
  now,
  actorName: 'Kim Beispiel',
  capacities: new Set([capacity]),
  ownParties: capacity === 'PARTY_COORDINATOR' ? ['HE'] : [],
  sessionIsOver: true,
  agendaItemIds: new Set(['item-1']),
  input: null,
  ...given,
});

const deciding = (minutes: Minutes, action: MinutesAction, context: MinutesContext) =>
  decide(minutes, action, context, () => 'objection-new');

const codesOf = (result: ReturnType<typeof decide>): readonly string[] =>
  result.ok ? [] : result.refusals.map(({ code }) => code);

const possible = (minutes: Minutes, context: MinutesContext): string =>
  availableActions(minutesLifecycle, minutes, context)
    .filter(({ available }) => available)
    .map(({ action }) => action)
    .join(' ');

const after = new Date(later.getTime() + 1);

describe('The lifecycle of minutes', () => {
  it('has no state that cannot be reached, no dead row and a German name for every action', () => {
    expect(faultsOf(minutesLifecycle)).toEqual([]);
  });

  const contested = { objections: [anObjection()] };

  /** what the secretariat, the chair, the objecting party, another party and the system may do */
  it.each<[string, Minutes, Date, readonly string[]]>([
    ['drafted', someMinutes('DRAFT'), now, ['circulateMinutes reviseMinutes', '', '', '', '']],
    ['circulated', someMinutes('CIRCULATED'), now, ['reviseMinutes', '', 'objectToMinutes', 'objectToMinutes', '']],
    [
      'objected to',
      someMinutes('CIRCULATED', contested),
      now,
      ['reviseMinutes', 'rejectMinutesObjection', 'objectToMinutes withdrawMinutesObjection', 'objectToMinutes', ''],
    ],
    [
      'objected to, the period over',
      someMinutes('CIRCULATED', contested),
      after,
      ['reviseMinutes', 'rejectMinutesObjection', 'withdrawMinutesObjection', '', ''],
    ],
    ['past their period', someMinutes('CIRCULATED'), after, ['reviseMinutes', 'agreeMinutes', '', '', 'agreeMinutes']],
    ['agreed', someMinutes('AGREED'), after, ['', '', '', '', '']],
  ])('offers on minutes %s', (_what, minutes, instant, offered) => {
    const viewers = [
      as('SECRETARIAT'),
      as('CHAIR'),
      as('PARTY_COORDINATOR'),
      as('PARTY_COORDINATOR', { ownParties: ['BY'] }),
      as('SYSTEM'),
    ];
    expect(viewers.map((context) => possible(minutes, { ...context, now: instant }))).toEqual(offered);
  });

  it.each<[string, Minutes, Date, string[]]>([
    [
      'before they are sent out',
      someMinutes('DRAFT', ofCommittee),
      now,
      ['circulateMinutes reviseMinutes', '', 'circulateMinutes reviseMinutes'],
    ],
    [
      'while objections are accepted',
      contestedOfCommittee,
      now,
      ['reviseMinutes rejectMinutesObjection', '', 'reviseMinutes'],
    ],
    [
      'when nobody objects any more',
      someMinutes('CIRCULATED', ofCommittee),
      after,
      ['reviseMinutes agreeMinutes', '', 'reviseMinutes'],
    ],
    ['once they are agreed', someMinutes('AGREED', ofCommittee), after, ['', '', '']],
  ])('leaves those of a committee to its own officers %s', (_when, minutes, instant, offered) => {
    const viewers = [as('COMMITTEE_CHAIR'), as('CHAIR'), as('COMMITTEE_SECRETARY')];
    expect(viewers.map((context) => possible(minutes, { ...context, now: instant }))).toEqual(offered);
  });

  it('offers nobody else anything in any state', () => {
    const known: readonly Capacity[] = ['SECRETARIAT', 'CHAIR', 'PARTY_COORDINATOR', 'SYSTEM', ...officers];
    const others = (Object.keys(minutesLifecycle.capacities) as Capacity[]).filter((each) => !known.includes(each));
    const states = Object.keys(minutesStateNames) as MinutesState[];
    const offered = states.flatMap((state) => others.map((capacity) => possible(someMinutes(state), as(capacity))));
    expect(offered.join('')).toBe('');
  });

  it('begins when the session is over', () => {
    expect(deciding(someMinutes('NEW'), 'draftMinutes', as('SECRETARIAT', { input: {} }))).toMatchObject({
      ok: true,
      minutes: { state: 'DRAFT', version: 1 },
    });
    const early = as('SECRETARIAT', { input: {}, sessionIsOver: false });
    expect(codesOf(deciding(someMinutes('NEW'), 'draftMinutes', early))).toEqual(['SESSION_NOT_OVER']);
  });

  it('sends them out with a period that is still to come', () => {
    const sending = (objectionsUntil: Date | null) =>
      deciding(someMinutes('DRAFT'), 'circulateMinutes', as('SECRETARIAT', { input: { objectionsUntil } }));
    expect(codesOf(sending(null))).toEqual(['PERIOD_REQUIRED']);
    expect(codesOf(sending(now))).toEqual(['PERIOD_REQUIRED']);
    expect(sending(later)).toMatchObject({ ok: true, minutes: { circulatedAt: now, objectionsUntil: later } });
  });
});

describe('An objection to the wording', () => {
  const input = { party: 'HE', text: ' Bitte berichtigen. ', version: 1, agendaItemId: 'item-1' } as const;
  const objecting = (given: object = {}, context: Partial<MinutesContext> = {}) =>
    deciding(
      someMinutes('CIRCULATED'),
      'objectToMinutes',
      as('PARTY_COORDINATOR', { input: { ...input, ...given }, ...context }),
    );

  it('names its party, the version and the item', () => {
    expect(objecting()).toMatchObject({
      ok: true,
      minutes: { objections: [{ id: 'objection-new', party: 'HE', text: 'Bitte berichtigen.', state: 'OPEN' }] },
      events: [{ type: 'minutes.objected', data: { objectionsOf: ['HE'] } }],
    });
  });

  it.each([
    ['for another party', { party: 'BY' }, {}, ['NOT_ENTITLED']],
    ['without a text', { text: '  ' }, {}, ['FIELD_REQUIRED']],
    ['to another version', { version: 2 }, {}, ['VERSION_MISMATCH']],
    ['to an item that is not in the minutes, or lies apart', { agendaItemId: 'item-9' }, {}, ['UNKNOWN_ITEM']],
    ['at the instant the period ends', {}, { now: later }, ['DEADLINE_PASSED']],
  ])('is refused %s', (_what, given, context, codes) => {
    expect(codesOf(objecting(given, context))).toEqual(codes);
  });

  it('is accepted one millisecond before the period ends', () => {
    expect(codesOf(objecting({}, { now: new Date(later.getTime() - 1) }))).toEqual([]);
  });

  const contested = someMinutes('CIRCULATED', { objections: [anObjection()] });

  it('is answered by a new version, which people have time to read', () => {
    const revising = (given: object, instant = now) =>
      deciding(
        contested,
        'reviseMinutes',
        as('SECRETARIAT', { now: instant, input: { resolves: ['objection-1'], reason: 'TOP 1 ergänzt.', ...given } }),
      );
    expect(revising({})).toMatchObject({
      ok: true,
      minutes: { version: 2, state: 'CIRCULATED', objections: [{ state: 'RESOLVED', answer: 'TOP 1 ergänzt.' }] },
    });
    expect(codesOf(revising({ reason: '' }))).toEqual(['REASON_REQUIRED']);
    expect(codesOf(revising({ resolves: ['unknown'] }))).toEqual(['NO_OPEN_OBJECTION']);
    expect(codesOf(revising({}, after))).toEqual(['PERIOD_REQUIRED']);
  });

  it('is rejected by the chair with a reason, which the history leaves with the objection', () => {
    const rejecting = (reason: string) =>
      deciding(contested, 'rejectMinutesObjection', as('CHAIR', { input: { objectionId: 'objection-1', reason } }));
    expect(codesOf(rejecting(' '))).toEqual(['REASON_REQUIRED']);
    expect(rejecting('So war es.')).toMatchObject({
      ok: true,
      minutes: { objections: [{ state: 'REJECTED', answer: 'So war es.' }] },
      events: [{ reason: null, data: { objectionsOf: ['HE'] } }],
    });
  });

  it('is withdrawn by its own party alone', () => {
    const withdrawing = (party: 'HE' | 'BY') =>
      deciding(
        contested,
        'withdrawMinutesObjection',
        as('PARTY_COORDINATOR', { ownParties: [party], input: { objectionId: 'objection-1' } }),
      );
    expect(codesOf(withdrawing('BY'))).toEqual(['NOT_ENTITLED']);
    expect(withdrawing('HE')).toMatchObject({ ok: true, minutes: { objections: [{ state: 'WITHDRAWN' }] } });
  });

  it('keeps minutes from being agreed, by whomever', () => {
    for (const capacity of ['CHAIR', 'SYSTEM'] as const) {
      const late = as(capacity, { now: after, input: {} });
      expect(codesOf(deciding(contested, 'agreeMinutes', late))).toEqual(['OBJECTION_STANDS']);
      expect(codesOf(deciding(contested, 'agreeMinutes', { ...late, now }))).toEqual([
        'PERIOD_RUNNING',
        'OBJECTION_STANDS',
      ]);
      expect(codesOf(deciding(someMinutes('CIRCULATED'), 'agreeMinutes', late))).toEqual([]);
    }
  });
});

describe('who reads minutes', () => {
  const viewers = {
    Land: audienceOfParty('BY'),
    Bund: audienceOfParty('BUND'),
    Geschäftsstelle: OFFICE_AUDIENCE.SECRETARIAT,
    Vorsitz: OFFICE_AUDIENCE.CHAIR,
    'AK V': audienceOfBody('AK5'),
    'Vorsitz AK V': audienceOfOfficers('AK5'),
    'AK II': audienceOfBody('AK2'),
    'Gast AK V': audienceOfGuests('AK5'),
    'irgendein Gast': GUESTS_AUDIENCE,
  };
  const codes = {
    system: 0,
    secretariat: OFFICE_AUDIENCE.SECRETARIAT,
    chair: OFFICE_AUDIENCE.CHAIR,
    all: ALL_AUDIENCE,
    parties: ALL_PARTIES_AUDIENCE,
    body: audienceOfBody,
    officers: audienceOfOfficers,
  };
  const names = (audience: readonly number[]): string =>
    Object.entries(viewers)
      .filter(([, code]) => audience.includes(code))
      .map(([name]) => name)
      .join(', ');

  it('is what the golden matrix says', () => {
    const matrix = (Object.keys(minutesStateNames) as MinutesState[]).map((state) => {
      const audience = audienceOfMinutes(someMinutes(state), codes);
      expect(audience).toContain(0);
      return `${minutesStateNames[state]}: ${names(audience)}`;
    });
    expect(matrix).toEqual([
      'Entwurf: Geschäftsstelle, Vorsitz',
      'Versandt: Land, Bund, Geschäftsstelle, Vorsitz, AK V, AK II',
      'Vereinbart: Land, Bund, Geschäftsstelle, Vorsitz, AK V, AK II',
    ]);
  });

  it('is, of a committee, every party and the committee itself', () => {
    const matrix = (Object.keys(minutesStateNames) as MinutesState[]).map((state) => {
      const audience = audienceOfMinutes(someMinutes(state, ofCommittee), codes);
      expect(audience).toContain(0);
      return `${minutesStateNames[state]}: ${names(audience)}`;
    });
    expect(matrix).toEqual([
      'Entwurf: Geschäftsstelle, Vorsitz AK V',
      'Versandt: Land, Bund, Geschäftsstelle, Vorsitz, AK V, Vorsitz AK V',
      'Vereinbart: Land, Bund, Geschäftsstelle, Vorsitz, AK V, Vorsitz AK V',
    ]);
  });

  it('is, of a restricted entry, whoever reads both the minutes and the topic', () => {
    const restricted = [0, audienceOfParty('BY'), OFFICE_AUDIENCE.SECRETARIAT];
    expect(names(audienceOfEntry(ALL_AUDIENCE, restricted))).toBe('Land, Geschäftsstelle');
    expect(names(audienceOfEntry(audienceOfMinutes(someMinutes('DRAFT'), codes), restricted))).toBe('Geschäftsstelle');
  });
});
