import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type {
  BodyCode,
  Classification,
  CommitteeCode,
  Outcome,
  PartyCode,
  ProposalStage,
  Recommendation,
  TopicKind,
  TopicState,
} from '#glossary';
import type { TopicAttachment } from '../domain/topic.js';

@Entity('topics')
@Index('topics_conference', ['conferenceId'])
@Index('topics_updated', ['updatedAt', 'id'])
export class TopicEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'topics_pkey' }) id!: string;
  @Column('text') state!: TopicState;
  @Column('text') kind!: TopicKind;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) subtitle!: string | null;
  @Column('text', { name: 'registrant_party', nullable: true }) registrantParty!: PartyCode | null;
  @Column('text', { name: 'registrant_body', nullable: true }) registrantBody!: BodyCode | null;
  @Column('text', { name: 'co_registrants', array: true }) coRegistrants!: PartyCode[];
  @Column('text', { name: 'restricted_to', array: true, default: '{}' }) restrictedTo!: PartyCode[];
  @Column('uuid', { name: 'need_to_know_group_id', nullable: true }) needToKnowGroupId!: string | null;
  @Column('uuid', { name: 'conference_id' }) conferenceId!: string;
  @Column('uuid', { name: 'previous_conference_ids', array: true, default: '{}' }) previousConferenceIds!: string[];
  @Column('text', { name: 'lead_committee', nullable: true }) leadCommittee!: CommitteeCode | null;
  @Column('text', { name: 'involved_committees', array: true }) involvedCommittees!: BodyCode[];
  @Column('text', { nullable: true }) facts!: string | null;
  @Column('text', { nullable: true }) rationale!: string | null;
  @Column('text', { array: true }) rapporteurs!: string[];
  @Column('text', { array: true }) precedents!: string[];
  @Column('jsonb', { default: () => "'[]'" }) attachments!: TopicAttachment[];
  @Column('text', { name: 'urgency_reason', nullable: true }) urgencyReason!: string | null;
  @Column('boolean', { name: 'release_wish' }) releaseWish!: boolean;
  @Column('text') classification!: Classification;
  @Column('boolean', { name: 'is_placeholder', default: false }) isPlaceholder!: boolean;
  @Column('boolean', { name: 'pending_in_bundesrat' }) pendingInBundesrat!: boolean;
  @Column('text', { name: 'financial_impact', nullable: true }) financialImpact!: string | null;
  @Column('text', { name: 'file_reference', nullable: true }) fileReference!: string | null;
  @Column('text', { nullable: true }) contact!: string | null;
  @Column('boolean', { name: 'is_late' }) isLate!: boolean;
  @Column('timestamptz', { name: 'chair_consented_at', nullable: true }) chairConsentedAt!: Date | null;
  @Column('text', { nullable: true }) recommendation!: Recommendation | null;
  @Column('text', { nullable: true }) outcome!: Outcome | null;
  @Column('uuid', { name: 'proposal_version_id', nullable: true }) proposalVersionId!: string | null;
  @Column('text', { name: 'proposal_text_hash', nullable: true }) proposalTextHash!: string | null;
  @Column('jsonb', { name: 'frozen_versions' }) frozenVersions!: Partial<Record<ProposalStage, string>>;
  @Column('uuid', { name: 'open_ballot_id', nullable: true }) openBallotId!: string | null;
  @Column('uuid', { name: 'merged_into_id', nullable: true }) mergedIntoId!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt!: Date | null;
  @Column('timestamptz', { name: 'accepted_at', nullable: true }) acceptedAt!: Date | null;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('int') revision!: number;
  @Column('int', { array: true }) audience!: number[];
}
