import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { BodyCode, Recommendation, RecommendationStage } from '#glossary';

@Entity('topic_recommendations')
@Index('topic_recommendations_topic', ['topicId'])
export class TopicRecommendationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'topic_recommendations_pkey' }) id!: string;
  @Column('uuid', { name: 'topic_id' }) topicId!: string;
  @Column('uuid', { name: 'conference_id' }) conferenceId!: string;
  @Column('text') stage!: RecommendationStage;
  @Column('text', { nullable: true }) body!: BodyCode | null;
  @Column('text') recommendation!: Recommendation;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('uuid', { name: 'proposal_version_id', nullable: true }) proposalVersionId!: string | null;
  @Column('timestamptz', { name: 'given_at' }) givenAt!: Date;
  @Column('int', { array: true }) audience!: number[];
}
