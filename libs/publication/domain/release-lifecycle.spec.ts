import { describe, expect, it } from '@jest/globals';
import { capacityNames, releaseStateNames, type Capacity, type ReleaseState } from '#glossary';
import { availableActions, faultsOf } from '#platform/lifecycle';
import { decide } from './release-decision.js';
import { releaseLifecycle, type ReleaseAction } from './release-lifecycle.js';
import { staysBackBecause } from './stays-back.js';
import type { Release, ReleaseContext } from './release.js';

const end = new Date('2026-12-04T22:59:59Z');
const before = new Date(end.getTime() - 1);

const aRelease = (given: Partial<Release> = {}): Release => ({
  id: 'release-1',
  objectKind: 'RESOLUTION',
  objectId: 'resolution-1',
  topicId: 'topic-1',
  conferenceId: 'conference-1',
  title: 'Bundesweiter Warntag',
  classification: 'INTERNAL',
  releaseWish: true,
  state: 'PROPOSED',
  objectionsUntil: end,
  proposedAt: before,
  releasedAt: null,
  publishedAt: null,
  withdrawnAt: null,
  revision: 3,
  ...given,
});

const as = (capacity: Capacity, given: Partial<ReleaseContext> = {}): ReleaseContext => ({
  now: end,
  capacities: new Set([capacity]),
  hasStandingObjection: false,
  input: {},
  ...given,
});

const codesOf = (release: Release, action: ReleaseAction, context: ReleaseContext): readonly string[] => {
  const decision = decide(release, action, context);
  return decision.ok ? [] : decision.refusals.map(({ code }) => code);
};

const matrixOf = (given: Partial<Release>, context: Partial<ReleaseContext>): readonly string[] =>
  (Object.keys(releaseStateNames) as ReleaseState[]).flatMap((state) =>
    (Object.keys(capacityNames) as Capacity[]).flatMap((capacity) => {
      const actions = availableActions(releaseLifecycle, aRelease({ ...given, state }), as(capacity, context))
        .filter(({ available }) => available)
        .map(({ action }) => action);
      return actions.length === 0 ? [] : [`${state} | ${capacity} | ${actions.join(' ')}`];
    }),
  );

describe('The lifecycle of a release', () => {
  it('has no state that cannot be reached, no dead row and a German name for every action', () => {
    expect(faultsOf(releaseLifecycle)).toEqual([]);
  });

  it('offers, when the time for objections is over, exactly this', () => {
    expect(matrixOf({}, { input: null })).toEqual([
      'PROPOSED | SECRETARIAT | grantRelease',
      'PROPOSED | SYSTEM | grantRelease',
      'BLOCKED | SYSTEM | unblockRelease',
      'PUBLISHED | SECRETARIAT | withdrawPublication',
      'PUBLISHED | CHAIR | withdrawPublication',
      'WITHDRAWN | SECRETARIAT | reinstateRelease',
    ]);
  });

  it('offers, while somebody objects, exactly this', () => {
    expect(matrixOf({}, { input: null, now: before, hasStandingObjection: true })).toEqual([
      'PROPOSED | SYSTEM | blockRelease',
      'PUBLISHED | SECRETARIAT | withdrawPublication',
      'PUBLISHED | CHAIR | withdrawPublication',
      'WITHDRAWN | SECRETARIAT | reinstateRelease',
    ]);
  });

  it('lets only the registrant change that a release was not wished', () => {
    expect(matrixOf({ releaseWish: false }, { input: null })).toEqual([
      'PROPOSED | REGISTRANT_COORDINATOR | agreeToRelease',
      'PROPOSED | REGISTRANT_COMMITTEE_CHAIR | agreeToRelease',
      'BLOCKED | REGISTRANT_COORDINATOR | agreeToRelease',
      'BLOCKED | REGISTRANT_COMMITTEE_CHAIR | agreeToRelease',
      'BLOCKED | SYSTEM | unblockRelease',
      'PUBLISHED | SECRETARIAT | withdrawPublication',
      'PUBLISHED | CHAIR | withdrawPublication',
      'WITHDRAWN | SECRETARIAT | reinstateRelease',
    ]);
  });
});

