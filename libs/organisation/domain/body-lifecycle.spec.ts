import { describe, expect, it } from '@jest/globals';
import { bodyStateNames, type Capacity, capacityNames } from '#glossary';
import { availableActions, faultsOf } from '#platform/lifecycle';
import { decideOnBody, entryOfBody } from './body-decision.js';
import { bodyLifecycle } from './body-lifecycle.js';
import type { BodyContext, BodyInput } from './body-context.js';
import { nameOn, type BodyRecord, type Membership } from './body-record.js';

const rights = { mayRegister: true, mayVote: true, mayDeclare: true, mayObjectToRelease: true };
const hessen: Membership = {
  id: 'm-he',
  party: 'HE',
  kind: 'MEMBER',
  ...rights,
  validFrom: '2020-01-01',
  validTo: null,
};
const bund: Membership = { ...hessen, id: 'm-bund', party: 'BUND', kind: 'PERMANENT_GUEST', mayVote: false };

function aBody(given: Partial<BodyRecord> = {}): BodyRecord {
  return {
    id: 'body',
    code: 'UA FEK',
    kind: 'SUB_COMMITTEE',
    parent: 'AK2',
    committee: 'AK2',
    names: [{ id: 'n1', name: 'Führung, Einsatz und Kriminalitätsbekämpfung', validFrom: '2020-01-01', validTo: null }],
    memberships: [hessen, bund],
    validFrom: '2020-01-01',
    validTo: null,
    revision: 3,
    ...given,
  };
}

const input: BodyInput = {
  code: 'UA FEK',
  parent: 'AK2',
  name: 'Neu',
  on: '2026-12-01',
  reason: 'Beschluss',
  membership: null,
};

function context(
  given: Partial<BodyInput> | null = {},
  capacities: readonly Capacity[] = ['SECRETARIAT'],
): BodyContext {
  return {
    now: new Date('2026-11-10T09:00:00Z'),
    today: '2026-11-10',
    capacities: new Set(capacities),
    input: given === null ? null : { ...input, ...given },
    known: {
      isCodeTaken: false,
      parent: aBody({ code: 'AK2', kind: 'WORKING_COMMITTEE', committee: null }),
      hasSubBodies: false,
    },
  };
}

let count = 0;
const newId = (): string => `new-${(count += 1)}`;

function decided(body: BodyRecord | null, action: Parameters<typeof decideOnBody>[1], given: BodyContext): BodyRecord {
  const decision = decideOnBody(body, action, given, newId);
  if (!decision.ok) throw new Error(decision.refusals.map(({ message }) => message).join());
  return decision.body;
}

function codesOf(body: BodyRecord | null, action: Parameters<typeof decideOnBody>[1], given: BodyContext): string[] {
  const decision = decideOnBody(body, action, given, newId);
  return decision.ok ? [] : decision.refusals.map(({ code }) => code);
}

describe('the lifecycle of a body', () => {
  it('has no fault', () => expect(faultsOf(bodyLifecycle)).toEqual([]));

  it('opens by state and capacity what the golden matrix says', () => {
    const matrix = (Object.keys(bodyStateNames) as (keyof typeof bodyStateNames)[]).flatMap((state) =>
      (Object.keys(capacityNames) as Capacity[]).flatMap((capacity) => {
        const entry = entryOfBody(aBody({ validTo: state === 'DISSOLVED' ? '2026-01-01' : null }));
        const open = availableActions(bodyLifecycle, entry, context(null, [capacity])).filter(
          ({ available }) => available,
        );
        return open.length === 0 ? [] : [`${state} × ${capacity}: ${open.map(({ action }) => action).join(', ')}`];
      }),
    );
    expect(matrix).toEqual([
      'ACTIVE × COMMITTEE_CHAIR: renameBody, changeMembership, dissolveBody',
      'ACTIVE × SECRETARIAT: renameBody, changeMembership, dissolveBody',
    ]);
  });

  it('begins with the members of the body above', () => {
    const given = context({ code: 'AG Warnung' });
    const parent = aBody({ code: 'AK5', committee: null });
    const body = decided(null, 'setUpBody', { ...given, known: { ...given.known, parent } });
    expect(body).toMatchObject({
      code: 'AG Warnung',
      kind: 'WORKING_GROUP',
      parent: 'AK5',
      committee: 'AK5',
      revision: 1,
    });
    expect(body.memberships.map(({ party, mayVote, validFrom }) => [party, mayVote, validFrom])).toEqual([
      ['HE', true, '2026-12-01'],
      ['BUND', false, '2026-12-01'],
    ]);
  });

  it('keeps the old name for the days on which it was borne', () => {
    const body = decided(aBody(), 'renameBody', context({ name: 'Einsatz und Kriminalität' }));
    expect([nameOn(body, '2026-11-30'), nameOn(body, '2026-12-01')]).toEqual([
      'Führung, Einsatz und Kriminalitätsbekämpfung',
      'Einsatz und Kriminalität',
    ]);
    expect([nameOn(body, '1990-01-01'), nameOn(body, '2040-01-01')]).toEqual([
      'Führung, Einsatz und Kriminalitätsbekämpfung',
      'Einsatz und Kriminalität',
    ]);
  });

  it('changes a membership from a day on and leaves what was', () => {
    const membership = { party: 'HE', rights: { ...rights, kind: 'GUEST', mayVote: false } } as const;
    const body = decided(aBody(), 'changeMembership', context({ membership }));
    expect(body.memberships.filter(({ party }) => party === 'HE')).toMatchObject([
      { id: 'm-he', kind: 'MEMBER', mayVote: true, validFrom: '2020-01-01', validTo: '2026-11-30' },
      { kind: 'GUEST', mayVote: false, validFrom: '2026-12-01', validTo: null },
    ]);
  });

  it('ends a membership on its last day', () => {
    const body = decided(aBody(), 'changeMembership', context({ membership: { party: 'BUND', rights: null } }));
    expect(body.memberships.find(({ party }) => party === 'BUND')?.validTo).toBe('2026-12-01');
  });

  it('ends names and memberships with the body', () => {
    const body = decided(aBody(), 'dissolveBody', context());
    expect([
      body.validTo,
      ...body.names.map(({ validTo }) => validTo),
      ...body.memberships.map(({ validTo }) => validTo),
    ]).toEqual(Array.from({ length: 4 }, () => '2026-12-01'));
  });
});

