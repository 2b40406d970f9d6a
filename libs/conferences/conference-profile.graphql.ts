import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  adoptionRuleNames,
  agendaListNames,
  bodyShortNames,
  discussionDemandNames,
  holidayRuleNames,
  scheduleUnitNames,
  silenceRuleNames,
  type AdoptionRule,
  type AgendaList,
  type BodyCode,
  type DiscussionDemand,
  type HolidayRule,
  type ScheduleUnit,
  type SilenceRule,
} from '#glossary';
import { closedSet, RefusalType } from '#platform/graphql';
import { bodyNameIn, listNameIn, type ConferenceNames, type ConferenceProfile } from './domain/conference-profile.js';

const ProfileAdoptionRuleEnum = closedSet('ProfileAdoptionRule', adoptionRuleNames);
const ProfileSilenceRuleEnum = closedSet('ProfileSilenceRule', silenceRuleNames);
const DiscussionDemandEnum = closedSet('DiscussionDemand', discussionDemandNames);
const HolidayRuleEnum = closedSet('HolidayRule', holidayRuleNames);
const ScheduleUnitEnum = closedSet('ScheduleUnit', scheduleUnitNames);

@ObjectType('CodedName', { description: 'How a conference of ministers calls something that has a code.' })
export class CodedNameType {
  @Field(() => ID) code!: string;
  @Field(() => String) name!: string;
}

@ObjectType('ConferenceNames', { description: 'What a conference of ministers calls itself, its bodies and papers.' })
export class ConferenceNamesType {
  @Field(() => String) conference!: string;
  @Field(() => String, { description: 'As it stands after „der“.' }) conferenceGenitive!: string;
  @Field(() => String) shortName!: string;
  @Field(() => String, { description: 'Of the secretariat.' }) office!: string;
  @Field(() => String) writtenProcedure!: string;
  @Field(() => String, { description: 'Numbering label of written procedures.' }) writtenResolution!: string;
  @Field(() => [CodedNameType], { description: 'Of all standing bodies.' }) bodies!: readonly CodedNameType[];
  @Field(() => [CodedNameType], { description: 'Of all lists of the agenda.' }) lists!: readonly CodedNameType[];
}

@ObjectType('ConferenceProfile', {
  description: 'The rules of one conference of ministers. Weeks count back from its day.',
})
export class ConferenceProfileType {
  @Field(() => ID) code!: string;
  @Field(() => String) name!: string;
  @Field(() => Int) registrationWeeks!: number;
  @Field(() => Int) committeesFromWeeks!: number;
  @Field(() => Int) committeesToWeeks!: number;
  @Field(() => Int) directRegistrationWeeks!: number;
  @Field(() => Int) agendaDraftWeeks!: number;
  @Field(() => Int) preConferenceWeeks!: number;
  @Field(() => Int) finalPapersWeeks!: number;
  @Field(() => ScheduleUnitEnum, { description: 'What these numbers count for a special session.' })
  specialScheduleUnit!: ScheduleUnit;

  @Field(() => Int, { description: 'Working days.' }) commentFromDays!: number;
  @Field(() => Int, { description: 'Working days.' }) commentToDays!: number;
  @Field(() => Int, { description: 'Working days.' }) writtenProcedureDays!: number;
  @Field(() => Int, { description: 'Working days.' }) writtenProcedureUrgentDays!: number;
  @Field(() => Int, { description: 'Hours a written procedure is open at least.' })
  writtenProcedureLeavesHours!: number;
  @Field(() => HolidayRuleEnum, { description: 'Which days are no working days for all Länder together.' })
  holidayRule!: HolidayRule;

  @Field(() => ProfileAdoptionRuleEnum) adoptionRule!: AdoptionRule;
  @Field(() => Int) minYes!: number;
  @Field(() => ProfileSilenceRuleEnum, { description: 'In sessions.' }) silenceRule!: SilenceRule;
  @Field(() => ProfileSilenceRuleEnum) writtenProcedureSilenceRule!: SilenceRule;
  @Field(() => DiscussionDemandEnum) mayDemandDiscussion!: DiscussionDemand;
  @Field(() => ConferenceNamesType) names!: ConferenceNamesType;
  @Field(() => Int) revision!: number;

  id!: string;
}

@InputType()
export class CodedNameInput {
  @Field(() => ID) code!: string;
  @Field(() => String, { description: 'The usual name applies when empty.' }) name!: string;
}

@InputType()
export class ConferenceNamesInput {
  @Field(() => String) conference!: string;
  @Field(() => String) conferenceGenitive!: string;
  @Field(() => String) shortName!: string;
  @Field(() => String) office!: string;
  @Field(() => String) writtenProcedure!: string;
  @Field(() => String) writtenResolution!: string;
  @Field(() => [CodedNameInput]) bodies!: readonly CodedNameInput[];
  @Field(() => [CodedNameInput]) lists!: readonly CodedNameInput[];
}

@InputType({ isAbstract: true })
export class ConferenceProfileInput {
  @Field(() => ID) code!: string;
  @Field(() => String) name!: string;
  @Field(() => Int) registrationWeeks!: number;
  @Field(() => Int) committeesFromWeeks!: number;
  @Field(() => Int) committeesToWeeks!: number;
  @Field(() => Int) directRegistrationWeeks!: number;
  @Field(() => Int) agendaDraftWeeks!: number;
  @Field(() => Int) preConferenceWeeks!: number;
  @Field(() => Int) finalPapersWeeks!: number;
  @Field(() => ScheduleUnitEnum) specialScheduleUnit!: ScheduleUnit;
  @Field(() => Int) commentFromDays!: number;
  @Field(() => Int) commentToDays!: number;
  @Field(() => Int) writtenProcedureDays!: number;
  @Field(() => Int) writtenProcedureUrgentDays!: number;
  @Field(() => Int) writtenProcedureLeavesHours!: number;
  @Field(() => HolidayRuleEnum) holidayRule!: HolidayRule;
  @Field(() => ProfileAdoptionRuleEnum) adoptionRule!: AdoptionRule;
  @Field(() => Int) minYes!: number;
  @Field(() => ProfileSilenceRuleEnum) silenceRule!: SilenceRule;
  @Field(() => ProfileSilenceRuleEnum, { defaultValue: 'ALL_MUST_VOTE' }) writtenProcedureSilenceRule!: SilenceRule;
  @Field(() => DiscussionDemandEnum) mayDemandDiscussion!: DiscussionDemand;
  @Field(() => ConferenceNamesInput) names!: ConferenceNamesInput;
}

@ObjectType({ isAbstract: true })
export class ConferenceProfilePayload {
  @Field(() => ConferenceProfileType, { nullable: true }) profile!: ConferenceProfileType | null;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

export function toConferenceNamesType(names: ConferenceNames): ConferenceNamesType {
  const bodies = Object.keys(bodyShortNames) as BodyCode[];
  const lists = Object.keys(agendaListNames) as AgendaList[];
  return {
    ...names,
    bodies: bodies.map((code) => ({ code, name: bodyNameIn(names, code) })),
    lists: lists.map((code) => ({ code, name: listNameIn(names, code) })),
  };
}

export function toConferenceProfileType(profile: ConferenceProfile): ConferenceProfileType {
  return { ...profile, names: toConferenceNamesType(profile.names) };
}