describe('Releasing', () => {
  it('is possible at the very instant at which nobody can object any more, and not before', () => {
    expect(codesOf(aRelease(), 'grantRelease', as('SYSTEM', { now: before }))).toEqual(['OBJECTIONS_STILL_POSSIBLE']);
    expect(decide(aRelease(), 'grantRelease', as('SYSTEM'))).toMatchObject({
      ok: true,
      release: { state: 'RELEASED', releasedAt: end, revision: 4 },
    });
  });

  it('needs the wish of the originator; what is classified is never released, whatever anybody wishes', () => {
    expect(codesOf(aRelease({ releaseWish: false }), 'grantRelease', as('SECRETARIAT'))).toEqual([
      'RELEASE_NOT_WISHED',
    ]);
    for (const classification of ['RESTRICTED', 'VS_NFD'] as const) {
      const classified = aRelease({ classification });
      expect(codesOf(classified, 'grantRelease', as('SYSTEM'))).toEqual(['CLASSIFIED']);
      const refused = codesOf({ ...classified, releaseWish: false }, 'agreeToRelease', as('REGISTRANT_COORDINATOR'));
      expect(refused).toEqual(['CLASSIFIED']);
    }
  });
});

describe('Publishing', () => {
  const released = aRelease({ state: 'RELEASED', releasedAt: end });

  it('needs four eyes', () => {
    expect(codesOf(released, 'publishRelease', as('CHAIR'))).toEqual(['NEEDS_APPROVED_PUBLICATION']);
    const alone = { approval: { preparedBy: 'person-1', approvedBy: 'person-1' } };
    expect(codesOf(released, 'publishRelease', as('CHAIR', { input: alone }))).toEqual(['NEEDS_APPROVED_PUBLICATION']);
    const together = { approval: { preparedBy: 'person-1', approvedBy: 'person-2' } };
    expect(decide(released, 'publishRelease', as('CHAIR', { input: together }))).toMatchObject({
      ok: true,
      release: { state: 'PUBLISHED', publishedAt: end },
    });
  });

  it('is taken back with a reason, and gets a new date when it happens again', () => {
    const published = aRelease({ state: 'PUBLISHED', publishedAt: before });
    expect(codesOf(published, 'withdrawPublication', as('CHAIR'))).toEqual(['REASON_REQUIRED']);
    const input = { reason: 'Die Anlage war nicht gemeint.', approval: { preparedBy: 'a', approvedBy: 'b' } };
    const withdrawn = decide(published, 'withdrawPublication', as('CHAIR', { input }));
    if (!withdrawn.ok) throw new Error('Not withdrawn');
    expect(withdrawn.events[0].reason).toBe('Die Anlage war nicht gemeint.');
    const again = decide(withdrawn.release, 'reinstateRelease', as('SECRETARIAT', { input }));
    if (!again.ok) throw new Error('Not reinstated');
    expect(decide(again.release, 'publishRelease', as('CHAIR', { input }))).toMatchObject({
      release: { state: 'PUBLISHED', publishedAt: end, withdrawnAt: null },
    });
  });
});

describe('Why an object stays back', () => {
  it.each<[Partial<Release>, Date, ReturnType<typeof staysBackBecause>]>([
    [{}, before, 'OBJECTIONS_STILL_POSSIBLE'],
    [{}, end, 'RELEASE_NOT_GRANTED_YET'],
    [{ state: 'BLOCKED' }, end, 'BLOCKED'],
    [{ releaseWish: false }, end, 'RELEASE_NOT_WISHED'],
    [{ classification: 'RESTRICTED' }, end, 'CLASSIFIED'],
    [{ state: 'BLOCKED', classification: 'VS_NFD' }, end, 'CLASSIFIED'],
    [{ state: 'WITHDRAWN' }, end, 'WITHDRAWN'],
    [{ state: 'RELEASED' }, end, null],
    [{ state: 'PUBLISHED' }, end, null],
  ])('%j at %p is %s', (given, now, reason) => {
    expect(staysBackBecause(aRelease(given), now)).toBe(reason);
  });
});
