import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { PartyCode } from '#glossary';
import { PartyEntity } from '#organisation';
import { SessionEntity } from './session.entity.js';

/** Who was named to sit for a party. Entries are added, never changed. */
@Entity('session_representations')
@Check('session_representations_number', 'number >= 1')
@Check('session_representations_audience', '0 = ANY (audience)')
export class RepresentationEntity {
  @ForeignKey(() => SessionEntity, { name: 'session_representations_session', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'session_id', primaryKeyConstraintName: 'session_representations_pkey' })
  sessionId!: string;

  @ForeignKey(() => PartyEntity, { name: 'session_representations_party' })
  @PrimaryColumn('text', { name: 'party_code', primaryKeyConstraintName: 'session_representations_pkey' })
  partyCode!: PartyCode;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'session_representations_pkey' }) number!: number;
  @Column('date') day!: string;
  @Column('text') name!: string;
  @Column('text') office!: string;
  @Column('text', { name: 'named_by' }) namedBy!: string;
  @Column('timestamptz', { name: 'named_at' }) namedAt!: Date;
  @Column('int', { array: true }) audience!: number[];
}
