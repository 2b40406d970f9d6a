import { describe, expect, it } from '@jest/globals';
import { partyCodes, statementStateNames, type Capacity, type StatementState } from '#glossary';
import { availableActions, faultsOf } from '#platform/lifecycle';
import { decide } from './statement-decision.js';
import { statementLifecycle, type StatementAction } from './statement-lifecycle.js';
import { inOrderOfLaender } from './statement-order.js';
import type { Cosignature, Statement, StatementContext } from './statement.js';

const now = new Date('2026-12-01T10:00:00Z');

const aCosignature = (party: Cosignature['party'], given: Partial<Cosignature> = {}): Cosignature => ({
  id: `cosignature-${party}`,
  party,
  textHash: 'current',
  cosignedAt: now,
  cosignedBy: 'Kim Beispiel',
  endedAt: null,
  endedBecause: null,
  ...given,
});

const aStatement = (state: Statement['state'], given: Partial<Statement> = {}): Statement => ({
  id: 'statement-1',
  topicId: 'topic-1',
  agendaItemId: 'item-1',
  writtenProcedureId: null,
  party: 'HE',
  text: 'Hessen legt Wert auf die Feststellung …',
  textHash: 'current',
  state,
  isLate: false,
  authorName: state === 'NEW' ? null : 'Kim Beispiel',
  onBehalfBy: null,
  announcedAt: state === 'DRAFT' || state === 'NEW' ? null : now,
  recordedAt: null,
  createdAt: now,
  updatedAt: now,
  revision: 1,
  readers: null,
  cosignatures: state === 'COSIGNED' ? [aCosignature('BE')] : [],
  ...given,
});

const as = (capacity: Capacity, given: Partial<StatementContext> = {}): StatementContext => ({
  now,
  actorName: 'Kim Beispiel',
  capacities: new Set([capacity]),
  ownParties: capacity === 'PARTY_COORDINATOR' ? ['HE'] : [],
  mayDeclare: new Set(partyCodes),
  place: { isFireside: false, isOpen: true, hasBegun: false, wasLeft: false },
  input: null,
  ...given,
});

const codesOf = (result: ReturnType<typeof decide>): readonly string[] =>
  result.ok ? [] : result.refusals.map(({ code }) => code);

const possible = (state: StatementState, context: StatementContext): string =>
  availableActions(statementLifecycle, aStatement(state), context)
    .filter(({ available }) => available)
    .map(({ action }) => action)
    .join(' ');

describe('The lifecycle of a statement', () => {
  it('has no state that cannot be reached, no dead row and a German name for every action', () => {
    expect(faultsOf(statementLifecycle)).toEqual([]);
  });

  /** state → what the author, a party that joined, another party and the secretariat may do */
  it.each([
    ['DRAFT', 'editStatement announceStatement withdrawStatement', '', '', ''],
    ['ANNOUNCED', 'editStatement withdrawStatement', 'cosignStatement', 'cosignStatement', 'recordStatement'],
    ['COSIGNED', 'editStatement withdrawStatement', 'withdrawCosignature', 'cosignStatement', 'recordStatement'],
    ['RECORDED', '', '', '', ''],
    ['WITHDRAWN', '', '', '', ''],
  ] as const)('offers in %s the author: %s; who joined: %s; others: %s; the secretariat: %s', (state, ...offered) => {
    const viewers = [
      as('PARTY_COORDINATOR'),
      as('PARTY_COORDINATOR', { ownParties: ['BE'] }),
      as('PARTY_COORDINATOR', { ownParties: ['BUND'] }),
      as('SECRETARIAT'),
    ];
    expect(viewers.map((context) => possible(state, context))).toEqual(offered);
  });

  it('offers nobody else anything in any state', () => {
    const others = (Object.keys(statementLifecycle.capacities) as Capacity[]).filter(
      (capacity) => !['PARTY_COORDINATOR', 'SECRETARIAT'].includes(capacity),
    );
    const states = Object.keys(statementStateNames) as StatementState[];
    const offered = states.flatMap((state) => others.map((capacity) => possible(state, as(capacity))));
    expect(offered.join('')).toBe('');
  });
});

