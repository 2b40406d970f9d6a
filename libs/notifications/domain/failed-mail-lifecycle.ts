import { capacityNames, failedMailStateNames, type Capacity, type FailedMailState } from '#glossary';
import { availableActions, type ActionAvailability, type DecisionContext, type Lifecycle } from '#platform/lifecycle';

export interface FailedMailEntry {
  readonly state: FailedMailState | 'NEW';
}

/** A mail becomes a record when it is given up; until then there is nothing anybody could do about it. */
export const failedMailLifecycle: Lifecycle<FailedMailEntry, FailedMailState, Capacity, DecisionContext<Capacity>> = {
  record: { kind: 'failedMail', label: 'Nicht zugestellte E-Mail' },
  states: failedMailStateNames,
  capacities: capacityNames,
  rows: {
    giveUpMail: { from: ['NEW', 'PENDING', 'FAILED'], to: 'FAILED', by: ['SYSTEM'], emits: 'failedMail.givenUp' },
    retryFailedMail: { from: ['FAILED'], to: 'PENDING', by: ['SECRETARIAT'], emits: 'failedMail.retried' },
    sendMailAfterAll: { from: ['PENDING', 'FAILED'], to: 'SENT', by: ['SYSTEM'], emits: 'failedMail.sent' },
  },
  labels: {
    giveUpMail: 'Versand aufgegeben',
    retryFailedMail: 'Erneut versuchen',
    sendMailAfterAll: 'Doch noch versandt',
  },
};

export function actionsOnFailedMail(
  entry: FailedMailEntry,
  context: DecisionContext<Capacity>,
): readonly ActionAvailability[] {
  return availableActions(failedMailLifecycle, entry, context).filter(({ action }) => action === 'retryFailedMail');
}
