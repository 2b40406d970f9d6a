import { Column, Entity, Exclusion, PrimaryColumn } from 'typeorm';
import type { NeedToKnowGroupState, PartyCode } from '#glossary';

@Entity('need_to_know_groups')
@Exclusion('need_to_know_groups_one_name', `(lower(name) WITH =) WHERE (state = 'ACTIVE')`)
export class NeedToKnowGroupEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'need_to_know_groups_pkey' }) id!: string;
  @Column('text') state!: NeedToKnowGroupState;
  @Column('text') name!: string;
  @Column('text', { array: true }) parties!: PartyCode[];
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('int') revision!: number;
  @Column('int', { array: true }) audience!: number[];
}
