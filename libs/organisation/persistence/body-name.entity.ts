import { Check, Column, Entity, Exclusion, ForeignKey, PrimaryColumn } from 'typeorm';
import type { BodyCode } from '#glossary';
import { BodyEntity } from './body.entity.js';

@Entity('body_names')
@Check('body_names_name', 'length(name) BETWEEN 1 AND 200')
@Check('body_names_validity', 'valid_to >= valid_from')
@Exclusion('body_names_one_at_a_time', `USING gist (body_code WITH =, daterange(valid_from, valid_to, '[]') WITH &&)`)
export class BodyNameEntity {
  @PrimaryColumn('uuid') id!: string;

  @ForeignKey(() => BodyEntity, { name: 'body_names_body' })
  @Column('text', { name: 'body_code' })
  bodyCode!: BodyCode;

  @Column('text') name!: string;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
}
