import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { deadlineKindNames, reminderRungNames, reminderRungs, type DeadlineKind, type ReminderRung } from '#glossary';
import { closedSet, RefusalType } from '#platform/graphql';
import { DeadlineKindEnum } from './deadline.graphql.js';
import { reminderRuleStateNames, type ReminderRule } from './domain/reminder-rule-lifecycle.js';
import type { ReminderRuleAnswer } from './reminder-rule-transition.handler.js';

export const ReminderRungEnum = closedSet('ReminderRung', reminderRungNames);

/** Plain fields only; the rest is added by `ReminderRuleFieldsResolver`. */
@ObjectType('ReminderRule', {
  description: 'Whether a rung of the ladder of reminders goes out for a kind of deadline.',
})
export class ReminderRuleType {
  @Field(() => ID) id!: string;
  @Field(() => DeadlineKindEnum) kind!: DeadlineKind;
  @Field(() => String) kindLabel!: string;
  @Field(() => ReminderRungEnum) rung!: ReminderRung;
  @Field(() => String) rungLabel!: string;
  @Field(() => Boolean) isOn!: boolean;
  @Field(() => String) stateLabel!: string;
  @Field(() => Int, { description: 'Send it back as expectedRevision.' }) revision!: number;
}

@InputType({ isAbstract: true })
export class SwitchReminderInput {
  @Field(() => ID) ruleId!: string;
  @Field(() => Int) expectedRevision!: number;
}

@ObjectType({ isAbstract: true })
export class SwitchReminderPayload {
  @Field(() => ReminderRuleType, { nullable: true }) rule!: ReminderRuleType | null;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

export function toReminderRuleType(rule: ReminderRule): ReminderRuleType {
  const { kind, rung, state } = rule;
  return {
    ...rule,
    kindLabel: deadlineKindNames[kind],
    rungLabel: reminderRungNames[rung],
    isOn: state === 'ON',
    stateLabel: reminderRuleStateNames[state],
  };
}

export function toSwitchReminderPayload(answer: ReminderRuleAnswer): SwitchReminderPayload {
  return answer.ok
    ? { rule: toReminderRuleType(answer.rule), refusals: [] }
    : { rule: null, refusals: answer.refusals };
}

const kinds = Object.keys(deadlineKindNames);

/** As the timeline and the ladder go, not as the letters do. */
export function inOrderOfTheLadder(rules: readonly ReminderRule[]): readonly ReminderRule[] {
  const place = ({ kind, rung }: ReminderRule): number =>
    kinds.indexOf(kind) * reminderRungs.length + reminderRungs.indexOf(rung);
  return rules.toSorted((left, right) => place(left) - place(right));
}
