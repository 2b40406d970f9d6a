import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { BodyCode, SessionMode, SessionState } from '#glossary';
import { BodyEntity } from '#organisation';
import { ConferenceEntity } from './conference.entity.js';

@Entity('sessions')
@Check('sessions_days', 'ends_on >= starts_on')
@Check('sessions_mode', `mode IN ('IN_PERSON', 'VIDEO', 'HYBRID')`)
@Check('sessions_state', 'see the migration')
@Check('sessions_number', 'number > 0')
@Check('sessions_pending_ballots', 'pending_ballots >= 0')
@Check('sessions_audience', '0 = ANY (audience)')
@Index('sessions_conference', ['conferenceId'])
export class SessionEntity {
  @PrimaryColumn('uuid') id!: string;

  @ForeignKey(() => ConferenceEntity, { name: 'sessions_conference_fk' })
  @Column('uuid', { name: 'conference_id' })
  conferenceId!: string;

  /** The body that leads; all of them are rows of `session_bodies`. */
  @ForeignKey(() => BodyEntity, { name: 'sessions_body' })
  @Column('text', { name: 'body_code' })
  bodyCode!: BodyCode;

  @Column('int', { nullable: true }) number!: number | null;
  @Column('date', { name: 'starts_on' }) startsOn!: string;
  @Column('date', { name: 'ends_on' }) endsOn!: string;
  @Column('text', { nullable: true }) place!: string | null;
  @Column('text') mode!: SessionMode;
  @Column('text') state!: SessionState;
  @Column('timestamptz', { name: 'invited_at', nullable: true }) invitedAt!: Date | null;
  @Column('int', { name: 'pending_ballots', default: 0 }) pendingBallots!: number;
  @Column('int') revision!: number;
  @Column('int', { array: true }) audience!: number[];
}
