import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { FollowUpEntity } from './follow-up.entity.js';

/** A report as it was handed in. Rows are only ever added. */
@Entity('follow_up_reports')
@Check('follow_up_reports_audience', '0 = ANY (audience)')
@Unique('follow_up_reports_number', ['followUpId', 'number'])
export class FollowUpReportEntity {
  @PrimaryColumn('uuid') id!: string;

  @ForeignKey(() => FollowUpEntity, { name: 'follow_up_reports_follow_up_fk' })
  @Column('uuid', { name: 'follow_up_id' })
  followUpId!: string;

  @Column('int') number!: number;
  @Column('text') text!: string;
  @Column('timestamptz', { name: 'handed_in_at' }) handedInAt!: Date;
  @Column('text', { name: 'handed_in_by' }) handedInBy!: string;
  @Column('int', { array: true }) audience!: number[];
}
