import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { AgendaItemState, AgendaList, Outcome, PartyCode } from '#glossary';
import { PartyEntity } from '#organisation';
import type { AgendaGroup } from '../domain/agenda.js';
import { AgendaEntity } from './agenda.entity.js';

/** The trigger `agenda_item_number_is_fixed` (migration) refuses to change a number. */
@Entity('agenda_items')
@Check('agenda_items_number', `number ~ '^([1-9][0-9]*[a-z]*|V [1-9][0-9]{3})$'`)
@Check('agenda_items_circulated', '(number IS NULL) = (circulated_at IS NULL)')
@Check('agenda_items_supplement', 'supplement IS NULL OR (supplement >= 1 AND number IS NOT NULL)')
@Check('agenda_items_position', 'position >= 1')
@Check('agenda_items_group', 'see the migration')
@Check('agenda_items_list', 'see the migration')
@Check('agenda_items_state', `state IN ('PLACED', 'REMOVED')`)
@Check('agenda_items_removed_with_reason', `state = 'PLACED' OR reason IS NOT NULL`)
@Check('agenda_items_fireside_title_only', `list <> 'FIRESIDE' OR subtitle IS NULL`)
@Check('agenda_items_outcome', 'see the migration')
@Check('agenda_items_decided', '(outcome IS NULL) = (decided_at IS NULL)')
@Check('agenda_items_departed', `topic_departed_at IS NULL OR state = 'REMOVED' OR outcome IS NOT NULL`)
@Check('agenda_items_fireside_resolves_nothing', 'see the migration')
@Check('agenda_items_pulled_off', `pulled_off_by IS NULL OR list <> 'CONSENT'`)
@Check('agenda_items_audience', '0 = ANY (audience)')
@Unique('agenda_items_number_once', ['agendaId', 'number'])
@Index('agenda_items_topic_stands_once', ['agendaId', 'topicId'], { unique: true, where: 'topic_departed_at IS NULL' })
@Index('agenda_items_topic', ['topicId'])
export class AgendaItemEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'agenda_items_pkey' }) id!: string;

  @ForeignKey(() => AgendaEntity, { name: 'agenda_items_agenda' })
  @Column('uuid', { name: 'agenda_id' })
  agendaId!: string;

  @Column('uuid', { name: 'topic_id' }) topicId!: string;
  @Column('text', { nullable: true }) number!: string | null;
  @Column('int', { nullable: true }) supplement!: number | null;
  @Column('int') position!: number;
  @Column('text', { name: 'group_code' }) group!: AgendaGroup;
  @Column('text') list!: AgendaList;
  @Column('text') state!: AgendaItemState;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) subtitle!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @ForeignKey(() => PartyEntity, { name: 'agenda_items_pulled_off_by' })
  @Column('text', { name: 'pulled_off_by', nullable: true })
  pulledOffBy!: PartyCode | null;

  @Column('timestamptz', { name: 'placed_at' }) placedAt!: Date;
  @Column('timestamptz', { name: 'circulated_at', nullable: true }) circulatedAt!: Date | null;
  @Column('text', { nullable: true }) outcome!: Outcome | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column('timestamptz', { name: 'topic_departed_at', nullable: true }) topicDepartedAt!: Date | null;
  @Column('int', { array: true }) audience!: number[];
}
