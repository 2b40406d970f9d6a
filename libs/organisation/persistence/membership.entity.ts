import { Check, Column, Entity, Exclusion, ForeignKey, PrimaryColumn } from 'typeorm';
import type { BodyCode, MembershipKind, PartyCode } from '#glossary';
import { BodyEntity } from './body.entity.js';
import { PartyEntity } from './party.entity.js';

@Entity('memberships')
@Check('memberships_kind', `kind IN ('MEMBER', 'PERMANENT_GUEST', 'GUEST')`)
@Check('memberships_validity', 'valid_to >= valid_from')
@Exclusion(
  'memberships_one_at_a_time',
  `USING gist (body_code WITH =, party_code WITH =, daterange(valid_from, valid_to, '[]') WITH &&)`,
)
export class MembershipEntity {
  @PrimaryColumn('uuid') id!: string;

  @ForeignKey(() => BodyEntity, { name: 'memberships_body' })
  @Column('text', { name: 'body_code' })
  bodyCode!: BodyCode;

  @ForeignKey(() => PartyEntity, { name: 'memberships_party' })
  @Column('text', { name: 'party_code' })
  partyCode!: PartyCode;

  @Column('text') kind!: MembershipKind;
  @Column('boolean', { name: 'may_register' }) mayRegister!: boolean;
  @Column('boolean', { name: 'may_vote' }) mayVote!: boolean;
  @Column('boolean', { name: 'may_declare' }) mayDeclare!: boolean;
  @Column('boolean', { name: 'may_object_to_release' }) mayObjectToRelease!: boolean;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
}
