import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  minutesObjectionStateNames,
  minutesStateNames,
  type Classification,
  type MinutesObjectionState,
  type MinutesState,
} from '#glossary';
import { BodyType, PartyType } from '#organisation';
import { AvailableActionType, closedSet, RefusalType } from '#platform/graphql';
import type { ActionAvailability } from '#platform/lifecycle';
import { ClauseType } from '#proposals';
import { ClassificationEnum } from '#topics';
import type { MinutesObjection } from './domain/minutes.js';
import type { MinutesAnswer } from './minutes-transition.handler.js';
import type { StoredMinutes } from './persistence/minutes.repository.js';

const MinutesStateEnum = closedSet('MinutesState', minutesStateNames);
const MinutesObjectionStateEnum = closedSet('MinutesObjectionState', minutesObjectionStateNames);

@ObjectType('MinutesObjection', { description: 'What a party objects to in the wording of one version.' })
export class MinutesObjectionType {
  @Field(() => ID) id!: string;
  @Field(() => ID, { nullable: true, description: 'Null when it concerns the minutes as a whole.' })
  agendaItemId!: string | null;

  @Field(() => Int) version!: number;
  @Field(() => PartyType) party!: PartyType;
  @Field(() => String) text!: string;
  @Field(() => MinutesObjectionStateEnum) state!: MinutesObjectionState;
  @Field(() => String) stateLabel!: string;
  @Field(() => GraphQLISODateTime) madeAt!: Date;
  @Field(() => String) madeBy!: string;
  @Field(() => GraphQLISODateTime, { nullable: true }) answeredAt!: Date | null;
  @Field(() => String, { nullable: true }) answeredBy!: string | null;
  @Field(() => String, { nullable: true }) answer!: string | null;
  @Field(() => Boolean, { description: 'Whether the viewer speaks for the party.' }) isMine!: boolean;
}

@ObjectType('MinutesVersion')
export class MinutesVersionType {
  @Field(() => Int) number!: number;
  @Field(() => String, { nullable: true, description: 'What has changed since the version before.' })
  explanation!: string | null;

  @Field(() => String) writtenBy!: string;
  @Field(() => GraphQLISODateTime) writtenAt!: Date;
}

@ObjectType('MinutesStatement')
export class MinutesStatementType {
  @Field(() => [PartyType], { description: 'The author first, then who joined.' }) parties!: readonly PartyType[];
  @Field(() => String) text!: string;
}

@ObjectType('MinutesCorrection', { description: 'The resolution as it reads since it was corrected.' })
export class MinutesCorrectionType {
  @Field(() => Int) number!: number;
  @Field(() => [ClauseType]) clauses!: readonly ClauseType[];
}

@ObjectType('MinutesEntry', { description: 'What the version that counts says of one item.' })
export class MinutesEntryType {
  @Field(() => ID) agendaItemId!: string;
  @Field(() => String, { nullable: true }) number!: string | null;
  @Field(() => Boolean, { description: 'The viewer may not read it: it lies apart.' }) isApart!: boolean;
  @Field(() => String, { nullable: true }) title!: string | null;
  @Field(() => String, { nullable: true, description: 'How the item ended.' }) ending!: string | null;
  @Field(() => String, { nullable: true, description: 'What a committee says with what it recommends.' })
  remark!: string | null;

  @Field(() => [ClauseType], { description: 'As adopted, or as recommended by a body that votes on nothing.' })
  clauses!: readonly ClauseType[];

  @Field(() => MinutesCorrectionType, { nullable: true, description: 'Stands beside the adopted text.' })
  correction!: MinutesCorrectionType | null;

  @Field(() => [MinutesStatementType]) statements!: readonly MinutesStatementType[];
  @Field(() => ClassificationEnum, { nullable: true }) classification!: Classification | null;
  @Field(() => String, { nullable: true, description: 'What the secretariat notes on how it went.' })
  note!: string | null;
}

/** Plain fields only; what needs a query or a rule is added by `MinutesFieldsResolver`. */
@ObjectType('Minutes', { description: 'The minutes of one session, written from the data, version by version.' })
export class MinutesType implements Omit<StoredMinutes, 'objections' | 'bodies'> {
  @Field(() => ID) id!: string;
  @Field(() => MinutesStateEnum) state!: MinutesState;
  @Field(() => Int, { description: 'Number of the version that counts.' }) version!: number;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Objections are accepted before this instant.' })
  objectionsUntil!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true }) circulatedAt!: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) agreedAt!: Date | null;
  @Field(() => GraphQLISODateTime) draftedAt!: Date;
  @Field(() => Int, { description: 'Send it back as expectedRevision.' }) revision!: number;

  sessionId!: string;
  conferenceId!: string;
  updatedAt!: Date;
  objections!: readonly MinutesObjection[];
}

@ObjectType('SessionMinutes', { description: 'A session that has minutes, or will have them.' })
export class SessionMinutesType {
  @Field(() => ID) sessionId!: string;
  @Field(() => [BodyType], { description: 'Whose session it is; the first leads.' }) bodies!: readonly BodyType[];
  @Field(() => MinutesType, { nullable: true, description: 'Null while there are none the viewer may see.' })
  minutes!: StoredMinutes | null;

  @Field(() => [AvailableActionType], { description: 'How to begin them; when that is closed, why.' })
  availableActions!: readonly ActionAvailability[];
}

@InputType()
export class MinutesTransitionInput {
  @Field(() => ID) minutesId!: string;
  @Field(() => Int) expectedRevision!: number;
}

@ObjectType({ description: 'The minutes as they are now, or why nothing was changed.' })
export class MinutesPayload {
  @Field(() => MinutesType, { nullable: true }) minutes!: StoredMinutes | null;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

export function toMinutesPayload(answer: MinutesAnswer): MinutesPayload {
  return answer.ok ? { minutes: answer.minutes, refusals: [] } : { minutes: null, refusals: answer.refusals };
}
