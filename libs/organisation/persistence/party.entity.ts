import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { PartyCode } from '#glossary';
import type { PartyKind } from '../domain/bodies.js';

@Entity('parties')
@Check('parties_kind', `kind IN ('LAND', 'BUND')`)
@Unique('parties_audience_code', ['audienceCode'])
export class PartyEntity {
  @PrimaryColumn('text') code!: PartyCode;
  @Column('text') name!: string;
  @Column('text') kind!: PartyKind;
  @Column('int', { name: 'audience_code' }) audienceCode!: number;
}
