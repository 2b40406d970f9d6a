import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { BodyCode, CommentRoundState, PartyCode } from '#glossary';
import { ConferenceEntity } from '#conferences';
import { ProposalVersionEntity } from './proposal-version.entity.js';

@Entity('comment_rounds')
@Index('comment_rounds_topic', ['topicId'])
@Index('comment_rounds_opened', ['openedAt', 'id'])
@Index('comment_rounds_one_open', { synchronize: false })
export class CommentRoundEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'comment_rounds_pkey' }) id!: string;
  @Column('uuid', { name: 'topic_id' }) topicId!: string;

  @ForeignKey(() => ConferenceEntity, { name: 'comment_rounds_conference_fk' })
  @Column('uuid', { name: 'conference_id' })
  conferenceId!: string;

  @Column('text') state!: CommentRoundState;
  @Column('text') body!: BodyCode;

  @ForeignKey(() => ProposalVersionEntity, { name: 'comment_rounds_version_fk' })
  @Column('uuid', { name: 'proposal_version_id' })
  proposalVersionId!: string;

  @Column('text', { name: 'text_hash' }) textHash!: string;
  @Column('text', { array: true }) parties!: PartyCode[];
  @Column('text', { nullable: true }) question!: string | null;
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date;
  @Column('text', { name: 'opened_by' }) openedBy!: string;
  @Column('timestamptz', { name: 'closes_at' }) closesAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column('int') revision!: number;
  @Column('int', { array: true }) audience!: number[];
}
