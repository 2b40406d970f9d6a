import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { AdoptionRule, BallotKind, BallotState, Outcome } from '#glossary';
import { AgendaEntity, AgendaItemEntity } from '#agendas';
import { SessionEntity, type SilenceRule } from '#conferences';

@Entity('ballots')
@Check('ballots_silence_rule', 'see the migration')
@Check('ballots_min_yes', 'min_yes >= 0')
@Check('ballots_kind', 'see the migration')
@Check('ballots_about', 'see the migration')
@Check('ballots_session', `session_id IS NULL OR kind <> 'WRITTEN_PROCEDURE'`)
@Check('ballots_in_writing_end', 'see the migration')
@Check('ballots_adoption_rule', `adoption_rule IN ('UNANIMITY', 'MAJORITY')`)
@Check('ballots_state', 'see the migration')
@Check('ballots_closed', `(state = 'OPEN') = (closed_at IS NULL)`)
@Check('ballots_determined', 'see the migration')
@Check('ballots_audience', '0 = ANY (audience) AND 0 <= ALL (audience) AND NOT 203 = ANY (audience)')
@Unique('ballots_text', ['id', 'textHash'])
@Index('ballots_topic', ['topicId'])
@Index('ballots_agenda_item', ['agendaItemId'])
@Index('ballots_session_index', ['sessionId'])
@Index('ballots_written_procedure', ['writtenProcedureId'])
@Unique('ballots_superseded_once', ['supersedesId'])
@Index('ballots_one_block_at_once', { synchronize: false })
@Index('ballots_one_open', { synchronize: false })
export class BallotEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: BallotKind;
  @Column('uuid', { name: 'topic_id', nullable: true }) topicId!: string | null;

  @ForeignKey(() => AgendaEntity, { name: 'ballots_agenda_fk' })
  @Column('uuid', { name: 'agenda_id', nullable: true })
  agendaId!: string | null;

  @ForeignKey(() => AgendaItemEntity, { name: 'ballots_agenda_item_fk' })
  @Column('uuid', { name: 'agenda_item_id', nullable: true })
  agendaItemId!: string | null;

  @Column('uuid', { name: 'written_procedure_id', nullable: true }) writtenProcedureId!: string | null;

  @ForeignKey(() => SessionEntity, { name: 'ballots_session_fk' })
  @Column('uuid', { name: 'session_id', nullable: true })
  sessionId!: string | null;

  @ForeignKey(() => BallotEntity, { name: 'ballots_supersedes' })
  @Column('uuid', { name: 'supersedes_id', nullable: true })
  supersedesId!: string | null;

  @Column('uuid', { name: 'proposal_version_id', nullable: true }) proposalVersionId!: string | null;
  @Column('text', { name: 'text_hash' }) textHash!: string;
  @Column('text', { name: 'adoption_rule' }) adoptionRule!: AdoptionRule;
  @Column('text', { name: 'silence_rule' }) silenceRule!: SilenceRule;
  @Column('int', { name: 'min_yes' }) minYes!: number;
  @Column('text') state!: BallotState;
  @Column('text', { nullable: true }) outcome!: Outcome | null;
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date;
  @Column('timestamptz', { name: 'closes_at', nullable: true }) closesAt!: Date | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
  @Column('timestamptz', { name: 'determined_at', nullable: true }) determinedAt!: Date | null;
  @Column('int') revision!: number;
  @Column('int', { array: true }) audience!: number[];
}
