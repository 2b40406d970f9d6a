import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  followUpKindNames,
  followUpStateNames,
  implementationStatusNames,
  type FollowUpKind,
  type FollowUpState,
  type ImplementationStatus,
} from '#glossary';
import { closedSet, DayScalar, PageInfoType, RefusalType } from '#platform/graphql';
import type { Addressee } from './domain/addressee.js';
import type { Due } from './domain/due.js';
import type { FollowUpAnswer } from './follow-up-transition.handler.js';
import type { StoredFollowUp } from './persistence/follow-up-rows.js';

export const FollowUpKindEnum = closedSet('FollowUpKind', followUpKindNames);
export const FollowUpStateEnum = closedSet('FollowUpState', followUpStateNames);
export const ImplementationStatusEnum = closedSet('ImplementationStatus', implementationStatusNames);
export const RegularSeasonEnum = closedSet('RegularSeason', { SPRING: 'Frühjahr', AUTUMN: 'Herbst' });

/** Plain fields only; what needs a query or a rule is added by `FollowUpFieldsResolver`. */
@ObjectType('FollowUp', { description: 'What a clause of a resolution asks somebody to do.' })
export class FollowUpType {
  @Field(() => ID) id!: string;
  @Field(() => FollowUpStateEnum) state!: FollowUpState;
  @Field(() => FollowUpKindEnum) kind!: FollowUpKind;
  @Field(() => String, { description: 'What is to be done.' }) task!: string;
  @Field(() => ID) clauseId!: string;
  @Field(() => GraphQLISODateTime) createdAt!: Date;
  @Field(() => Int, { description: 'Send it back as expectedRevision.' }) revision!: number;

  addressee!: Addressee;
  due!: Due;
  resolutionId!: string;
  repeatsId!: string | null;
  extendedById!: string | null;
  returnedTopicId!: string | null;
  updatedAt!: Date;
  audience!: readonly number[];
}

@ObjectType('FollowUpReport', { description: 'A report as it was handed in.' })
export class FollowUpReportType {
  @Field(() => Int) number!: number;
  @Field(() => String) text!: string;
  @Field(() => GraphQLISODateTime) handedInAt!: Date;
  @Field(() => String) handedInBy!: string;
}

@ObjectType('Implementation', { description: 'How far a Land has got, by its own account.' })
export class ImplementationType {
  @Field(() => String, { description: 'Code of the Land.' }) party!: string;
  @Field(() => String) partyName!: string;
  @Field(() => ImplementationStatusEnum, { nullable: true, description: 'Null while the Land has said nothing.' })
  status!: ImplementationStatus | null;

  @Field(() => String) statusLabel!: string;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) recordedAt!: Date | null;
  @Field(() => String, { nullable: true }) recordedBy!: string | null;
}

@ObjectType({ description: 'The follow-up as it is now, or why nothing was changed.' })
export class FollowUpPayload {
  @Field(() => FollowUpType, { nullable: true }) followUp!: StoredFollowUp | null;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

@ObjectType('FollowUpConnection')
export class FollowUpConnectionType {
  @Field(() => [FollowUpType]) nodes!: readonly StoredFollowUp[];
  @Field(() => PageInfoType) pageInfo!: PageInfoType;
  @Field(() => Int) totalCount!: number;
}

/** Which follow-up, and the revision the person decided on. */
@InputType()
export class FollowUpTransitionInput {
  @Field(() => ID) followUpId!: string;
  @Field(() => Int) expectedRevision!: number;
}

@InputType({ description: 'A day, or season and year of a conference, or a condition with the day of its review.' })
export class DueInput {
  @Field(() => DayScalar, { nullable: true }) day?: string | null;
  @Field(() => RegularSeasonEnum, { nullable: true }) season?: 'SPRING' | 'AUTUMN' | null;
  @Field(() => Int, { nullable: true }) year?: number | null;
  @Field(() => String, { nullable: true }) condition?: string | null;
  @Field(() => DayScalar, { nullable: true }) reviewOn?: string | null;
}

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** Undefined when it is not exactly one of the three. */
export function toDue({ day, season, year, condition, reviewOn }: DueInput): Due | undefined {
  const possible: Due[] = [];
  if (day) possible.push({ kind: 'DAY', day });
  if (season && year && year >= FIRST_YEAR && year <= LAST_YEAR) possible.push({ kind: 'CONFERENCE', season, year });
  if (condition?.trim() && reviewOn) possible.push({ kind: 'CONDITION', condition: condition.trim(), reviewOn });
  return possible.length === 1 ? possible[0] : undefined;
}

export function toFollowUpPayload(answer: FollowUpAnswer): FollowUpPayload {
  return answer.ok ? { followUp: answer.followUp, refusals: [] } : { followUp: null, refusals: answer.refusals };
}