describe('a body is refused', () => {
  it.each<[string, Partial<BodyInput>, string[]]>([
    ['a short name of another form', { code: 'FEK' }, ['SHORT_NAME_IMPLAUSIBLE']],
    ['a name of nothing', { name: '' }, ['NAME_IMPLAUSIBLE']],
    ['a day that does not exist', { on: '2026-02-30' }, ['DAY_IMPLAUSIBLE']],
  ])('when set up with %s', (_what, given, codes) => expect(codesOf(null, 'setUpBody', context(given))).toEqual(codes));

  it('a short name that is taken, a place under nothing, and a sub-committee of the conference itself', () => {
    const given = context();
    const knowing = (known: Partial<BodyContext['known']>): BodyContext => ({
      ...given,
      known: { ...given.known, ...known },
    });
    const conference = aBody({ code: 'MAIN_CONFERENCE', kind: 'MAIN_CONFERENCE', committee: null });
    expect(codesOf(null, 'setUpBody', knowing({ isCodeTaken: true }))).toEqual(['SHORT_NAME_TAKEN']);
    expect(codesOf(null, 'setUpBody', knowing({ parent: null }))).toEqual(['UNKNOWN_BODY']);
    expect(codesOf(null, 'setUpBody', knowing({ parent: aBody({ validTo: '2026-01-01' }) }))).toEqual([
      'PARENT_DISSOLVED',
    ]);
    expect(codesOf(null, 'setUpBody', knowing({ parent: conference }))).toEqual(['COMMITTEE_WANTED']);
  });

  it('a change of the past, a second plan, and a name it has', () => {
    const renamed = decided(aBody(), 'renameBody', context({ name: 'Später', on: '2027-06-01' }));
    expect(codesOf(aBody(), 'renameBody', context({ on: '2026-11-09' }))).toEqual(['IN_THE_PAST']);
    expect(codesOf(renamed, 'renameBody', context())).toEqual(['LATER_CHANGE_PLANNED']);
    expect(codesOf(renamed, 'renameBody', context({ name: 'Später', on: '2027-07-01' }))).toEqual(['SAME_NAME']);
  });

  it('a vote for the Bund, an end of what is not, and a change without reason', () => {
    const voting = { party: 'BUND', rights: { ...rights, kind: 'MEMBER' } } as const;
    expect(codesOf(aBody(), 'changeMembership', context({ membership: voting }))).toEqual(['BUND_HAS_NO_VOTE']);
    const none = { party: 'BY', rights: null } as const;
    expect(codesOf(aBody(), 'changeMembership', context({ membership: none, reason: '' }))).toEqual([
      'NO_MEMBER',
      'REASON_MISSING',
    ]);
    const endless = { membership: { party: 'HE', rights: null }, reason: 'y'.repeat(2001) } as const;
    expect(codesOf(aBody(), 'changeMembership', context(endless))).toEqual(['REASON_TOO_LONG']);
  });

  it('a change before its first day, and an end before what is planned in it', () => {
    const later = aBody({
      validFrom: '2027-01-01',
      names: [{ id: 'n1', name: 'Erster Name', validFrom: '2027-01-01', validTo: null }],
      memberships: [{ ...hessen, validFrom: '2027-01-01' }],
    });
    for (const action of ['renameBody', 'changeMembership', 'dissolveBody'] as const) {
      expect(codesOf(later, action, context())).toEqual(['NOT_BEGUN']);
    }
    const given = context();
    const underLater = { ...given, known: { ...given.known, parent: { ...later, code: 'AK2' as const } } };
    expect(codesOf(null, 'setUpBody', underLater)).toEqual(['NOT_BEGUN']);
    const planned = aBody({ memberships: [{ ...hessen, validFrom: '2027-01-01' }] });
    expect(codesOf(planned, 'dissolveBody', context())).toEqual(['LATER_CHANGE_PLANNED']);
  });

  it('its end while it stands for good or others stand under it', () => {
    const given = context();
    expect(codesOf(aBody({ code: 'AK2' }), 'dissolveBody', given)).toEqual(['STANDING_BODY']);
    const under = { ...given, known: { ...given.known, hasSubBodies: true } };
    expect(codesOf(aBody(), 'dissolveBody', under)).toEqual(['HAS_SUB_BODIES']);
  });
});
