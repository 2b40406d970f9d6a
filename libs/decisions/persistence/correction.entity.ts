import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CorrectionState } from '#glossary';
import type { ResolutionClause } from '../domain/resolution.js';
import { ResolutionEntity } from './resolution.entity.js';

/** Proposed once and decided once (trigger `resolution_correction_is_kept`). */
@Entity('resolution_corrections')
@Check('resolution_corrections_number', 'number >= 1')
@Check('resolution_corrections_reason', `reason <> ''`)
@Check('resolution_corrections_state', `state IN ('PROPOSED', 'CONFIRMED', 'REJECTED')`)
@Check('resolution_corrections_audience', '0 = ANY (audience) AND 0 <= ALL (audience) AND NOT 203 = ANY (audience)')
@Check('resolution_corrections_numbered', `(state = 'CONFIRMED') = (number IS NOT NULL)`)
@Check('resolution_corrections_decided', `(state = 'PROPOSED') = (decided_at IS NULL)`)
@Unique('resolution_corrections_number_once', ['resolutionId', 'number'])
@Index('resolution_corrections_topic', ['topicId'])
@Index('resolution_corrections_one_proposed', { synchronize: false })
export class CorrectionEntity {
  @PrimaryColumn('uuid') id!: string;

  @ForeignKey(() => ResolutionEntity, { name: 'resolution_corrections_resolution' })
  @Column('uuid', { name: 'resolution_id' })
  resolutionId!: string;

  @Column('uuid', { name: 'topic_id' }) topicId!: string;
  @Column('int', { nullable: true }) number!: number | null;
  @Column('jsonb') clauses!: readonly ResolutionClause[];
  @Column('text', { name: 'text_hash' }) textHash!: string;
  @Column('text') reason!: string;
  @Column('text') state!: CorrectionState;
  @Column('timestamptz', { name: 'proposed_at' }) proposedAt!: Date;
  @Column('text', { name: 'proposed_by' }) proposedBy!: string;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column('text', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('int') revision!: number;
  @Column('int', { array: true }) audience!: number[];
}
