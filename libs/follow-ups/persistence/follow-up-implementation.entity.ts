import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { ImplementationStatus, LandCode } from '#glossary';
import { PartyEntity } from '#organisation';
import { FollowUpEntity } from './follow-up.entity.js';

/** How far a Land said it had got. Rows are only ever added; the highest version counts. */
@Entity('follow_up_implementations')
@Check('follow_up_implementations_status', `status IN ('NOT_STARTED', 'IN_PROGRESS', 'IMPLEMENTED', 'NOT_INTENDED')`)
@Check('follow_up_implementations_of_laender', `party <> 'BUND'`)
@Check('follow_up_implementations_audience', '0 = ANY (audience)')
@Unique('follow_up_implementations_version', ['followUpId', 'party', 'version'])
export class FollowUpImplementationEntity {
  @PrimaryColumn('uuid') id!: string;

  @ForeignKey(() => FollowUpEntity, { name: 'follow_up_implementations_follow_up_fk' })
  @Column('uuid', { name: 'follow_up_id' })
  followUpId!: string;

  @ForeignKey(() => PartyEntity, { name: 'follow_up_implementations_party' })
  @Column('text')
  party!: LandCode;

  @Column('int') version!: number;
  @Column('text') status!: ImplementationStatus;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
  @Column('text', { name: 'recorded_by' }) recordedBy!: string;
  @Column('int', { array: true }) audience!: number[];
}
