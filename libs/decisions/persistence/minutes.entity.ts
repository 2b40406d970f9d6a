import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { BodyCode, MinutesState } from '#glossary';
import { ConferenceEntity, SessionEntity } from '#conferences';

/** Agreed ones are never changed again (trigger `minutes_are_kept`). */
@Entity('minutes')
@Check('minutes_state', `state IN ('DRAFT', 'CIRCULATED', 'AGREED')`)
@Check('minutes_bodies', 'cardinality(body_codes) >= 1')
@Check('minutes_version', 'version >= 1')
@Check('minutes_audience', '0 = ANY (audience) AND 0 <= ALL (audience) AND NOT 203 = ANY (audience)')
@Check('minutes_circulated', `(state = 'DRAFT') = (circulated_at IS NULL)`)
@Check('minutes_period', '(circulated_at IS NULL) = (objections_until IS NULL)')
@Check('minutes_agreed', `(state = 'AGREED') = (agreed_at IS NOT NULL)`)
@Unique('minutes_one_per_session', ['sessionId'])
@Index('minutes_of_conference', ['conferenceId'])
export class MinutesEntity {
  @PrimaryColumn('uuid') id!: string;

  @ForeignKey(() => SessionEntity, { name: 'minutes_session' })
  @Column('uuid', { name: 'session_id' })
  sessionId!: string;

  @ForeignKey(() => ConferenceEntity, { name: 'minutes_conference' })
  @Column('uuid', { name: 'conference_id' })
  conferenceId!: string;

  @Column('text', { name: 'body_codes', array: true }) bodies!: BodyCode[];
  @Column('text') state!: MinutesState;
  @Column('int') version!: number;
  @Column('timestamptz', { name: 'objections_until', nullable: true }) objectionsUntil!: Date | null;
  @Column('timestamptz', { name: 'circulated_at', nullable: true }) circulatedAt!: Date | null;
  @Column('timestamptz', { name: 'agreed_at', nullable: true }) agreedAt!: Date | null;
  @Column('timestamptz', { name: 'drafted_at' }) draftedAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('int') revision!: number;
  @Column('int', { array: true }) audience!: number[];
}
