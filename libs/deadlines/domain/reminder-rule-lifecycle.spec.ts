import { describe, expect, it } from '@jest/globals';
import { capacityNames, type Capacity } from '#glossary';
import { faultsOf } from '#platform/lifecycle';
import {
  actionsOnRule,
  decideOnRule,
  reminderRuleLifecycle,
  type ReminderRule,
  type ReminderRuleState,
} from './reminder-rule-lifecycle.js';

const aRule = (state: ReminderRuleState): ReminderRule => {
  return { id: 'rule', kind: 'FOLLOW_UP', rung: 'OVERDUE', state, revision: 1 };
};

const as = (capacity: Capacity) => ({ now: new Date('2026-11-10T09:00:00Z'), capacities: new Set([capacity]) });

describe('A rung of the reminders', () => {
  it('has a table without faults', () => {
    expect(faultsOf(reminderRuleLifecycle)).toEqual([]);
  });

  it('is switched by the secretariat alone, and only to what it is not', () => {
    const capacities = Object.keys(capacityNames) as Capacity[];
    const matrix = (['ON', 'OFF'] as const).flatMap((state) =>
      capacities.flatMap((capacity) =>
        actionsOnRule(aRule(state), as(capacity))
          .filter(({ refusals }) => refusals.length === 0)
          .map(({ action }) => `${state}: ${capacity} may ${action}`),
      ),
    );
    expect(matrix).toEqual(['ON: SECRETARIAT may switchReminderOff', 'OFF: SECRETARIAT may switchReminderOn']);
  });

  it('is then what it was switched to', () => {
    expect(decideOnRule(aRule('OFF'), 'switchReminderOn', as('SECRETARIAT'))).toMatchObject({ ok: true, to: 'ON' });
    expect(decideOnRule(aRule('ON'), 'switchReminderOff', as('SECRETARIAT'))).toMatchObject({ ok: true, to: 'OFF' });
    expect(decideOnRule(aRule('ON'), 'switchReminderOff', as('CHAIR'))).toMatchObject({
      ok: false,
      refusals: [{ code: 'NOT_ENTITLED' }],
    });
  });
});
