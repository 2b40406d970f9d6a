import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { SilenceRule } from '../domain/conference.js';

/** Assumptions about one conference of ministers, as data. */
@Entity('conference_profiles')
@Check('conference_profiles_weeks', 'registration_weeks >= 0 AND direct_registration_weeks >= 0')
@Check('conference_profiles_min_yes', 'min_yes >= 0')
@Check('conference_profiles_silence_rule', 'see the migration')
export class ConferenceProfileEntity {
  @PrimaryColumn('text') code!: string;
  @Column('text') name!: string;
  @Column('int', { name: 'registration_weeks' }) registrationWeeks!: number;
  @Column('int', { name: 'direct_registration_weeks' }) directRegistrationWeeks!: number;
  @Column('int', { name: 'min_yes' }) minYes!: number;
  @Column('text', { name: 'silence_rule' }) silenceRule!: SilenceRule;
}
