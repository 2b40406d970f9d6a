import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { seasonNames, type Season } from '#glossary';
import { PartyType, partyOf } from '#organisation';
import { DayScalar, closedSet } from '#platform/graphql';
import { ConferenceNamesType, toConferenceNamesType } from './conference-profile.graphql.js';
import { titleOf, type Conference } from './domain/conference.js';

export const SeasonEnum = closedSet('Season', seasonNames);

@ObjectType('Conference', { description: 'One half-yearly cycle up to its main conference.' })
export class ConferenceType {
  @Field(() => ID) id!: string;
  @Field(() => Int, { nullable: true, description: 'Running number; some special sessions carry none.' })
  number!: number | null;

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

  @Field(() => Int) revision!: number;

  profileCode!: string;
}

export function toConferenceType(conference: Conference): ConferenceType {
  return {
    ...conference,
    chair: partyOf(conference.chair),
    title: titleOf(conference),
    names: toConferenceNamesType(conference.names),
  };
}
