import { describe, expect, it } from '@jest/globals';
import { capacityNames, needToKnowGroupStateNames, type Capacity, type NeedToKnowGroupState } from '#glossary';
import { availableActions, faultsOf } from '#platform/lifecycle';
import { decideGroup, needToKnowGroupLifecycle } from './need-to-know-lifecycle.js';
import type { NeedToKnowContext, NeedToKnowGroup } from './need-to-know.js';

const now = new Date('2026-10-01T08:00:00Z');
const aGroup = (given: Partial<NeedToKnowGroup> = {}): NeedToKnowGroup => ({
  id: '01990000-0000-7000-8000-00000000000a',
  state: 'ACTIVE',
  name: 'Lagezentrum',
  parties: ['HE', 'BY'],
  updatedAt: now,
  revision: 1,
  ...given,
});
const as = (capacity: Capacity, input: NeedToKnowContext['input']): NeedToKnowContext => ({
  now,
  capacities: new Set([capacity]),
  isNameTaken: false,
  input,
});

describe('the lifecycle of a group of those who need to know', () => {
  it('has no unreachable state, no dead row and a German name for each action', () => {
    expect(faultsOf(needToKnowGroupLifecycle)).toEqual([]);
  });

  it('offers each capacity in each state exactly the actions of the golden matrix', () => {
    const matrix = (Object.keys(needToKnowGroupStateNames) as NeedToKnowGroupState[]).flatMap((state) =>
      (Object.keys(capacityNames) as Capacity[]).flatMap((capacity) => {
        const offered = availableActions(needToKnowGroupLifecycle, aGroup({ state }), as(capacity, null))
          .filter(({ available }) => available)
          .map(({ action }) => action);
        return offered.length === 0 ? [] : [`${state} | ${capacity} | ${offered.join(', ')}`];
      }),
    );
    expect(matrix).toEqual(['ACTIVE | SECRETARIAT | changeNeedToKnowGroup, dissolveNeedToKnowGroup']);
  });

  it('changes what is given, keeps the rest, and tells the history what the group is now', () => {
    const decision = decideGroup(aGroup(), 'changeNeedToKnowGroup', as('SECRETARIAT', { parties: ['BE', 'BE'] }));
    expect(decision).toMatchObject({
      ok: true,
      group: { name: 'Lagezentrum', parties: ['BE'], revision: 2 },
      events: [{ type: 'needToKnowGroup.changed', data: { name: 'Lagezentrum', parties: ['BE'] } }],
    });
  });
});
