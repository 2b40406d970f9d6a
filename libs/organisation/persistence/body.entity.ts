import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { BodyCode, BodyKind } from '#glossary';

@Entity('bodies')
@Check(
  'bodies_kind',
  `kind IN ('WORKING_COMMITTEE', 'PRE_CONFERENCE', 'MAIN_CONFERENCE', 'SUB_COMMITTEE', 'WORKING_GROUP')`,
)
@Check('bodies_short_name', 'see the migration')
@Check('bodies_validity', 'valid_to >= valid_from')
@Unique('bodies_audience_code', ['audienceCode'])
@Unique('bodies_id', ['id'])
export class BodyEntity {
  @PrimaryColumn('text') code!: BodyCode;
  /** Under which the history knows the body; everything else knows it by its code. */
  @Column('uuid') id!: string;

  @Column('text') kind!: BodyKind;

  @ForeignKey(() => BodyEntity, { name: 'bodies_parent' })
  @Column('text', { name: 'parent_code', nullable: true })
  parentCode!: BodyCode | null;

  @Column('int', { name: 'audience_code' }) audienceCode!: number;
  @Column('int') revision!: number;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
}
