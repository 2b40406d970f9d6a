import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { BodyCode, PartyCode, Role } from '#glossary';
import { BodyEntity } from './body.entity.js';
import { PartyEntity } from './party.entity.js';
import { PersonEntity } from './person.entity.js';

/** The CHECK `assignments_role` (migration) says which role takes a party, which a body, which neither. */
@Entity('assignments')
@Check('assignments_role', 'see the migration')
@Check('assignments_validity', 'valid_to >= valid_from')
@Exclusion('assignments_one_at_a_time', 'see the migration')
@Check('assignments_no_deputy_of_itself', 'deputy_of <> id')
@Index('assignments_of_person', ['personId'])
@Index('assignments_deputies', { synchronize: false })
@Index('assignments_role_party_body', ['role', 'partyCode', 'bodyCode'])
export class AssignmentEntity {
  @PrimaryColumn('uuid') id!: string;

  @ForeignKey(() => PersonEntity, { name: 'assignments_person' })
  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text') role!: Role;

  @ForeignKey(() => PartyEntity, { name: 'assignments_party' })
  @Column('text', { name: 'party_code', nullable: true })
  partyCode!: PartyCode | null;

  @ForeignKey(() => BodyEntity, { name: 'assignments_body' })
  @Column('text', { name: 'body_code', nullable: true })
  bodyCode!: BodyCode | null;

  @ForeignKey(() => AssignmentEntity, { name: 'assignments_deputy_of' })
  @Column('uuid', { name: 'deputy_of', nullable: true })
  deputyOf!: string | null;

  @Column('int', { default: 1 }) revision!: number;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
}
