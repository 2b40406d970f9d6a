import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { AgendaItemEntity } from '#agendas';
import type { MinutesEntry } from '../domain/minutes.js';
import { MinutesEntity } from './minutes.entity.js';

/** Where an entry stands in a version: known to all who read it, whatever they may read of the entry itself. */
export interface MinutesPlace {
  readonly agendaItemId: string;
  readonly number: string | null;
}

/** Written once (trigger `minutes_version_is_kept`). */
@Entity('minutes_versions')
@Check('minutes_versions_audience', '0 = ANY (audience) AND 0 <= ALL (audience) AND NOT 203 = ANY (audience)')
@Unique('minutes_versions_once', ['minutesId', 'number'])
export class MinutesVersionEntity {
  @PrimaryColumn('uuid') id!: string;

  @ForeignKey(() => MinutesEntity, { name: 'minutes_versions_minutes' })
  @Column('uuid', { name: 'minutes_id' })
  minutesId!: string;

  @Column('int') number!: number;
  @Column('text', { nullable: true }) explanation!: string | null;
  @Column('text', { name: 'written_by' }) writtenBy!: string;
  @Column('timestamptz', { name: 'written_at' }) writtenAt!: Date;
  @Column('jsonb') places!: MinutesPlace[];
  @Column('int', { array: true }) audience!: number[];
}

/** What a version says of one item. A restricted one is read by those alone who see the topic. */
@Entity('minutes_entries')
@Check('minutes_entries_audience', '0 = ANY (audience) AND 0 <= ALL (audience) AND NOT 203 = ANY (audience)')
@Unique('minutes_entries_once', ['versionId', 'agendaItemId'])
@Index('minutes_entries_topic', ['topicId'])
export class MinutesEntryEntity {
  @PrimaryColumn('uuid') id!: string;

  @ForeignKey(() => MinutesVersionEntity, { name: 'minutes_entries_version' })
  @Column('uuid', { name: 'version_id' })
  versionId!: string;

  @ForeignKey(() => AgendaItemEntity, { name: 'minutes_entries_agenda_item' })
  @Column('uuid', { name: 'agenda_item_id' })
  agendaItemId!: string;

  @Column('uuid', { name: 'topic_id' }) topicId!: string;
  @Column('jsonb') content!: MinutesEntry;
  /** Who sees the topic; null for one that is not restricted. */
  @Column('int', { name: 'restricted_to', array: true, nullable: true }) restrictedTo!: number[] | null;
  @Column('int', { array: true }) audience!: number[];
}
