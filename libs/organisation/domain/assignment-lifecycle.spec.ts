import { describe, expect, it } from '@jest/globals';
import { capacityNames, roleNames, type Capacity, type Role } from '#glossary';
import { availableActions, faultsOf, permit } from '#platform/lifecycle';
import { actorAs } from '#testing';
import { assignmentLifecycle } from './assignment-lifecycle.js';
import type { AssignmentContext, AssignmentInput } from './assignment-context.js';
import { capacitiesOnAssignment, type AssignmentPlace, type AssignmentRecord } from './assignment-record.js';

function anAssignment(given: Partial<AssignmentRecord> = {}): AssignmentRecord {
  const own = { id: 'a', personId: 'p', role: 'PARTY_EXPERT', party: 'HE', body: null } as const;
  return { ...own, validFrom: '2020-01-01', validTo: null, deputyOf: null, revision: 1, ...given };
}

function placed(role: Role, given: Partial<AssignmentPlace> = {}): AssignmentPlace {
  return { role, party: null, body: null, committee: null, ...given };
}

function context(place: AssignmentPlace, given: Partial<AssignmentContext> = {}): AssignmentContext {
  const facts = {
    isPersonKnown: true,
    isHeldAlready: false,
    isLastCoordinator: false,
    isBodyDissolved: false,
    bodyEndsOn: null,
  };
  return {
    now: new Date('2026-11-10T09:00:00Z'),
    today: '2026-11-10',
    actorId: 'actor',
    capacities: new Set<Capacity>(['SECRETARIAT']),
    input: null,
    facts: { ...facts, problemsOfPlace: [], place },
    ...given,
  };
}

const givers = ['SECRETARIAT', 'PARTY_COORDINATOR', 'COMMITTEE_CHAIR'] as const;
const everybody = Object.keys(capacityNames) as Capacity[];
const roles = Object.keys(roleNames) as Role[];

/** "PARTY_EXPERT: SECRETARIAT, PARTY_COORDINATOR": who may do this to an assignment of the role. */
function matrixOf(
  action: 'grantAssignment' | 'appointDeputy' | 'endAssignment',
  deputyOf: string | null = null,
): string[] {
  return roles.map((role) => {
    const assignment = anAssignment({ role, deputyOf });
    const state = action === 'grantAssignment' ? 'NEW' : 'ACTIVE';
    const who = everybody.filter(
      (capacity) =>
        permit(assignmentLifecycle, { state, assignment }, action, {
          ...context(placed(role)),
          capacities: new Set([capacity]),
        }).ok,
    );
    return `${role}: ${who.join(', ')}`;
  });
}

describe('the lifecycle of an assignment', () => {
  it('has no fault', () => expect(faultsOf(assignmentLifecycle)).toEqual([]));

  it('lets nobody act on one that has ended', () => {
    for (const capacity of givers) {
      const given = { ...context(placed('READER')), capacities: new Set<Capacity>([capacity]) };
      const actions = availableActions(assignmentLifecycle, { state: 'ENDED', assignment: anAssignment() }, given);
      expect(actions.filter(({ available }) => available)).toEqual([]);
    }
  });

  it('says by role who grants', () => expect(matrixOf('grantAssignment')).toMatchSnapshot());
  it('says by role who appoints deputies', () => expect(matrixOf('appointDeputy')).toMatchSnapshot());
  it('says by role who ends', () => expect(matrixOf('endAssignment')).toMatchSnapshot());
  it('says by role who ends the work of a deputy', () => expect(matrixOf('endAssignment', 'other')).toMatchSnapshot());
});

describe('who acts on an assignment', () => {
  const of = (actor: Parameters<typeof capacitiesOnAssignment>[0], place: AssignmentPlace): string[] =>
    [...capacitiesOnAssignment(actor, place)].filter((capacity) => givers.some((giver) => giver === capacity));

  it('is the coordination of the own party alone', () => {
    const hessen = actorAs({ role: 'PARTY_COORDINATOR', party: 'HE' });
    expect(of(hessen, placed('READER', { party: 'HE' }))).toEqual(['PARTY_COORDINATOR']);
    expect(of(hessen, placed('READER', { party: 'BY' }))).toEqual([]);
    expect(of(hessen, placed('GUEST', { body: 'AK2' }))).toEqual([]);
  });

  it('is the chair of the own committee, and of what stands under it', () => {
    const chair = actorAs({ role: 'COMMITTEE_CHAIR', body: 'AK2' });
    expect(of(chair, placed('GUEST', { body: 'AK2' }))).toEqual(['COMMITTEE_CHAIR']);
    expect(of(chair, placed('GUEST', { body: 'UA FEK', committee: 'AK2' }))).toEqual(['COMMITTEE_CHAIR']);
    expect(of(chair, placed('GUEST', { body: 'AK5' }))).toEqual([]);
    expect(of(chair, placed('READER', { party: 'HE' }))).toEqual([]);
  });

  it('is never the technical administration', () => {
    expect(of(actorAs({ role: 'ADMIN' }), placed('READER', { party: 'HE' }))).toEqual([]);
  });
});