describe('A statement', () => {
  const input = { party: 'HE', text: 'Neu.', textHash: 'new', reason: 'Per Mail', cosignatureId: 'c' } as const;
  const begin = (action: StatementAction, context: StatementContext) => decide(aStatement('NEW'), action, context);
  const coordinator = (given: Partial<StatementContext> = {}) => as('PARTY_COORDINATOR', { input, ...given });

  it('begins as the draft of one party', () => {
    expect(begin('draftStatement', coordinator())).toMatchObject({
      ok: true,
      statement: { state: 'DRAFT', party: 'HE', text: 'Neu.', textHash: 'new', announcedAt: null },
      events: [{ type: 'statement.drafted', data: { agendaItemId: 'item-1', party: 'HE', textHash: 'new' } }],
    });
  });

  it.each([
    ['of another party', { input: { ...input, party: 'BY' } }, ['NOT_ENTITLED']],
    ['of a party without the right', { mayDeclare: new Set(['BY']) }, ['PARTY_MAY_NOT_DECLARE']],
    ['without a text', { input: { ...input, text: '' } }, ['FIELD_REQUIRED']],
    ['of more than 20,000 characters', { input: { ...input, text: 'x'.repeat(20_001) } }, ['TEXT_TOO_LONG']],
    [
      'after the decision',
      { place: { isFireside: false, isOpen: false, hasBegun: true, wasLeft: false } },
      ['ITEM_NOT_OPEN'],
    ],
    [
      'by the fireside',
      { place: { isFireside: true, isOpen: true, hasBegun: true, wasLeft: false } },
      ['FIRESIDE_HAS_NO_STATEMENT'],
    ],
  ] as const)('is not drafted %s', (_what, given, codes) => {
    expect(codesOf(begin('draftStatement', coordinator(given as Partial<StatementContext>)))).toEqual(codes);
  });

  it.each(['SECRETARIAT', 'CHAIR', 'PARTY_EXPERT', 'ADMIN', 'GUEST', 'READER', 'COMMITTEE_CHAIR'] as const)(
    'is not drafted by %s',
    (capacity) => {
      expect(codesOf(begin('draftStatement', as(capacity, { input })))).toEqual(['NOT_ENTITLED']);
    },
  );

  it('is announced by the secretariat on behalf of a party; both names and the reason are kept', () => {
    const announced = begin('announceStatementOnBehalf', as('SECRETARIAT', { input, actorName: 'Geschäftsstelle' }));
    expect(announced).toMatchObject({
      ok: true,
      statement: { state: 'ANNOUNCED', party: 'HE', authorName: null, onBehalfBy: 'Geschäftsstelle', announcedAt: now },
      events: [{ type: 'statement.announcedOnBehalf', capacity: 'SECRETARIAT', reason: 'Per Mail' }],
    });
    const silent = as('SECRETARIAT', { input: { ...input, reason: ' ' } });
    expect(codesOf(begin('announceStatementOnBehalf', silent))).toEqual(['REASON_REQUIRED']);
    expect(codesOf(begin('announceStatementOnBehalf', coordinator()))).toEqual(['NOT_ENTITLED']);
  });

  it('is late once the session has begun, and still announced', () => {
    const place = { isFireside: false, isOpen: true, hasBegun: true, wasLeft: false };
    const answer = decide(aStatement('DRAFT'), 'announceStatement', coordinator({ place }));
    expect(answer).toMatchObject({ ok: true, statement: { isLate: true, state: 'ANNOUNCED' } });
  });

  it.each(['ANNOUNCED', 'COSIGNED'] as const)('%s is not recorded when its item was not dealt with', (state) => {
    const place = { isFireside: false, isOpen: false, hasBegun: true, wasLeft: true };
    const recording = decide(aStatement(state), 'recordStatement', as('SECRETARIAT', { input: {}, place }));
    expect(codesOf(recording)).toEqual(['ITEM_NOT_DEALT_WITH']);
    expect(codesOf(decide(aStatement(state), 'withdrawStatement', coordinator({ place })))).toEqual([]);
  });

  it('loses every co-signature with its text, and names those who had joined', () => {
    expect(decide(aStatement('COSIGNED'), 'editStatement', coordinator())).toMatchObject({
      ok: true,
      statement: { state: 'ANNOUNCED', text: 'Neu.', cosignatures: [{ endedAt: now, endedBecause: 'TEXT_CHANGED' }] },
      events: [{ type: 'statement.textChanged', data: { cosignaturesEnded: ['BE'] } }],
    });
  });

  it('keeps them when the words stay the same', () => {
    const same = coordinator({ input: { ...input, textHash: 'current' } });
    expect(decide(aStatement('COSIGNED'), 'editStatement', same)).toMatchObject({
      ok: true,
      statement: { state: 'COSIGNED', cosignatures: [{ endedAt: null }] },
    });
  });
});

