import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ConferenceEntity } from '#conferences';
import type { PublicationState } from '#glossary';
import type { PublicationReport } from '../domain/publication-report.js';

/** What was prepared is approved or discarded, and never changed (trigger `publication_is_kept`). */
@Entity('publications')
@Check('publications_state', `state IN ('PREPARED', 'APPROVED', 'DISCARDED')`)
@Check('publications_four_eyes', 'approved_by IS NULL OR approved_by <> prepared_by')
@Check('publications_approved', 'see the migration')
@Check('publications_audience', '0 = ANY (audience) AND 0 <= ALL (audience)')
@Index('publications_one_prepared', ['conferenceId'], { unique: true, where: `state = 'PREPARED'` })
@Index('publications_conference', ['conferenceId'])
export class PublicationEntity {
  @PrimaryColumn('uuid') id!: string;

  @ForeignKey(() => ConferenceEntity, { name: 'publications_conference_fk' })
  @Column('uuid', { name: 'conference_id' })
  conferenceId!: string;

  @Column('text') state!: PublicationState;
  @Column('jsonb') report!: PublicationReport;
  @Column('uuid', { name: 'prepared_by' }) preparedBy!: string;
  @Column('text', { name: 'prepared_by_name' }) preparedByName!: string;
  @Column('timestamptz', { name: 'prepared_at' }) preparedAt!: Date;
  @Column('uuid', { name: 'approved_by', nullable: true }) approvedBy!: string | null;
  @Column('text', { name: 'approved_by_name', nullable: true }) approvedByName!: string | null;
  @Column('timestamptz', { name: 'approved_at', nullable: true }) approvedAt!: Date | null;
  @Column('int') revision!: number;
  @Column('int', { array: true }) audience!: number[];
}
