import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { ProposalStage } from '#glossary';
import type { Clause } from '../domain/clause.js';

@Entity('proposal_versions')
@Unique('proposal_versions_number', ['topicId', 'number'])
export class ProposalVersionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'proposal_versions_pkey' }) id!: string;
  @Column('uuid', { name: 'topic_id' }) topicId!: string;
  @Column('int') number!: number;
  @Column('text') stage!: ProposalStage;
  @Column('jsonb') clauses!: readonly Clause[];
  @Column('text', { name: 'text_hash' }) textHash!: string;
  @Column('text', { name: 'author_name' }) authorName!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('int', { array: true }) audience!: number[];
}
