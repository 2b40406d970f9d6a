import { capacityNames, type Capacity, type DeadlineKind, type ReminderRung } from '#glossary';
import {
  availableActions,
  permit,
  type ActionAvailability,
  type DecisionContext,
  type Lifecycle,
} from '#platform/lifecycle';
import type { Permitted, Refused } from '#platform/lifecycle';

export const reminderRuleStateNames = { ON: 'Eingeschaltet', OFF: 'Ausgeschaltet' } as const;
export type ReminderRuleState = keyof typeof reminderRuleStateNames;

/** Whether a rung of the ladder of reminders goes out for a kind of deadline. */
export interface ReminderRule {
  readonly id: string;
  readonly kind: DeadlineKind;
  readonly rung: ReminderRung;
  readonly state: ReminderRuleState;
  readonly revision: number;
}

type Entry = Pick<ReminderRule, 'id' | 'kind' | 'rung' | 'revision'> & { readonly state: ReminderRuleState | 'NEW' };
type Context = DecisionContext<Capacity>;

/** "<action> takes the rule from … to …, and may be done by …" */
const rows = {
  /** Written by the database for each kind of deadline, as is usual for the kind. */
  layReminderRule: { from: ['NEW'], to: 'OFF', by: ['SYSTEM'], emits: 'reminderRule.laid' },
  switchReminderOn: { from: ['OFF'], to: 'ON', by: ['SECRETARIAT'], emits: 'reminderRule.switchedOn' },
  switchReminderOff: { from: ['ON'], to: 'OFF', by: ['SECRETARIAT'], emits: 'reminderRule.switchedOff' },
} as const satisfies Lifecycle<Entry, ReminderRuleState, Capacity, Context>['rows'];

export type ReminderRuleAction = Exclude<keyof typeof rows, 'layReminderRule'>;

const labels: Readonly<Record<keyof typeof rows, string>> = {
  layReminderRule: 'Erinnerungsstufe angelegt',
  switchReminderOn: 'Erinnerung einschalten',
  switchReminderOff: 'Erinnerung ausschalten',
};

/** What is switched counts for the rungs that are reached from now on. */
export const reminderRuleLifecycle: Lifecycle<Entry, ReminderRuleState, Capacity, Context> = {
  record: { kind: 'reminder-rule', label: 'Erinnerungsstufe' },
  states: reminderRuleStateNames,
  capacities: capacityNames,
  rows,
  requirements: {},
  labels,
};

export function decideOnRule(
  rule: ReminderRule,
  action: ReminderRuleAction,
  context: Context,
): Permitted<ReminderRuleState, Capacity> | Refused {
  return permit(reminderRuleLifecycle, rule, action, context);
}

export function actionsOnRule(rule: ReminderRule, context: Context): readonly ActionAvailability[] {
  return availableActions(reminderRuleLifecycle, rule, context);
}
