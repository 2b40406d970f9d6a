import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { AdoptionRule, DiscussionDemand, PartyCode, SilenceRule, WrittenProcedureState } from '#glossary';
import { ConferenceEntity } from '#conferences';
import { PartyEntity } from '#organisation';

@Entity('written_procedures')
@Check('written_procedures_state', 'see the migration')
@Check('written_procedures_round', 'round >= 0')
@Check('written_procedures_silence_rule', 'see the migration')
@Check('written_procedures_min_yes', 'min_yes >= 0')
@Check('written_procedures_adoption_rule', `adoption_rule IN ('UNANIMITY', 'MAJORITY')`)
@Check('written_procedures_may_demand_discussion', 'see the migration')
@Check('written_procedures_audience', '0 = ANY (audience) AND 0 <= ALL (audience) AND NOT 203 = ANY (audience)')
@Check('written_procedures_started', 'see the migration')
@Check('written_procedures_unstarted', `started_at IS NOT NULL OR state IN ('DRAFT', 'WITHDRAWN')`)
@Check('written_procedures_ended', `(state IN ('DRAFT', 'RUNNING')) = (ended_at IS NULL)`)
@Check('written_procedures_resolution', 'see the migration')
@Unique('written_procedures_number_once', ['profileCode', 'numberYear', 'number'])
@Unique('written_procedures_resolution_once', ['profileCode', 'resolutionYear', 'resolutionNumber'])
@Index('written_procedures_topic', ['topicId'])
@Index('written_procedures_requested', ['requestedAt', 'id'])
@Index('written_procedures_one_unfinished', { synchronize: false })
@Index('written_procedures_due', { synchronize: false })
export class WrittenProcedureEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'written_procedures_pkey' }) id!: string;
  @Column('uuid', { name: 'topic_id' }) topicId!: string;

  @ForeignKey(() => ConferenceEntity, { name: 'written_procedures_conference_fk' })
  @Column('uuid', { name: 'conference_id' })
  conferenceId!: string;

  @Column('text', { name: 'profile_code' }) profileCode!: string;
  @Column('text') state!: WrittenProcedureState;

  @ForeignKey(() => PartyEntity, { name: 'written_procedures_requested_by' })
  @Column('text', { name: 'requested_by', nullable: true })
  requestedBy!: PartyCode | null;

  @Column('text', { name: 'request_reason' }) requestReason!: string;
  @Column('timestamptz', { name: 'requested_at' }) requestedAt!: Date;
  @Column('int', { name: 'number_year', nullable: true }) numberYear!: number | null;
  @Column('int', { nullable: true }) number!: number | null;
  @Column('int', { name: 'resolution_year', nullable: true }) resolutionYear!: number | null;
  @Column('int', { name: 'resolution_number', nullable: true }) resolutionNumber!: number | null;
  @Column('int') round!: number;
  @Column('uuid', { name: 'proposal_version_id', nullable: true }) proposalVersionId!: string | null;
  @Column('text', { name: 'text_hash', nullable: true }) textHash!: string | null;
  @Column('text', { name: 'silence_rule', nullable: true }) silenceRule!: SilenceRule | null;
  @Column('int', { name: 'min_yes', nullable: true }) minYes!: number | null;
  @Column('text', { name: 'adoption_rule', nullable: true }) adoptionRule!: AdoptionRule | null;
  @Column('text', { name: 'may_demand_discussion', nullable: true }) mayDemandDiscussion!: DiscussionDemand | null;
  @Column('text', { name: 'urgency_reason', nullable: true }) urgencyReason!: string | null;
  @Column('timestamptz', { name: 'started_at', nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { name: 'closes_at', nullable: true }) closesAt!: Date | null;
  @Column('timestamptz', { name: 'ended_early_at', nullable: true }) endedEarlyAt!: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;

  @ForeignKey(() => ConferenceEntity, { name: 'written_procedures_reported_fk' })
  @Column('uuid', { name: 'reported_conference_id', nullable: true })
  reportedConferenceId!: string | null;

  @Column('int') revision!: number;
  @Column('int', { array: true }) audience!: number[];
}
