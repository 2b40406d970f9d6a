import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Outcome } from '#glossary';
import { ConferenceEntity, SessionEntity } from '#conferences';
import type { ResolutionClause } from '../domain/resolution.js';
import { BallotEntity } from './ballot.entity.js';

/** The trigger `resolution_has_text_as_voted` says that the text is the one that was voted on. Rows are only ever added. */
@Entity('resolutions')
@Check('resolutions_outcome', `outcome IN ('ADOPTED', 'ADOPTED_AMENDED')`)
@Check('resolutions_audience', '0 = ANY (audience) AND 0 <= ALL (audience) AND NOT 203 = ANY (audience)')
@Check('resolutions_session_or_in_writing', 'see the migration')
@Index('resolutions_session', ['sessionId'])
@Check('resolutions_written_procedure', 'see the migration')
@Unique('resolutions_one_per_topic', ['topicId'])
@Index('resolutions_conference', ['conferenceId'])
@Index('resolutions_written_procedure_index', ['writtenProcedureId'])
export class ResolutionEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'topic_id' }) topicId!: string;

  @ForeignKey(() => ConferenceEntity, { name: 'resolutions_conference_fk' })
  @Column('uuid', { name: 'conference_id' })
  conferenceId!: string;

  /** Null in what the system took from the archive (policy `adds`). */
  @ForeignKey(() => BallotEntity, { name: 'resolutions_ballot' })
  @Column('uuid', { name: 'ballot_id', nullable: true })
  ballotId!: string | null;
  @Column('text', { name: 'text_hash' }) textHash!: string;
  @Column('text') outcome!: Outcome;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) subtitle!: string | null;
  @Column('jsonb') clauses!: readonly ResolutionClause[];
  @Column('date', { name: 'adopted_on' }) adoptedOn!: string;
  @Column('text', { name: 'item_number', nullable: true }) itemNumber!: string | null;
  @ForeignKey(() => SessionEntity, { name: 'resolutions_session_fk' })
  @Column('uuid', { name: 'session_id', nullable: true })
  sessionId!: string | null;

  @Column('uuid', { name: 'written_procedure_id', nullable: true }) writtenProcedureId!: string | null;
  @Column('text', { name: 'written_procedure_number', nullable: true }) writtenProcedureNumber!: string | null;
  @Column('boolean', { name: 'release_wish' }) releaseWish!: boolean;
  @Column('int', { array: true }) audience!: number[];
}
