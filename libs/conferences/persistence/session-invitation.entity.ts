import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { SessionMode } from '#glossary';
import { SessionEntity } from './session.entity.js';

/** An invitation as it was sent. No right of the processes changes it. */
@Entity('session_invitations')
@Check('session_invitations_number', 'number >= 1')
@Check('session_invitations_mode', `mode IN ('IN_PERSON', 'VIDEO', 'HYBRID')`)
@Check('session_invitations_audience', '0 = ANY (audience)')
export class SessionInvitationEntity {
  @ForeignKey(() => SessionEntity, { name: 'session_invitations_session', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'session_id', primaryKeyConstraintName: 'session_invitations_pkey' })
  sessionId!: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'session_invitations_pkey' }) number!: number;
  @Column('date', { name: 'starts_on' }) startsOn!: string;
  @Column('date', { name: 'ends_on' }) endsOn!: string;
  @Column('text', { nullable: true }) place!: string | null;
  @Column('text') mode!: SessionMode;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('text', { name: 'invited_by' }) invitedBy!: string;
  @Column('timestamptz', { name: 'invited_at' }) invitedAt!: Date;
  @Column('int', { array: true }) audience!: number[];
}
