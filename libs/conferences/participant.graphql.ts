import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  attendanceNames,
  participantRoleNames,
  participantStateNames,
  type Attendance,
  type ParticipantRole,
  type ParticipantState,
} from '#glossary';
import { BodyType, PartyType, bodyOf, partyOf } from '#organisation';
import { AvailableActionType, DayScalar, PageInfoType, RefusalType, closedSet } from '#platform/graphql';
import type { ActionAvailability } from '#platform/lifecycle';
import type { Participant, Representation } from './domain/participant.js';
import type { ParticipantAnswer } from './participant-transition.handler.js';

export const ParticipantRoleEnum = closedSet('ParticipantRole', participantRoleNames);
export const AttendanceEnum = closedSet('Attendance', attendanceNames);
const ParticipantStateEnum = closedSet('ParticipantState', participantStateNames);

@ObjectType('Participant', { description: 'Somebody who takes part in a session, for a party, a body, or as a guest.' })
export class ParticipantType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) office!: string | null;
  @Field(() => PartyType, { nullable: true }) party!: PartyType | null;
  @Field(() => BodyType, { nullable: true }) body!: BodyType | null;
  @Field(() => ParticipantRoleEnum) role!: ParticipantRole;
  @Field(() => String) roleLabel!: string;
  @Field(() => AttendanceEnum) attendance!: Attendance;
  @Field(() => String) attendanceLabel!: string;
  @Field(() => ParticipantStateEnum) state!: ParticipantState;
  @Field(() => Int, { description: 'Send it back as expectedRevision.' }) revision!: number;
}

@ObjectType('ListedParticipant', { description: 'A participant and what the viewer may do about it.' })
export class ListedParticipantType extends ParticipantType {
  @Field(() => [AvailableActionType]) availableActions!: readonly ActionAvailability[];
}

@ObjectType('ParticipantConnection')
export class ParticipantConnectionType {
  @Field(() => [ListedParticipantType]) nodes!: readonly ListedParticipantType[];
  @Field(() => PageInfoType) pageInfo!: PageInfoType;
}

@ObjectType('AttendanceCounts', { description: 'How many of those who are announced are there.' })
export class AttendanceCountsType {
  @Field(() => Int) total!: number;
  @Field(() => Int) expected!: number;
  @Field(() => Int) present!: number;
  @Field(() => Int) remote!: number;
  @Field(() => Int) absent!: number;
}

@ObjectType('Representation', { description: 'Who speaks and votes for a party, from a day of the session on.' })
export class RepresentationType {
  @Field(() => PartyType) party!: PartyType;
  @Field(() => DayScalar) day!: string;
  @Field(() => String) name!: string;
  @Field(() => String) office!: string;
  @Field(() => String) namedBy!: string;
  @Field(() => GraphQLISODateTime) namedAt!: Date;
}

/** Which participant, and the revision the person decided on. */
@InputType({ isAbstract: true })
export class ParticipantTransitionInput {
  @Field(() => ID) participantId!: string;
  @Field(() => Int) expectedRevision!: number;
}

@ObjectType({ isAbstract: true })
export class ParticipantPayload {
  @Field(() => ParticipantType, { nullable: true }) participant!: ParticipantType | null;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

export function toParticipantType({ party, body, ...participant }: Participant): ParticipantType {
  return {
    ...participant,
    party: party === null ? null : partyOf(party),
    body: body === null ? null : bodyOf(body),
    roleLabel: participantRoleNames[participant.role],
    attendanceLabel: attendanceNames[participant.attendance],
  };
}

export function toParticipantPayload(answer: ParticipantAnswer): ParticipantPayload {
  return answer.ok
    ? { participant: toParticipantType(answer.participant), refusals: [] }
    : { participant: null, refusals: answer.refusals };
}

export function toRepresentationType({ party, ...representation }: Representation): RepresentationType {
  return { ...representation, party: partyOf(party) };
}
