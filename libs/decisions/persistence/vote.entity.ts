import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { LandCode, VoteChoice } from '#glossary';
import { PartyEntity } from '#organisation';
import { BallotEntity } from './ballot.entity.js';

/** Rows are only ever added (trigger `votes_are_append_only`). */
@Entity('votes')
@Check('votes_of_laender', `party <> 'BUND'`)
@Check('votes_choice', `choice IN ('YES', 'NO', 'ABSTAIN')`)
@Check('votes_audience', '0 = ANY (audience) AND 0 <= ALL (audience) AND NOT 203 = ANY (audience)')
@Unique('votes_version', ['ballotId', 'party', 'version'])
@ForeignKey(() => BallotEntity, ['ballotId', 'textHash'], ['id', 'textHash'], { name: 'votes_ballot' })
export class VoteEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'ballot_id' }) ballotId!: string;
  @Column('text') choice!: VoteChoice;
  @Column('text', { name: 'text_hash' }) textHash!: string;
  @Column('int') version!: number;
  /** The record under which the history keeps all votes of this Land in this ballot. */
  @Column('uuid', { name: 'record_id' }) recordId!: string;
  @Column('timestamptz', { name: 'cast_at' }) castAt!: Date;
  @Column('text', { name: 'cast_by' }) castBy!: string;
  @Column('text', { name: 'on_behalf_by', nullable: true }) onBehalfBy!: string | null;
  @Column('text', { name: 'represented_by', nullable: true }) representedBy!: string | null;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('int', { array: true }) audience!: number[];

  @ForeignKey(() => PartyEntity, { name: 'votes_party' })
  @Column('text')
  party!: LandCode;
}
