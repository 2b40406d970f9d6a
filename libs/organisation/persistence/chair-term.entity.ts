import { Check, Column, Entity, Exclusion, ForeignKey, PrimaryColumn } from 'typeorm';
import type { ChairTermState, LandCode } from '#glossary';
import { PartyEntity } from './party.entity.js';

@Entity('chair_terms')
@Check('chair_terms_validity', 'valid_to >= valid_from')
@Check('chair_terms_state', `state IN ('PROPOSED', 'CONFIRMED')`)
@Check('chair_terms_land', `party_code <> 'BUND'`)
@Exclusion('chair_terms_one_chair', `USING gist (daterange(valid_from, valid_to, '[]') WITH &&)`)
export class ChairTermEntity {
  @PrimaryColumn('uuid') id!: string;

  @ForeignKey(() => PartyEntity, { name: 'chair_terms_party' })
  @Column('text', { name: 'party_code' })
  partyCode!: LandCode;

  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('date', { name: 'valid_to' }) validTo!: string;
  @Column('text') state!: ChairTermState;
  @Column('int') revision!: number;
}
