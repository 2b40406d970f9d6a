import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { AgendaItemState, AgendaList } from '#glossary';
import type { AgendaGroup } from '../domain/agenda.js';
import { AgendaEntity } from './agenda.entity.js';

/** The trigger `agenda_item_number_is_fixed` (migration) refuses to change a number. */
@Entity('agenda_items')
@Check('agenda_items_number', `number ~ '^[1-9][0-9]*[a-z]*$'`)
@Check('agenda_items_position', 'position >= 1')
@Check('agenda_items_group', 'see the migration')
@Check('agenda_items_list', 'see the migration')
@Check('agenda_items_state', `state IN ('PLACED', 'REMOVED')`)
@Check('agenda_items_removed_with_reason', `state = 'PLACED' OR reason IS NOT NULL`)
@Check('agenda_items_fireside_title_only', `list <> 'FIRESIDE' OR subtitle IS NULL`)
@Check('agenda_items_audience', '0 = ANY (audience)')
@Unique('agenda_items_number_once', ['agendaId', 'number'])
@Unique('agenda_items_topic_once', ['agendaId', 'topicId'])
@Index('agenda_items_topic', ['topicId'])
export class AgendaItemEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'agenda_items_pkey' }) id!: string;

  @ForeignKey(() => AgendaEntity, { name: 'agenda_items_agenda' })
  @Column('uuid', { name: 'agenda_id' })
  agendaId!: string;

  @Column('uuid', { name: 'topic_id' }) topicId!: string;
  @Column('text', { nullable: true }) number!: string | null;
  @Column('int') position!: number;
  @Column('text', { name: 'group_code' }) group!: AgendaGroup;
  @Column('text') list!: AgendaList;
  @Column('text') state!: AgendaItemState;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) subtitle!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('int', { array: true }) audience!: number[];
}
