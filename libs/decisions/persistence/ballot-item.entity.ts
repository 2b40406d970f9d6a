import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { AgendaItemEntity } from '#agendas';
import { BallotEntity } from './ballot.entity.js';

/** One item of a block, in the text that is voted on. Rows are only ever added. */
@Entity('ballot_items')
@Check('ballot_items_position_positive', 'position >= 1')
@Check('ballot_items_audience', '0 = ANY (audience) AND 0 <= ALL (audience) AND NOT 203 = ANY (audience)')
@Unique('ballot_items_position', ['ballotId', 'position'])
@Index('ballot_items_agenda_item_index', ['agendaItemId'])
@Index('ballot_items_topic', ['topicId'])
export class BallotItemEntity {
  @ForeignKey(() => BallotEntity, { name: 'ballot_items_ballot' })
  @PrimaryColumn('uuid', { name: 'ballot_id', primaryKeyConstraintName: 'ballot_items_pkey' })
  ballotId!: string;

  @ForeignKey(() => AgendaItemEntity, { name: 'ballot_items_agenda_item' })
  @PrimaryColumn('uuid', { name: 'agenda_item_id', primaryKeyConstraintName: 'ballot_items_pkey' })
  agendaItemId!: string;

  @Column('uuid', { name: 'topic_id' }) topicId!: string;
  @Column('uuid', { name: 'proposal_version_id' }) proposalVersionId!: string;
  @Column('text', { name: 'text_hash' }) textHash!: string;
  @Column('int') position!: number;
  @Column('int', { array: true }) audience!: number[];
}
