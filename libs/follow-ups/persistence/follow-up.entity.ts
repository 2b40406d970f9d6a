import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { FollowUpKind, FollowUpState } from '#glossary';
import { ResolutionEntity } from '#decisions';
import type { AddresseeKind } from '../domain/addressee.js';
import type { DueKind, RegularSeason } from '../domain/due.js';

@Entity('follow_ups')
@Check('follow_ups_state', `state IN ('OPEN', 'IN_PROGRESS', 'REPORTED', 'DONE', 'EXTENDED', 'OBSOLETE')`)
@Check('follow_ups_kind', `kind IN ('REPORT', 'REQUEST', 'MANDATE', 'IMPLEMENTATION')`)
@Check('follow_ups_due_season', `due_season IN ('SPRING', 'AUTUMN')`)
@Check(
  'follow_ups_addressee',
  `addressee_kind IN ('BODY', 'PARTY', 'CHAIR', 'ALL_LAENDER')
   AND (addressee_code IS NOT NULL) = (addressee_kind IN ('BODY', 'PARTY'))
   AND (addressee_kind = 'ALL_LAENDER') = (kind = 'IMPLEMENTATION')
   AND NOT (kind = 'MANDATE' AND addressee_code = 'BUND')`,
)
@Check(
  'follow_ups_due',
  `due_kind IN ('DAY', 'CONFERENCE', 'CONDITION')
   AND (due_kind = 'DAY') = (due_day IS NOT NULL)
   AND (due_kind = 'CONFERENCE') = (due_season IS NOT NULL) AND (due_season IS NULL) = (due_year IS NULL)
   AND (due_kind = 'CONDITION') = (condition IS NOT NULL) AND (condition IS NULL) = (review_on IS NULL)`,
)
@Check('follow_ups_repeat_another', 'repeats_id <> id')
@Check('follow_ups_audience', '0 = ANY (audience)')
@Unique('follow_ups_returned_once', ['returnedTopicId'])
@Index('follow_ups_resolution', ['resolutionId'])
@Index('follow_ups_due_conference', ['dueYear', 'dueSeason'])
export class FollowUpEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') state!: FollowUpState;
  @Column('text') kind!: FollowUpKind;

  @ForeignKey(() => ResolutionEntity, { name: 'follow_ups_resolution_fk' })
  @Column('uuid', { name: 'resolution_id' })
  resolutionId!: string;

  @Column('uuid', { name: 'clause_id' }) clauseId!: string;
  @Column('text') task!: string;
  @Column('text', { name: 'addressee_kind' }) addresseeKind!: AddresseeKind;
  @Column('text', { name: 'addressee_code', nullable: true }) addresseeCode!: string | null;
  @Column('text', { name: 'due_kind' }) dueKind!: DueKind;
  @Column('date', { name: 'due_day', nullable: true }) dueDay!: string | null;
  @Column('text', { name: 'due_season', nullable: true }) dueSeason!: RegularSeason | null;
  @Column('int', { name: 'due_year', nullable: true }) dueYear!: number | null;
  @Column('text', { nullable: true }) condition!: string | null;
  @Column('date', { name: 'review_on', nullable: true }) reviewOn!: string | null;

  @ForeignKey(() => FollowUpEntity, { name: 'follow_ups_repeats_fk' })
  @Column('uuid', { name: 'repeats_id', nullable: true })
  repeatsId!: string | null;

  @ForeignKey(() => ResolutionEntity, { name: 'follow_ups_extended_by_fk' })
  @Column('uuid', { name: 'extended_by_id', nullable: true })
  extendedById!: string | null;

  @Column('uuid', { name: 'returned_topic_id', nullable: true }) returnedTopicId!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('int') revision!: number;
  @Column('int', { array: true }) audience!: number[];
}
