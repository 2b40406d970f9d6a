import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { PartyCode, Season } from '#glossary';
import { PartyEntity } from '#organisation';
import type { ConferenceNames } from '../domain/conference-profile.js';
import type { ConferenceState } from '../domain/conference.js';
import { ConferenceProfileEntity } from './conference-profile.entity.js';

@Entity('conferences')
@Check('conferences_season', `season IN ('SPRING', 'AUTUMN', 'SPECIAL')`)
@Check('conferences_number', 'number > 0')
@Check('conferences_days', 'ends_on >= starts_on')
@Check('conferences_state', `state IN ('PLANNED', 'CANCELLED')`)
@Check('conferences_audience', '0 = ANY (audience)')
@Index('conferences_number_once', { synchronize: false })
@Index('conferences_cycle_once', { synchronize: false })
@Index('conferences_ends_on', ['endsOn'])
export class ConferenceEntity {
  @PrimaryColumn('uuid') id!: string;

  @ForeignKey(() => ConferenceProfileEntity, { name: 'conferences_profile' })
  @Column('text', { name: 'profile_code' })
  profileCode!: string;

  @Column('int', { nullable: true }) number!: number | null;
  @Column('text', { nullable: true }) name!: string | null;
  @Column('text') season!: Season;
  @Column('int') year!: number;
  @Column('text', { nullable: true }) place!: string | null;
  @Column('date', { name: 'starts_on' }) startsOn!: string;
  @Column('date', { name: 'ends_on' }) endsOn!: string;

  @ForeignKey(() => PartyEntity, { name: 'conferences_chair' })
  @Column('text', { name: 'chair_code' })
  chairCode!: PartyCode;

  @Column('timestamptz', { name: 'registration_deadline' }) registrationDeadline!: Date;
  @Column('timestamptz', { name: 'direct_registration_deadline' }) directRegistrationDeadline!: Date;
  @Column('date', { name: 'committees_from' }) committeesFrom!: string;
  @Column('date', { name: 'committees_to' }) committeesTo!: string;
  @Column('timestamptz', { name: 'agenda_draft_deadline' }) agendaDraftDeadline!: Date;
  @Column('date', { name: 'pre_conference_on' }) preConferenceOn!: string;
  @Column('timestamptz', { name: 'final_papers_deadline' }) finalPapersDeadline!: Date;
  @Column('jsonb') names!: ConferenceNames;
  @Column('text', { default: 'PLANNED' }) state!: ConferenceState;

  @ForeignKey(() => ConferenceEntity, { name: 'conferences_successor' })
  @Column('uuid', { name: 'successor_id', nullable: true })
  successorId!: string | null;

  @Column('int') revision!: number;
  @Column('int', { array: true }) audience!: number[];
}
