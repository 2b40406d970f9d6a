import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { TopicMergeState } from '#glossary';

@Entity('topic_merges')
@Index('topic_merges_topic', ['topicId'])
@Index('topic_merges_survivor', ['survivorId'])
export class TopicMergeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'topic_merges_pkey' }) id!: string;
  @Column('text') state!: TopicMergeState;
  @Column('uuid', { name: 'topic_id' }) topicId!: string;
  @Column('uuid', { name: 'survivor_id' }) survivorId!: string;
  @Column('text') reason!: string;
  @Column('timestamptz', { name: 'topic_consented_at', nullable: true }) topicConsentedAt!: Date | null;
  @Column('timestamptz', { name: 'survivor_consented_at', nullable: true }) survivorConsentedAt!: Date | null;
  @Column('timestamptz', { name: 'proposed_at' }) proposedAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('int') revision!: number;
  @Column('int', { array: true }) audience!: number[];
}
