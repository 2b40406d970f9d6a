import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { DeadlineBasis, DeadlineKind, DeadlineState } from '#glossary';
import type { DeadlineSubject } from '../domain/deadline.js';

@Entity('deadlines')
@Check('deadlines_kind', 'see the migration')
@Check('deadlines_subject', 'see the migration')
@Check('deadlines_basis', 'see the migration')
@Check('deadlines_state', `state IN ('OPEN', 'PASSED', 'SETTLED')`)
@Check('deadlines_audience', '0 = ANY (audience)')
@Unique('deadlines_once', ['subjectId', 'kind'])
@Index('deadlines_open', { synchronize: false })
@Index('deadlines_conference', ['conferenceId', 'dueAt', 'id'])
export class DeadlineEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'deadlines_pkey' }) id!: string;

  @Column('text') kind!: DeadlineKind;
  @Column('text', { name: 'subject_kind' }) subjectKind!: DeadlineSubject;
  @Column('uuid', { name: 'subject_id' }) subjectId!: string;
  @Column('uuid', { name: 'conference_id' }) conferenceId!: string;
  /** Code of a body or party, `CHAIR` or `ALL_LAENDER`, where one in particular is asked. */
  @Column('text', { nullable: true }) addressee!: string | null;
  @Column('text') basis!: DeadlineBasis;
  @Column('int', { name: 'basis_count', nullable: true }) basisCount!: number | null;
  @Column('timestamptz', { name: 'opens_at', nullable: true }) opensAt!: Date | null;
  @Column('timestamptz', { name: 'due_at' }) dueAt!: Date;
  @Column('timestamptz', { name: 'original_due_at' }) originalDueAt!: Date;
  @Column('text') state!: DeadlineState;
  @Column('timestamptz', { name: 'set_at', default: () => 'now()' }) setAt!: Date;
  @Column('int', { default: 1 }) revision!: number;
  @Column('int', { array: true }) audience!: number[];
}
