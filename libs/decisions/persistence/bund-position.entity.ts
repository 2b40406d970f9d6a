import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { VoteChoice } from '#glossary';
import { BallotEntity } from './ballot.entity.js';

/** In a table of its own, so that no statement about votes can count it. Rows are only ever added. */
@Entity('bund_positions')
@Check('bund_positions_choice', `choice IN ('YES', 'NO', 'ABSTAIN')`)
@Check('bund_positions_audience', '0 = ANY (audience) AND 0 <= ALL (audience) AND NOT 203 = ANY (audience)')
@Unique('bund_positions_version', ['ballotId', 'version'])
@ForeignKey(() => BallotEntity, ['ballotId', 'textHash'], ['id', 'textHash'], { name: 'bund_positions_ballot' })
export class BundPositionEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'ballot_id' }) ballotId!: string;
  @Column('text') choice!: VoteChoice;
  @Column('text', { name: 'text_hash' }) textHash!: string;
  @Column('int') version!: number;
  @Column('uuid', { name: 'record_id' }) recordId!: string;
  @Column('timestamptz', { name: 'cast_at' }) castAt!: Date;
  @Column('text', { name: 'cast_by' }) castBy!: string;
  @Column('text', { name: 'on_behalf_by', nullable: true }) onBehalfBy!: string | null;
  @Column('text', { name: 'represented_by', nullable: true }) representedBy!: string | null;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('int', { array: true }) audience!: number[];
}
