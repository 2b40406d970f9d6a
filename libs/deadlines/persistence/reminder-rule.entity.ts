import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { DeadlineKind, ReminderRung } from '#glossary';
import type { ReminderRuleState } from '../domain/reminder-rule-lifecycle.js';

@Entity('reminder_rules')
@Check('reminder_rules_rung', 'see the migration')
@Check('reminder_rules_state', `state IN ('ON', 'OFF')`)
@Unique('reminder_rules_once', ['kind', 'rung'])
export class ReminderRuleEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reminder_rules_pkey' }) id!: string;
  @Column('text') kind!: DeadlineKind;
  @Column('text') rung!: ReminderRung;
  @Column('text') state!: ReminderRuleState;
  @Column('int', { default: 1 }) revision!: number;
}
