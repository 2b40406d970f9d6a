import { describe, expect, it } from '@jest/globals';
import { capacityNames, type Capacity } from '#glossary';
import { faultsOf } from '#platform/lifecycle';
import { actionsOnHead, decideOnHead, officeHeadLifecycle, type OfficeHeadAction } from './office-head-lifecycle.js';
import { stateOfHead, type OfficeHead, type OfficeHeadContext, type OfficeHeadInput } from './office-head.js';

const head = (given: Partial<OfficeHead> = {}): OfficeHead => {
  const office = { party: 'HE', body: null } as const;
  return { id: 'first', personId: 'kim', ...office, validFrom: '2026-01-01', validTo: null, revision: 1, ...given };
};

function context(given: Partial<OfficeHeadContext> = {}, capacities: readonly Capacity[] = ['SECRETARIAT']) {
  return {
    now: new Date('2026-11-10T09:00:00Z'),
    today: '2026-11-10',
    capacities: new Set(capacities),
    input: null,
    isOfficeKnown: true,
    isPersonKnown: true,
    others: [],
    ...given,
  };
}

const fresh = head({ id: 'new', personId: '' });

function changedBy(
  action: OfficeHeadAction,
  input: Partial<OfficeHeadInput>,
  given: Partial<OfficeHeadContext> = {},
  about = fresh,
): readonly string[] {
  const entered = { personId: 'alex', on: '2026-12-01', reason: 'Wechsel', ...input };
  const decision = decideOnHead(about, action, { ...context(given), input: entered });
  return decision.ok
    ? decision.changed.map(
        (each) => `${each.event} ${each.head.personId} ${each.head.validFrom}…${each.head.validTo ?? ''}`,
      )
    : decision.refusals.map(({ code }) => code);
}

describe('The head of an office', () => {
  it('has a table without faults', () => {
    expect(faultsOf(officeHeadLifecycle)).toEqual([]);
  });

  it('is named and ended by the secretariat alone', () => {
    const capacities = Object.keys(capacityNames) as Capacity[];
    const open = (['NAMED', 'ENDED'] as const).flatMap((state) =>
      capacities.flatMap((capacity) =>
        actionsOnHead({ state, head: head() }, context({}, [capacity]))
          .filter(({ available }) => available)
          .map(({ action }) => `${state}: ${capacity} may ${action}`),
      ),
    );
    expect(open).toEqual(['NAMED: SECRETARIAT may endOfficeHead']);
    const named = capacities.filter((capacity) => {
      const input = { personId: 'alex', on: '2026-12-01', reason: '' };
      return decideOnHead(fresh, 'nameOfficeHead', { ...context({}, [capacity]), input }).ok;
    });
    expect(named).toEqual(['SECRETARIAT']);
  });

  it('is named, and whoever headed the office until then ends on the day before', () => {
    expect(changedBy('nameOfficeHead', {})).toEqual(['officeHead.named alex 2026-12-01…']);
    expect(changedBy('nameOfficeHead', {}, { others: [head()] })).toEqual([
      'officeHead.ended kim 2026-01-01…2026-11-30',
      'officeHead.named alex 2026-12-01…',
    ]);
    const ended = head({ validTo: '2026-06-30' });
    expect(changedBy('nameOfficeHead', {}, { others: [ended] })).toEqual(['officeHead.named alex 2026-12-01…']);
  });

  it('may be named again after a while without, and on the day after the last one', () => {
    const again = (validTo: string): readonly string[] =>
      changedBy('nameOfficeHead', { personId: 'kim' }, { others: [head({ validTo })] });
    expect(again('2026-06-30')).toEqual(['officeHead.named kim 2026-12-01…']);
    expect(again('2026-11-30')).toEqual(['officeHead.named kim 2026-12-01…']);
    expect(again('2026-12-01')).toEqual(['NOTHING_CHANGED']);
  });

  it('gives way on the last day of their own too', () => {
    expect(changedBy('nameOfficeHead', {}, { others: [head({ validTo: '2026-12-01' })] })).toEqual([
      'officeHead.ended kim 2026-01-01…2026-11-30',
      'officeHead.named alex 2026-12-01…',
    ]);
  });

  it('is named until the end of the last day', () => {
    const states = ['2026-11-09', '2026-11-10', '2026-11-11', null].map((validTo) =>
      stateOfHead(head({ validTo }), '2026-11-10'),
    );
    expect(states).toEqual(['ENDED', 'NAMED', 'NAMED', 'NAMED']);
  });

  it('ends on the first day at the earliest, and earlier than it does anyhow', () => {
    expect(changedBy('endOfficeHead', {}, {}, head({ validFrom: '2026-12-01' }))).toEqual([
      'officeHead.ended kim 2026-12-01…2026-12-01',
    ]);
    expect(changedBy('endOfficeHead', {}, {}, head({ validTo: '2026-12-01' }))).toEqual(['ENDS_TOO_LATE']);
    expect(changedBy('endOfficeHead', {}, {}, head({ validTo: '2026-12-02' }))).toEqual([
      'officeHead.ended kim 2026-01-01…2026-12-01',
    ]);
  });

  it('ends on a day', () => {
    expect(changedBy('endOfficeHead', { on: '2026-11-09' }, {}, head())).toEqual([
      'officeHead.ended kim 2026-01-01…2026-11-09',
    ]);
  });

  it.each<[string, OfficeHeadAction, Partial<OfficeHeadInput>, Partial<OfficeHeadContext>, string]>([
    ['an office nobody knows', 'nameOfficeHead', {}, { isOfficeKnown: false }, 'UNKNOWN_OFFICE'],
    ['a person nobody knows', 'nameOfficeHead', {}, { isPersonKnown: false }, 'UNKNOWN_PERSON'],
    ['no day', 'nameOfficeHead', { on: '2026-02-30' }, {}, 'DAY_IMPLAUSIBLE'],
    ['a day that is over', 'nameOfficeHead', { on: '2026-11-09' }, {}, 'IN_THE_PAST'],
    [
      'an office for which somebody is named for later',
      'nameOfficeHead',
      {},
      { others: [head({ validFrom: '2026-12-01' })] },
      'NAMED_ALREADY',
    ],
    ['the same person once more', 'nameOfficeHead', { personId: 'kim' }, { others: [head()] }, 'NOTHING_CHANGED'],
    ['an end before yesterday', 'endOfficeHead', { on: '2026-11-08' }, {}, 'IN_THE_PAST'],
    ['an end without reason', 'endOfficeHead', { reason: '' }, {}, 'REASON_MISSING'],
  ])('refuses %s', (_what, action, input, given, code) => {
    expect(changedBy(action, input, given, action === 'endOfficeHead' ? head() : fresh)).toContain(code);
  });

  it('refuses an end before the beginning, and one that comes later than it does anyhow', () => {
    expect(changedBy('endOfficeHead', {}, {}, head({ validFrom: '2027-01-01' }))).toEqual(['ENDS_BEFORE_BEGINNING']);
    expect(changedBy('endOfficeHead', {}, {}, head({ validTo: '2026-11-30' }))).toEqual(['ENDS_TOO_LATE']);
  });
});