describe('an act on an assignment is refused', () => {
  const input: AssignmentInput = { personId: 'other', on: '2026-11-10', until: null, reason: 'Wechsel im Referat.' };
  type Action = 'grantAssignment' | 'appointDeputy' | 'handOverAssignment' | 'endAssignment';

  function codesOf(action: Action, given: Partial<AssignmentInput>, assignment = anAssignment(), facts = {}): string[] {
    const asked = context(placed(assignment.role), { input: { ...input, ...given } });
    const entry = { state: action === 'grantAssignment' ? 'NEW' : 'ACTIVE', assignment } as const;
    const verdict = permit(assignmentLifecycle, entry, action, { ...asked, facts: { ...asked.facts, ...facts } });
    return verdict.ok ? [] : verdict.refusals.map(({ code }) => code);
  }

  it.each<[string, Action, Partial<AssignmentInput>, string[]]>([
    ['for oneself', 'grantAssignment', { personId: 'actor' }, ['NOT_FOR_ONESELF']],
    ['by which one would stand in oneself', 'appointDeputy', { personId: 'actor' }, ['NOT_FOR_ONESELF']],
    ['by which one would succeed oneself', 'handOverAssignment', { personId: 'actor' }, ['NOT_FOR_ONESELF']],
    ['in the past', 'grantAssignment', { on: '2026-11-09' }, ['IN_THE_PAST']],
    ['on no day', 'grantAssignment', { on: '2026-02-30' }, ['DAY_IMPLAUSIBLE', 'IN_THE_PAST']],
    ['until before it begins', 'grantAssignment', { until: '2026-11-09' }, ['ENDS_BEFORE_IT_BEGINS']],
    ['without reason', 'endAssignment', { reason: '' }, ['REASON_MISSING']],
    ['that reaches back further than yesterday', 'endAssignment', { on: '2026-11-08' }, ['IN_THE_PAST']],
  ])('%s', (_what, action, given, codes) => expect(codesOf(action, given)).toEqual(codes));

  it('of a deputy who outlasts or is a deputy too', () => {
    const ending = anAssignment({ validTo: '2026-12-31' });
    expect(codesOf('appointDeputy', {}, ending)).toEqual(['ENDS_TOO_LATE']);
    expect(codesOf('appointDeputy', { until: '2026-12-31' }, ending)).toEqual([]);
    expect(codesOf('appointDeputy', {}, anAssignment({ deputyOf: 'b' }))).toEqual(['IS_DEPUTY']);
  });

  it('when the person is unknown, holds it already, or the body is gone', () => {
    const role = { isPersonKnown: false, isHeldAlready: true, isBodyDissolved: true };
    expect(codesOf('grantAssignment', {}, anAssignment(), role)).toEqual([
      'UNKNOWN_BODY',
      'UNKNOWN_PERSON',
      'ASSIGNED_ALREADY',
    ]);
  });

  it('that outlasts the body, or comes after what is handed over has ended', () => {
    const facts = { bodyEndsOn: '2026-12-31' };
    expect(codesOf('grantAssignment', {}, anAssignment(), facts)).toEqual(['ENDS_AFTER_BODY']);
    expect(codesOf('grantAssignment', { until: '2027-01-01' }, anAssignment(), facts)).toEqual(['ENDS_AFTER_BODY']);
    expect(codesOf('grantAssignment', { until: '2026-12-31' }, anAssignment(), facts)).toEqual([]);
    const ending = anAssignment({ validTo: '2026-12-31' });
    expect(codesOf('handOverAssignment', { on: '2027-01-01' }, ending)).toEqual(['ENDS_EARLIER']);
    expect(codesOf('handOverAssignment', { on: '2026-12-31' }, ending)).toEqual([]);
  });

  it('by which a party would be left without coordination', () => {
    const coordination = anAssignment({ role: 'PARTY_COORDINATOR' });
    expect(codesOf('endAssignment', {}, coordination, { isLastCoordinator: true })).toEqual(['LAST_COORDINATOR']);
    expect(codesOf('handOverAssignment', {}, coordination, { isLastCoordinator: true })).toEqual([]);
  });

  it('not when it ends at once, with yesterday as its last day', () => {
    expect(codesOf('endAssignment', { on: '2026-11-09' })).toEqual([]);
  });
});
