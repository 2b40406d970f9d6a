import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CosignatureEnd, PartyCode } from '#glossary';
import { PartyEntity } from '#organisation';
import { StatementEntity } from './statement.entity.js';

/** Given once and ended once (trigger `statement_cosignature_is_kept`). */
@Entity('statement_cosignatures')
@Check('statement_cosignatures_end', `ended_because IN ('WITHDRAWN', 'TEXT_CHANGED')`)
@Check('statement_cosignatures_ended', '(ended_at IS NULL) = (ended_because IS NULL)')
@Check('statement_cosignatures_audience', '0 = ANY (audience) AND 0 <= ALL (audience) AND NOT 203 = ANY (audience)')
@Index('statement_cosignatures_of', ['statementId'])
@Index('statement_cosignatures_one_standing', { synchronize: false })
export class StatementCosignatureEntity {
  @PrimaryColumn('uuid') id!: string;

  @ForeignKey(() => StatementEntity, { name: 'statement_cosignatures_statement' })
  @Column('uuid', { name: 'statement_id' })
  statementId!: string;

  @ForeignKey(() => PartyEntity, { name: 'statement_cosignatures_party' })
  @Column('text')
  party!: PartyCode;

  @Column('text', { name: 'text_hash' }) textHash!: string;
  @Column('timestamptz', { name: 'cosigned_at' }) cosignedAt!: Date;
  @Column('text', { name: 'cosigned_by' }) cosignedBy!: string;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column('text', { name: 'ended_because', nullable: true }) endedBecause!: CosignatureEnd | null;
  @Column('int', { array: true }) audience!: number[];
}
