import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { BallotState, Outcome } from '#glossary';
import { AgendaItemEntity } from '#agendas';
import type { SilenceRule } from '#conferences';

@Entity('ballots')
@Check('ballots_silence_rule', 'see the migration')
@Check('ballots_min_yes', 'min_yes >= 0')
@Check('ballots_state', `state IN ('OPEN', 'CLOSED', 'DETERMINED')`)
@Check('ballots_closed', `(state = 'OPEN') = (closed_at IS NULL)`)
@Check('ballots_determined', 'see the migration')
@Check('ballots_audience', '0 = ANY (audience)')
@Unique('ballots_text', ['id', 'textHash'])
@Index('ballots_topic', ['topicId'])
@Index('ballots_agenda_item', ['agendaItemId'])
@Index('ballots_one_open', { synchronize: false })
export class BallotEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'topic_id' }) topicId!: string;

  @ForeignKey(() => AgendaItemEntity, { name: 'ballots_agenda_item_fk' })
  @Column('uuid', { name: 'agenda_item_id' })
  agendaItemId!: string;

  @Column('uuid', { name: 'proposal_version_id' }) proposalVersionId!: string;
  @Column('text', { name: 'text_hash' }) textHash!: string;
  @Column('text', { name: 'silence_rule' }) silenceRule!: SilenceRule;
  @Column('int', { name: 'min_yes' }) minYes!: number;
  @Column('text') state!: BallotState;
  @Column('text', { nullable: true }) outcome!: Outcome | null;
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
  @Column('timestamptz', { name: 'determined_at', nullable: true }) determinedAt!: Date | null;
  @Column('int') revision!: number;
  @Column('int', { array: true }) audience!: number[];
}
