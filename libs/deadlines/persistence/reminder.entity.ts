import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ReminderRung } from '#glossary';
import type { CalendarName } from '../domain/calendar.js';
import { DeadlineEntity } from './deadline.entity.js';

/** Who was reminded of what, and when. Rows are only ever added. */
@Entity('reminders')
@Check('reminders_rung', 'see the migration')
@Check('reminders_audience', 'see the migration')
@Unique('reminders_once', ['deadlineId', 'dueAt', 'rung', 'personId'])
@Index('reminders_order', ['deadlineId', 'remindedAt', 'id'])
export class ReminderEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reminders_pkey' }) id!: string;

  @ForeignKey(() => DeadlineEntity, { name: 'reminders_deadline' })
  @Column('uuid', { name: 'deadline_id' })
  deadlineId!: string;

  @Column('timestamptz', { name: 'due_at' }) dueAt!: Date;
  @Column('text') rung!: ReminderRung;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('text') because!: string;
  @Column('timestamptz', { name: 'reminded_at' }) remindedAt!: Date;
  @Column('int', { array: true }) audience!: number[];
}

/** Up to when the days of a calendar have been gone through. */
@Entity('reminder_runs')
export class ReminderRunEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'reminder_runs_pkey' }) calendar!: CalendarName;
  @Column('timestamptz', { name: 'reminded_until' }) remindedUntil!: Date;
}
