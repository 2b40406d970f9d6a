import { describe, expect, it } from '@jest/globals';
import { capacityNames, failedMailStateNames, type Capacity, type FailedMailState } from '#glossary';
import { faultsOf, permit } from '#platform/lifecycle';
import { actionsOnFailedMail, failedMailLifecycle } from './failed-mail-lifecycle.js';

const states = ['NEW', ...Object.keys(failedMailStateNames)] as (FailedMailState | 'NEW')[];
const capacities = Object.keys(capacityNames) as Capacity[];
const contextOf = (capacity: Capacity) => ({ now: new Date(0), capacities: new Set([capacity]) });

describe('the lifecycle of a mail that was given up', () => {
  it('has no faults', () => {
    expect(faultsOf(failedMailLifecycle)).toEqual([]);
  });

  it('lets these and nobody else do what is listed here', () => {
    const allowed = states.flatMap((state) =>
      capacities.flatMap((capacity) =>
        Object.keys(failedMailLifecycle.rows)
          .filter((action) => permit(failedMailLifecycle, { state }, action, contextOf(capacity)).ok)
          .map((action) => `${state} ${capacity} ${action}`),
      ),
    );
    expect(allowed).toEqual([
      'NEW SYSTEM giveUpMail',
      'FAILED SECRETARIAT retryFailedMail',
      'FAILED SYSTEM giveUpMail',
      'FAILED SYSTEM sendMailAfterAll',
      'PENDING SYSTEM giveUpMail',
      'PENDING SYSTEM sendMailAfterAll',
    ]);
  });

  it('offers people nothing but another attempt, and says why not', () => {
    expect(actionsOnFailedMail({ state: 'FAILED' }, contextOf('SECRETARIAT'))).toMatchObject([
      { action: 'retryFailedMail', label: 'Erneut versuchen', available: true },
    ]);
    expect(actionsOnFailedMail({ state: 'PENDING' }, contextOf('SECRETARIAT'))).toMatchObject([
      { available: false, refusals: [{ code: 'NOT_POSSIBLE_IN_STATE' }] },
    ]);
  });
});
