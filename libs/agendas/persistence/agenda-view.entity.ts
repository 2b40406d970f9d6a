import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '#organisation';
import { AgendaEntity } from './agenda.entity.js';

@Entity('agenda_views')
export class AgendaViewEntity {
  @ForeignKey(() => PersonEntity, { name: 'agenda_views_person' })
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'agenda_views_pkey' })
  personId!: string;

  @ForeignKey(() => AgendaEntity, { name: 'agenda_views_agenda' })
  @PrimaryColumn('uuid', { name: 'agenda_id', primaryKeyConstraintName: 'agenda_views_pkey' })
  agendaId!: string;

  @Column('timestamptz', { name: 'seen_at' }) seenAt!: Date;
}
