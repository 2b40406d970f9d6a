import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { BodyCode, SessionMode } from '#glossary';
import { BodyEntity } from '#organisation';
import type { SessionState } from '../domain/conference.js';
import { ConferenceEntity } from './conference.entity.js';

@Entity('sessions')
@Check('sessions_days', 'ends_on >= starts_on')
@Check('sessions_mode', `mode IN ('IN_PERSON', 'VIDEO', 'HYBRID')`)
@Check('sessions_state', `state IN ('PLANNED')`)
@Check('sessions_audience', '0 = ANY (audience)')
@Exclusion('sessions_one_at_a_time', `USING gist (body_code WITH =, daterange(starts_on, ends_on, '[]') WITH &&)`)
@Index('sessions_conference', ['conferenceId'])
export class SessionEntity {
  @PrimaryColumn('uuid') id!: string;

  @ForeignKey(() => ConferenceEntity, { name: 'sessions_conference_fk' })
  @Column('uuid', { name: 'conference_id' })
  conferenceId!: string;

  @ForeignKey(() => BodyEntity, { name: 'sessions_body' })
  @Column('text', { name: 'body_code' })
  bodyCode!: BodyCode;

  @Column('date', { name: 'starts_on' }) startsOn!: string;
  @Column('date', { name: 'ends_on' }) endsOn!: string;
  @Column('text', { nullable: true }) place!: string | null;
  @Column('text') mode!: SessionMode;
  @Column('text') state!: SessionState;
  @Column('int', { array: true }) audience!: number[];
}
