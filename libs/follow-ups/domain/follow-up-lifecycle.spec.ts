import { describe, expect, it } from '@jest/globals';
import { capacityNames, followUpStateNames, landCodes, type Capacity, type FollowUpState } from '#glossary';
import { availableActions, faultsOf } from '#platform/lifecycle';
import { decide } from './follow-up-decision.js';
import { followUpLifecycle, type FollowUpAction } from './follow-up-lifecycle.js';
import type { FollowUp, FollowUpContext } from './follow-up.js';

const now = new Date('2026-12-10T09:00:00Z');
const CLAUSE = 'clause-1';

const aFollowUp = (given: Partial<FollowUp> = {}): FollowUp => ({
  id: 'follow-up-1',
  state: 'OPEN',
  kind: 'REPORT',
  resolutionId: 'resolution-1',
  clauseId: CLAUSE,
  task: 'Bericht über die Warnmittel',
  addressee: { kind: 'BODY', code: 'AK5' },
  due: { kind: 'CONFERENCE', season: 'AUTUMN', year: 2027 },
  repeatsId: null,
  extendedById: null,
  returnedTopicId: null,
  createdAt: now,
  updatedAt: now,
  revision: 1,
  ...given,
});

const implementation = aFollowUp({ kind: 'IMPLEMENTATION', addressee: { kind: 'ALL_LAENDER', code: null } });

const as = (capacity: Capacity, given: Partial<FollowUpContext> = {}): FollowUpContext => ({
  now,
  today: '2026-12-10',
  capacities: new Set([capacity]),
  origin: { resolutionId: 'resolution-1', adoptedOn: '2026-12-03', clauseIds: new Set([CLAUSE]) },
  addresseeExists: true,
  addresseeSeesOrigin: true,
  repeated: null,
  extension: null,
  conferenceStartsOn: null,
  ownParties: [],
  implementations: [],
  input: null,
  ...given,
});

const codesOf = (
  followUp: FollowUp,
  action: FollowUpAction,
  context: FollowUpContext,
): readonly string[] | FollowUp['state'] => {
  const result = decide(followUp, action, context);
  return result.ok ? result.followUp.state : result.refusals.map(({ code }) => code);
};

const possible = (followUp: FollowUp, context: FollowUpContext): string =>
  availableActions(followUpLifecycle, followUp, context)
    .filter(({ available }) => available)
    .map(({ action }) => action)
    .join(' ');

describe('The lifecycle of a follow-up', () => {
  it('has no state that cannot be reached, no dead row and a German name for every action', () => {
    expect(faultsOf(followUpLifecycle)).toEqual([]);
  });

  const secretariat = 'dropFollowUp';
  it.each([
    ['OPEN', 'ADDRESSEE', 'startFollowUp submitFollowUpReport'],
    ['EXTENDED', 'ADDRESSEE', 'startFollowUp submitFollowUpReport'],
    ['IN_PROGRESS', 'ADDRESSEE', 'submitFollowUpReport'],
    ['REPORTED', 'ADDRESSEE', ''],
    ['DONE', 'ADDRESSEE', ''],
    ['OBSOLETE', 'ADDRESSEE', ''],
    ['OPEN', 'SECRETARIAT', `extendFollowUp ${secretariat}`],
    ['IN_PROGRESS', 'SECRETARIAT', `extendFollowUp ${secretariat}`],
    ['EXTENDED', 'SECRETARIAT', `extendFollowUp ${secretariat}`],
    ['REPORTED', 'SECRETARIAT', `returnFollowUpReport completeFollowUp ${secretariat}`],
    ['DONE', 'SECRETARIAT', ''],
    ['OBSOLETE', 'SECRETARIAT', ''],
    ['OPEN', 'CHAIR', secretariat],
    ['REPORTED', 'CHAIR', `returnFollowUpReport completeFollowUp ${secretariat}`],
    ['OPEN', 'SYSTEM', ''],
    ['REPORTED', 'SYSTEM', 'completeFollowUp'],
    ['DONE', 'SYSTEM', ''],
  ] as const)('offers in %s to %s: %s', (state, capacity, actions) => {
    expect(possible(aFollowUp({ state }), as(capacity))).toBe(actions);
  });

  it('offers nobody else anything in any state', () => {
    const known: readonly Capacity[] = ['ADDRESSEE', 'SECRETARIAT', 'CHAIR', 'SYSTEM'];
    const others = (Object.keys(capacityNames) as Capacity[]).filter((capacity) => !known.includes(capacity));
    const states = Object.keys(followUpStateNames) as FollowUpState[];
    const offered = states.flatMap((state) => others.map((other) => possible(aFollowUp({ state }), as(other))));
    expect(offered.join('')).toBe('');
  });

  it('lets each Land, and not the Bund, say how far it has got', () => {
    expect(possible(implementation, as('PARTY_COORDINATOR', { ownParties: ['HE'] }))).toBe('recordImplementation');
    expect(possible(implementation, as('PARTY_COORDINATOR', { ownParties: ['BUND'] }))).toBe('');
  });
});