describe('A co-signature', () => {
  const joining = (party: Cosignature['party'], textHash = 'current', given: Partial<Statement> = {}) =>
    decide(
      aStatement('ANNOUNCED', given),
      'cosignStatement',
      as('PARTY_COORDINATOR', { ownParties: [party], input: { party, textHash, cosignatureId: 'c' } }),
    );

  it('is given for the text that stands', () => {
    expect(joining('BUND')).toMatchObject({
      ok: true,
      statement: { state: 'COSIGNED', cosignatures: [{ id: 'c', party: 'BUND', textHash: 'current' }] },
      events: [{ type: 'statement.cosigned', data: { party: 'HE', cosignedFor: ['BUND'] } }],
    });
    expect(codesOf(joining('BUND', 'old'))).toEqual(['TEXT_HASH_MISMATCH']);
  });

  it('is given once, and never by the author', () => {
    expect(codesOf(joining('BE', 'current', { cosignatures: [aCosignature('BE')] }))).toEqual(['ALREADY_COSIGNED']);
    expect(codesOf(joining('HE'))).toEqual(['OWN_STATEMENT']);
  });

  it('is given anew after it ended with an older text', () => {
    const ended = aCosignature('BE', { textHash: 'old', endedAt: now, endedBecause: 'TEXT_CHANGED' });
    expect(joining('BE', 'current', { cosignatures: [ended] })).toMatchObject({
      ok: true,
      statement: { cosignatures: [{ endedBecause: 'TEXT_CHANGED' }, { endedAt: null }] },
    });
  });

  const leaving = (party: Cosignature['party'], cosignatures: readonly Cosignature[]) =>
    decide(
      aStatement('COSIGNED', { cosignatures }),
      'withdrawCosignature',
      as('PARTY_COORDINATOR', { ownParties: ['BE'], input: { party } }),
    );

  it('is withdrawn by its own party alone; the statement stays co-signed while another stands', () => {
    const both = [aCosignature('BE'), aCosignature('BY')];
    expect(leaving('BE', both)).toMatchObject({ ok: true, statement: { state: 'COSIGNED' } });
    expect(leaving('BE', [aCosignature('BE')])).toMatchObject({ ok: true, statement: { state: 'ANNOUNCED' } });
    expect(codesOf(leaving('BY', both))).toEqual(['NOT_ENTITLED']);
    expect(codesOf(leaving('BE', [aCosignature('BY')]))).toEqual(['NOT_COSIGNED']);
  });
});

describe('Statements', () => {
  it('stand in the order of the Länder, the Bund last; several of one Land as they came', () => {
    const given = [
      { id: '1', party: 'BUND' },
      { id: '4', party: 'TH' },
      { id: '3', party: 'BW' },
      { id: '2', party: 'TH' },
    ] as const;
    expect(inOrderOfLaender(given).map(({ id }) => id)).toEqual(['3', '2', '4', '1']);
  });
});
