import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { seasonNames, type Season } from '#glossary';
import { PartyType, partyOf } from '#organisation';
import { DayScalar, RefusalType, closedSet } from '#platform/graphql';
import { ConferenceNamesType, toConferenceNamesType } from './conference-profile.graphql.js';
import type { ConferenceAnswer } from './conference-transition.handler.js';
import { conferenceStateNames, titleOf, type Conference, type ConferenceState } from './domain/conference.js';

export const SeasonEnum = closedSet('Season', seasonNames);
const ConferenceStateEnum = closedSet('ConferenceState', conferenceStateNames);

@ObjectType('Conference', { description: 'One half-yearly cycle up to its main conference.' })
export class ConferenceType {
  @Field(() => ID) id!: string;
  @Field(() => Int, { nullable: true, description: 'Running number; some special sessions carry none.' })
  number!: number | null;

  @Field(() => String, { nullable: true, description: 'Of its own, where the season does not say it.' })
  name!: string | null;

  @Field(() => SeasonEnum) season!: Season;
  @Field(() => Int) year!: number;
  @Field(() => String, { nullable: true }) place!: string | null;
  @Field(() => DayScalar, { description: 'First day of the main conference.' }) startsOn!: string;
  @Field(() => DayScalar, { description: 'Last day of the main conference.' }) endsOn!: string;
  @Field(() => PartyType, { description: 'The Land that chairs.' }) chair!: PartyType;
  @Field(() => String, { description: 'As papers name it.' }) title!: string;

  @Field(() => GraphQLISODateTime, { description: 'For topics that pass through a committee.' })
  registrationDeadline!: Date;

  @Field(() => GraphQLISODateTime, { description: 'For topics that go directly to the pre-conference.' })
  directRegistrationDeadline!: Date;

  @Field(() => DayScalar, { description: 'From then on the committees meet.' }) committeesFrom!: string;
  @Field(() => DayScalar, { description: 'Until then the committees meet.' }) committeesTo!: string;
  @Field(() => GraphQLISODateTime) agendaDraftDeadline!: Date;
  @Field(() => DayScalar, { description: 'Planned day of the pre-conference.' }) preConferenceOn!: string;
  @Field(() => GraphQLISODateTime) finalPapersDeadline!: Date;
  @Field(() => ConferenceNamesType, { description: 'As agreed when the conference was planned.' })
  names!: ConferenceNamesType;

  @Field(() => ConferenceStateEnum) state!: ConferenceState;
  @Field(() => String) stateLabel!: string;
  @Field(() => Int, { description: 'Send it back as expectedRevision.' }) revision!: number;

  profileCode!: string;
  successorId!: string | null;
}

/** Which conference, and the revision the person decided on. */
@InputType({ isAbstract: true })
export class ConferenceChangeInput {
  @Field(() => ID) conferenceId!: string;
  @Field(() => Int) expectedRevision!: number;
}

@ObjectType({ isAbstract: true })
export class ConferencePayload {
  @Field(() => ConferenceType, { nullable: true }) conference!: ConferenceType | null;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

export function toConferencePayload(answer: ConferenceAnswer): ConferencePayload {
  return answer.ok
    ? { conference: toConferenceType(answer.conference), refusals: [] }
    : { conference: null, refusals: answer.refusals };
}

export function toConferenceType(conference: Conference): ConferenceType {
  return {
    ...conference,
    chair: partyOf(conference.chair),
    title: titleOf(conference),
    stateLabel: conferenceStateNames[conference.state],
    names: toConferenceNamesType(conference.names),
  };
}
