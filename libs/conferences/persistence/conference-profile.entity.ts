import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { AdoptionRule, DiscussionDemand, HolidayRule, ScheduleUnit, SilenceRule } from '#glossary';
import type { ConferenceNames } from '../domain/conference-profile.js';

/** Assumptions about one conference of ministers, as data. */
@Entity('conference_profiles')
@Check('conference_profiles_weeks', 'registration_weeks >= 0 AND direct_registration_weeks >= 0')
@Check('conference_profiles_min_yes', 'min_yes >= 0')
@Check('conference_profiles_silence_rule', 'see the migration')
@Check('conference_profiles_schedule', 'see the migration')
@Check('conference_profiles_days', 'see the migration')
@Check('conference_profiles_unit', 'see the migration')
@Check('conference_profiles_adoption_rule', 'see the migration')
@Check('conference_profiles_demand', 'see the migration')
@Check('conference_profiles_holidays', 'see the migration')
@Check('conference_profiles_leaves_hours', 'see the migration')
@Check('conference_profiles_written_silence', 'see the migration')
@Unique('conference_profiles_id', ['id'])
export class ConferenceProfileEntity {
  @PrimaryColumn('text') code!: string;
  @Column('uuid') id!: string;
  @Column('text') name!: string;
  @Column('int', { name: 'registration_weeks' }) registrationWeeks!: number;
  @Column('int', { name: 'direct_registration_weeks' }) directRegistrationWeeks!: number;
  @Column('int', { name: 'committees_from_weeks' }) committeesFromWeeks!: number;
  @Column('int', { name: 'committees_to_weeks' }) committeesToWeeks!: number;
  @Column('int', { name: 'agenda_draft_weeks' }) agendaDraftWeeks!: number;
  @Column('int', { name: 'pre_conference_weeks' }) preConferenceWeeks!: number;
  @Column('int', { name: 'final_papers_weeks' }) finalPapersWeeks!: number;
  @Column('text', { name: 'special_schedule_unit' }) specialScheduleUnit!: ScheduleUnit;
  @Column('int', { name: 'comment_from_days' }) commentFromDays!: number;
  @Column('int', { name: 'comment_to_days' }) commentToDays!: number;
  @Column('int', { name: 'written_procedure_days' }) writtenProcedureDays!: number;
  @Column('int', { name: 'written_procedure_urgent_days' }) writtenProcedureUrgentDays!: number;
  @Column('int', { name: 'written_procedure_leaves_hours' }) writtenProcedureLeavesHours!: number;
  @Column('text', { name: 'holiday_rule' }) holidayRule!: HolidayRule;
  @Column('text', { name: 'adoption_rule' }) adoptionRule!: AdoptionRule;
  @Column('int', { name: 'min_yes' }) minYes!: number;
  @Column('text', { name: 'silence_rule' }) silenceRule!: SilenceRule;
  @Column('text', { name: 'written_procedure_silence_rule' }) writtenProcedureSilenceRule!: SilenceRule;
  @Column('text', { name: 'may_demand_discussion' }) mayDemandDiscussion!: DiscussionDemand;
  @Column('jsonb') names!: ConferenceNames;
  @Column('int') revision!: number;
}