describe('A follow-up is made', () => {
  const create = (given: Partial<FollowUp>, context: Partial<FollowUpContext> = {}): unknown =>
    codesOf(
      aFollowUp({ state: 'NEW', revision: 0, ...given }),
      'createFollowUp',
      as('SECRETARIAT', { input: {}, ...context }),
    );

  it('from a clause of a resolution', () => {
    expect(create({})).toBe('OPEN');
    expect(create({ clauseId: 'elsewhere' })).toEqual(['CLAUSE_UNKNOWN']);
    expect(create({}, { origin: null })).toEqual(['RESOLUTION_UNKNOWN']);
  });

  it('with something to do, which is not endless', () => {
    expect(create({ task: '  ' })).toEqual(['FIELD_REQUIRED']);
    expect(create({ task: 'x'.repeat(2001) })).toEqual(['FIELD_TOO_LONG']);
  });

  it('as a request to the Bund, and never as a mandate', () => {
    const addressee = { kind: 'PARTY', code: 'BUND' } as const;
    expect(create({ addressee, kind: 'REQUEST' })).toBe('OPEN');
    expect(create({ addressee, kind: 'MANDATE' })).toEqual(['BUND_IS_ONLY_ASKED']);
    expect(create({ addressee: { kind: 'PARTY', code: 'HE' }, kind: 'MANDATE' })).toBe('OPEN');
  });

  it('for all Länder exactly when it is to be implemented by them', () => {
    expect(create({ kind: 'IMPLEMENTATION' })).toEqual(['ADDRESSEE_DOES_NOT_SUIT']);
    expect(create({ addressee: { kind: 'ALL_LAENDER', code: null } })).toEqual(['ADDRESSEE_DOES_NOT_SUIT']);
    expect(create({ kind: 'IMPLEMENTATION', addressee: { kind: 'ALL_LAENDER', code: null } })).toBe('OPEN');
    expect(create({}, { addresseeExists: false })).toEqual(['ADDRESSEE_UNKNOWN']);
    expect(create({}, { addresseeSeesOrigin: false })).toEqual(['ADDRESSEE_MAY_NOT_SEE']);
  });

  it.each([
    [{ kind: 'DAY', day: '2026-12-10' }, 'OPEN'],
    [{ kind: 'DAY', day: '2026-12-09' }, ['DUE_IN_THE_PAST']],
    [{ kind: 'CONFERENCE', season: 'SPRING', year: 2026 }, ['DUE_IN_THE_PAST']],
    [{ kind: 'CONFERENCE', season: 'AUTUMN', year: 2026 }, 'OPEN'],
    [{ kind: 'CONDITION', condition: ' ', reviewOn: '2027-06-01' }, ['FIELD_REQUIRED']],
    [{ kind: 'CONDITION', condition: 'Das Gesetz tritt in Kraft', reviewOn: '2027-06-01' }, 'OPEN'],
  ] as const)('for a day that is not over: %j is %j', (due, answer) => {
    expect(create({ due })).toEqual(answer);
  });

  it('once more only towards whoever has not delivered yet', () => {
    const repeated = aFollowUp({ id: 'earlier', state: 'EXTENDED' });
    expect(create({ repeatsId: 'earlier' }, { repeated })).toBe('OPEN');
    expect(create({ repeatsId: 'earlier' })).toEqual(['REPEATED_UNKNOWN']);
    expect(create({ repeatsId: 'earlier' }, { repeated: { ...repeated, state: 'DONE' } })).toEqual([
      'REPEATED_IS_FULFILLED',
    ]);
    const other = { ...repeated, addressee: { kind: 'BODY', code: 'AK2' } } as const;
    expect(create({ repeatsId: 'earlier' }, { repeated: other })).toEqual(['REPEATED_OF_ANOTHER']);
  });
});

