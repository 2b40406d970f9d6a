import { Check, Column, Entity, Exclusion, ForeignKey, PrimaryColumn } from 'typeorm';
import type { BodyCode, PartyCode } from '#glossary';
import { BodyEntity } from './body.entity.js';
import { PartyEntity } from './party.entity.js';
import { PersonEntity } from './person.entity.js';

/** Who heads the office of a party or a body. */
@Entity('office_heads')
@Check('office_heads_one_office', '(party_code IS NULL) <> (body_code IS NULL)')
@Check('office_heads_validity', 'valid_to >= valid_from')
@Exclusion('office_heads_one_at_a_time', 'see the migration')
export class OfficeHeadEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'office_heads_pkey' }) id!: string;

  @ForeignKey(() => PersonEntity, { name: 'office_heads_person' })
  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @ForeignKey(() => PartyEntity, { name: 'office_heads_party' })
  @Column('text', { name: 'party_code', nullable: true })
  partyCode!: PartyCode | null;

  @ForeignKey(() => BodyEntity, { name: 'office_heads_body' })
  @Column('text', { name: 'body_code', nullable: true })
  bodyCode!: BodyCode | null;

  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
  @Column('int', { default: 1 }) revision!: number;
}
