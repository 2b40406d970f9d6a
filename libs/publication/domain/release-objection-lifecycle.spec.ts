import { describe, expect, it } from '@jest/globals';
import { capacityNames, releaseObjectionStateNames, type Capacity, type ReleaseObjectionState } from '#glossary';
import { faultsOf } from '#platform/lifecycle';
import { decideObjection } from './release-objection-decision.js';
import { releaseObjectionLifecycle, type ReleaseObjectionAction } from './release-objection-lifecycle.js';
import type { ReleaseObjectionContext, ReleaseObjectionEntry } from './release-objection.js';

const end = new Date('2026-12-04T22:59:59Z');
const before = new Date(end.getTime() - 1);
const release = { state: 'PROPOSED', objectionsUntil: end, classification: 'INTERNAL' } as const;

const anObjection = (given: Partial<ReleaseObjectionEntry> = {}): ReleaseObjectionEntry => ({
  id: 'objection-1',
  releaseId: 'release-1',
  party: 'HE',
  state: 'NEW',
  reason: null,
  objectedBy: 'Kim Beispiel',
  objectedAt: before,
  withdrawnAt: null,
  revision: 0,
  ...given,
});

const as = (given: Partial<ReleaseObjectionContext> = {}): ReleaseObjectionContext => ({
  now: before,
  capacities: new Set<Capacity>(['PARTY_COORDINATOR']),
  release,
  ownParties: ['HE'],
  partyMayObject: true,
  standingOwnParties: [],
  isAsking: false,
  ...given,
});

const codesOf = (
  action: ReleaseObjectionAction,
  objection: ReleaseObjectionEntry,
  context: ReleaseObjectionContext,
): readonly string[] => {
  const decision = decideObjection(objection, action, context);
  return decision.ok ? [] : decision.refusals.map(({ code }) => code);
};

const objecting = (context: Partial<ReleaseObjectionContext>, given: Partial<ReleaseObjectionEntry> = {}) =>
  codesOf('objectToRelease', anObjection(given), as(context));

describe('The lifecycle of an objection', () => {
  it('has no state that cannot be reached, no dead row and a German name for every action', () => {
    expect(faultsOf(releaseObjectionLifecycle)).toEqual([]);
  });

  it('belongs to coordinators alone; the system carries what they said in writing', () => {
    const states = ['NEW', ...Object.keys(releaseObjectionStateNames)] as ('NEW' | ReleaseObjectionState)[];
    const blocked = { release: { ...release, state: 'BLOCKED' } as const };
    const matrix = states.flatMap((state) =>
      (Object.keys(capacityNames) as Capacity[]).flatMap((capacity) => {
        const context = as({ capacities: new Set([capacity]), ...blocked });
        const actions = (Object.keys(releaseObjectionLifecycle.rows) as ReleaseObjectionAction[]).filter(
          (action) => codesOf(action, anObjection({ state }), context).length === 0,
        );
        return actions.length === 0 ? [] : [`${state} | ${capacity} | ${actions.join(' ')}`];
      }),
    );
    expect(matrix).toEqual([
      'NEW | PARTY_COORDINATOR | objectToRelease',
      'NEW | SYSTEM | carryReleaseObjection',
      'STANDING | PARTY_COORDINATOR | withdrawReleaseObjection',
    ]);
  });

  it('needs no reason, and keeps one out of the history', () => {
    const decision = decideObjection(anObjection({ reason: 'Laufendes Verfahren' }), 'objectToRelease', as());
    expect(decision).toMatchObject({ ok: true, objection: { reason: 'Laufendes Verfahren' } });
    expect(decision.ok && decision.events).toEqual([
      {
        type: 'releaseObjection.raised',
        capacity: 'PARTY_COORDINATOR',
        reason: null,
        data: { releaseId: 'release-1', party: 'HE' },
      },
    ]);
  });

  it('is possible until one millisecond before the end, and refused at it', () => {
    expect(objecting({ now: before })).toEqual([]);
    expect(objecting({ now: end })).toEqual(['DEADLINE_PASSED']);
  });

  it('is raised in the own name alone, by a party with the right to object, once', () => {
    expect(objecting({}, { party: 'BY' })).toEqual(['NOT_ENTITLED']);
    expect(objecting({ partyMayObject: false })).toEqual(['PARTY_MAY_NOT_OBJECT']);
    expect(objecting({ standingOwnParties: ['HE'] })).toEqual(['ALREADY_OBJECTED']);
  });

  it('is as possible when another party has objected already, so that nobody finds out by trying', () => {
    expect(objecting({ release: { ...release, state: 'BLOCKED' } })).toEqual([]);
  });

  it('is refused once the release is decided, and needless for what is classified', () => {
    for (const state of ['RELEASED', 'PUBLISHED', 'WITHDRAWN'] as const) {
      expect(objecting({ release: { ...release, state } })).toEqual(['RELEASE_DECIDED']);
    }
    expect(objecting({ release: { ...release, classification: 'RESTRICTED' } })).toEqual(['CLASSIFIED']);
  });

  it('is withdrawn by the own party alone, also after the end of objections', () => {
    const standing = anObjection({ state: 'STANDING', revision: 1 });
    const blocked = { ...release, state: 'BLOCKED' } as const;
    const late = { release: blocked, now: end };
    expect(codesOf('withdrawReleaseObjection', standing, as(late))).toEqual([]);
    const another = as({ ...late, ownParties: ['BY'] });
    expect(codesOf('withdrawReleaseObjection', standing, another)).toEqual(['NOT_ENTITLED']);
  });
});
