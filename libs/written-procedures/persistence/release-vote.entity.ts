import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { PartyCode } from '#glossary';
import { PartyEntity } from '#organisation';
import { WrittenProcedureEntity } from './written-procedure.entity.js';

/** Whether a party objects to the release. Seen by that party alone; rows are only ever added, the last counts. */
@Entity('written_release_votes')
@Check('written_release_votes_audience', '0 = ANY (audience) AND array_length(audience, 1) = 2')
@Unique('written_release_votes_version', ['procedureId', 'party', 'round', 'version'])
@Index('written_release_votes_topic', ['topicId'])
export class ReleaseVoteEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'written_release_votes_pkey' }) id!: string;

  @ForeignKey(() => WrittenProcedureEntity, { name: 'written_release_votes_procedure' })
  @Column('uuid', { name: 'procedure_id' })
  procedureId!: string;

  @Column('uuid', { name: 'topic_id' }) topicId!: string;
  @Column('int') round!: number;

  @ForeignKey(() => PartyEntity, { name: 'written_release_votes_party' })
  @Column('text')
  party!: PartyCode;

  @Column('boolean') objects!: boolean;
  /** That of the vote with which it was given. */
  @Column('int') version!: number;
  @Column('timestamptz', { name: 'given_at' }) givenAt!: Date;
  @Column('text', { name: 'given_by' }) givenBy!: string;
  @Column('text', { name: 'on_behalf_by', nullable: true }) onBehalfBy!: string | null;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('int', { array: true }) audience!: number[];
}
