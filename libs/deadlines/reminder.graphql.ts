import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { reminderRungNames, type ReminderRung } from '#glossary';
import { PageInfoType } from '#platform/graphql';
import type { SentReminder } from './persistence/reminder-list.js';
import { ReminderRungEnum } from './reminder-rule.graphql.js';

@ObjectType('Reminder', { description: 'Somebody was reminded of a deadline.' })
export class ReminderType {
  @Field(() => ID) id!: string;
  @Field(() => ReminderRungEnum) rung!: ReminderRung;
  @Field(() => String) rungLabel!: string;
  @Field(() => String) personName!: string;
  @Field(() => String, { description: 'German, the end of "weil …".' }) because!: string;
  @Field(() => GraphQLISODateTime, { description: 'The instant of the deadline at that time.' }) dueAt!: Date;
  @Field(() => GraphQLISODateTime) remindedAt!: Date;
}

@ObjectType('ReminderConnection')
export class ReminderConnectionType {
  @Field(() => [ReminderType]) nodes!: readonly ReminderType[];
  @Field(() => PageInfoType) pageInfo!: PageInfoType;
  @Field(() => Int) totalCount!: number;
}

export function toReminderType(reminder: SentReminder): ReminderType {
  return { ...reminder, rungLabel: reminderRungNames[reminder.rung] };
}