describe('A follow-up goes on', () => {
  it('with a report, which is not empty', () => {
    expect(codesOf(aFollowUp(), 'submitFollowUpReport', as('ADDRESSEE', { input: { report: ' ' } }))).toEqual([
      'FIELD_REQUIRED',
    ]);
    expect(codesOf(aFollowUp(), 'submitFollowUpReport', as('ADDRESSEE', { input: { report: 'Der Bericht.' } }))).toBe(
      'REPORTED',
    );
  });

  it('not before the condition has come to pass', () => {
    const due = { kind: 'CONDITION', condition: 'Das Gesetz tritt in Kraft', reviewOn: '2027-06-01' } as const;
    expect(codesOf(aFollowUp({ due }), 'startFollowUp', as('ADDRESSEE'))).toEqual(['CONDITION_PENDING']);
    const come = { due: { kind: 'DAY', day: '2027-12-31' }, reason: 'Das Gesetz gilt seit Mai.' } as const;
    const reviewed = decide(aFollowUp({ due }), 'reviewFollowUpCondition', as('SECRETARIAT', { input: come }));
    expect(reviewed).toMatchObject({ ok: true, followUp: { state: 'OPEN', due: come.due } });
    expect(codesOf(aFollowUp(), 'reviewFollowUpCondition', as('SECRETARIAT', { input: come }))).toContain(
      'NO_CONDITION',
    );
  });

  it('with more time only by a later resolution, and comes back again then', () => {
    const due = { kind: 'CONFERENCE', season: 'SPRING', year: 2028 } as const;
    const extension = { resolutionId: 'resolution-2', adoptedOn: '2027-06-10' };
    const returned = aFollowUp({ returnedTopicId: 'topic-9' });
    const extended = decide(returned, 'extendFollowUp', as('SECRETARIAT', { extension, input: { due } }));
    expect(extended).toMatchObject({
      ok: true,
      followUp: { state: 'EXTENDED', due, extendedById: 'resolution-2', returnedTopicId: null },
      events: [{ type: 'followUp.extended', data: { due, extendedById: 'resolution-2' } }],
    });
    const without = (given: Partial<FollowUpContext>) =>
      codesOf(aFollowUp(), 'extendFollowUp', as('SECRETARIAT', { input: { due }, ...given }));
    expect(without({})).toEqual(['LATER_RESOLUTION_REQUIRED']);
    expect(without({ extension: { resolutionId: 'resolution-1', adoptedOn: '2027-06-10' } })).toEqual([
      'LATER_RESOLUTION_REQUIRED',
    ]);
    expect(without({ extension: { resolutionId: 'resolution-0', adoptedOn: '2025-06-10' } })).toEqual([
      'LATER_RESOLUTION_REQUIRED',
    ]);
    expect(without({ extension, input: { due: aFollowUp().due } })).toEqual(['NOT_LATER']);
  });

  it('to its end when every Land has finished, and names those that have not', () => {
    const all = landCodes.map((party) => ({ party, status: 'IMPLEMENTED', note: null }) as const);
    expect(codesOf(implementation, 'completeFollowUp', as('CHAIR', { implementations: all }))).toBe('DONE');
    const [first, ...others] = all;
    const one = { ...first, party: 'BW', status: 'IN_PROGRESS', note: null } as const;
    const verdict = decide(implementation, 'completeFollowUp', as('CHAIR', { implementations: [one, ...others] }));
    expect(verdict).toMatchObject({
      ok: false,
      refusals: [{ code: 'IMPLEMENTATION_MISSING', details: { parties: ['BW'] } }],
    });
  });

  it('in the own name of a Land alone', () => {
    const said = (party: 'HE' | 'BY' | 'BUND') =>
      ({ input: { implementation: { party, status: 'IMPLEMENTED' } } }) as const;
    const record = (party: 'HE' | 'BY' | 'BUND', own: FollowUpContext['ownParties']) =>
      codesOf(implementation, 'recordImplementation', as('PARTY_COORDINATOR', { ...said(party), ownParties: own }));
    expect(record('HE', ['HE'])).toBe('OPEN');
    expect(record('BY', ['HE'])).toEqual(['NOT_ENTITLED']);
    expect(record('BUND', ['BUND'])).toEqual(['NOT_ENTITLED']);
  });

  it('as a topic once, when its conference is planned', () => {
    const back = (given: Partial<FollowUp>, conferenceStartsOn: string | null) =>
      codesOf(
        aFollowUp(given),
        'returnFollowUpAsTopic',
        as('SYSTEM', { conferenceStartsOn, input: { topicId: 'topic-9' } }),
      );
    expect(back({}, '2027-12-01')).toBe('OPEN');
    expect(back({}, null)).toEqual(['CONFERENCE_NOT_PLANNED']);
    expect(back({ due: { kind: 'DAY', day: '2027-12-01' } }, null)).toEqual(['CONFERENCE_NOT_PLANNED']);
    expect(back({ returnedTopicId: 'topic-8' }, '2027-12-01')).toEqual(['ALREADY_RETURNED']);
  });
});
