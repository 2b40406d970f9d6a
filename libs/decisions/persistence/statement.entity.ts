import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { PartyCode, StatementState } from '#glossary';
import { AgendaItemEntity } from '#agendas';
import { PartyEntity } from '#organisation';

/** Recorded and withdrawn ones are never changed again (trigger `statement_is_kept`). */
@Entity('statements')
@Check('statements_text', `text <> ''`)
@Check('statements_state', 'see the migration')
@Check('statements_audience', '0 = ANY (audience) AND 0 <= ALL (audience) AND NOT 203 = ANY (audience)')
@Check('statements_place', '(agenda_item_id IS NULL) <> (written_procedure_id IS NULL)')
@Check('statements_readers', '0 = ANY (readers)')
@Check('statements_text_hash', 'see the migration')
@Check('statements_announced', 'see the migration')
@Check('statements_recorded', `(state = 'RECORDED') = (recorded_at IS NOT NULL)`)
@Index('statements_topic', ['topicId'])
export class StatementEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'topic_id' }) topicId!: string;

  @ForeignKey(() => AgendaItemEntity, { name: 'statements_agenda_item' })
  @Column('uuid', { name: 'agenda_item_id', nullable: true })
  agendaItemId!: string | null;

  @Column('uuid', { name: 'written_procedure_id', nullable: true }) writtenProcedureId!: string | null;

  @ForeignKey(() => PartyEntity, { name: 'statements_party' })
  @Column('text')
  party!: PartyCode;

  @Column('text') text!: string;
  @Column('text', { name: 'text_hash' }) textHash!: string;
  @Column('text') state!: StatementState;
  @Column('boolean', { name: 'is_late' }) isLate!: boolean;
  @Column('text', { name: 'author_name', nullable: true }) authorName!: string | null;
  @Column('text', { name: 'on_behalf_by', nullable: true }) onBehalfBy!: string | null;
  @Column('timestamptz', { name: 'announced_at', nullable: true }) announcedAt!: Date | null;
  @Column('timestamptz', { name: 'recorded_at', nullable: true }) recordedAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('int') revision!: number;

  /** Who sits in the committee or the pre-conference; null when all who see the topic may see it. */
  @Column('int', { array: true, nullable: true }) readers!: number[] | null;

  @Column('int', { array: true }) audience!: number[];
}
