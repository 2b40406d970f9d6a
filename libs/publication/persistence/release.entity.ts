import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ConferenceEntity } from '#conferences';
import type { Classification, ReleaseObjectKind, ReleaseState } from '#glossary';

/** The trigger `release_needs_no_objection` (migration) refuses to release what somebody objects to. */
@Entity('releases')
@Check('releases_object_kind', `object_kind IN ('RESOLUTION', 'ATTACHMENT', 'STATEMENT', 'CORRECTION')`)
@Check('releases_state', `state IN ('PROPOSED', 'BLOCKED', 'RELEASED', 'PUBLISHED', 'WITHDRAWN')`)
@Check('releases_never_of_classified', 'see the migration')
@Check('releases_published_at', 'see the migration')
@Check('releases_audience', '0 = ANY (audience) AND 0 <= ALL (audience)')
@Unique('releases_one_per_object', ['objectKind', 'objectId'])
@Index('releases_topic', ['topicId'])
@Index('releases_conference', ['conferenceId'])
export class ReleaseEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'object_kind' }) objectKind!: ReleaseObjectKind;
  @Column('uuid', { name: 'object_id' }) objectId!: string;
  @Column('uuid', { name: 'topic_id' }) topicId!: string;

  @ForeignKey(() => ConferenceEntity, { name: 'releases_conference_fk' })
  @Column('uuid', { name: 'conference_id' })
  conferenceId!: string;

  @Column('text') title!: string;
  @Column('text') classification!: Classification;
  @Column('boolean', { name: 'release_wish' }) releaseWish!: boolean;
  @Column('text') state!: ReleaseState;
  @Column('timestamptz', { name: 'objections_until' }) objectionsUntil!: Date;
  @Column('timestamptz', { name: 'proposed_at' }) proposedAt!: Date;
  @Column('timestamptz', { name: 'released_at', nullable: true }) releasedAt!: Date | null;
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt!: Date | null;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt!: Date | null;
  @Column('int') revision!: number;
  @Column('int', { array: true }) audience!: number[];
}
