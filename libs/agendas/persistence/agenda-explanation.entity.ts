import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { TopicState } from '#glossary';
import { AgendaEntity } from './agenda.entity.js';

@Entity('agenda_explanations')
@Check('agenda_explanations_number', 'number >= 1')
@Check('agenda_explanations_explanation', `btrim(explanation) <> ''`)
@Check('agenda_explanations_audience', '0 = ANY (audience)')
export class AgendaExplanationEntity {
  @ForeignKey(() => AgendaEntity, { name: 'agenda_explanations_agenda' })
  @PrimaryColumn('uuid', { name: 'agenda_id', primaryKeyConstraintName: 'agenda_explanations_pkey' })
  agendaId!: string;

  @PrimaryColumn('uuid', { name: 'topic_id', primaryKeyConstraintName: 'agenda_explanations_pkey' }) topicId!: string;
  @PrimaryColumn('int', { primaryKeyConstraintName: 'agenda_explanations_pkey' }) number!: number;
  @Column('text', { name: 'topic_state' }) topicState!: TopicState;
  @Column('text') explanation!: string;
  @Column('text', { name: 'explained_by' }) explainedBy!: string;
  @Column('timestamptz', { name: 'explained_at' }) explainedAt!: Date;
  @Column('int', { array: true }) audience!: number[];
}
