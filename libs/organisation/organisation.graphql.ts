import { Field, ID, ObjectType } from '@nestjs/graphql';
import { type BodyCode, type BodyKind, bodyKindNames, type PartyCode, type Role, roleNames } from '#glossary';
import { DayScalar, closedSet } from '#platform/graphql';
import { labelOfAssignment } from './domain/acting-person.js';
import type { Assignment } from './domain/actor.js';
import { bodyOf, partyKindNames, partyOf, type Body, type Party, type PartyKind } from './domain/bodies.js';
import type { Registrant } from './domain/registrant.js';

const PartyKindEnum = closedSet('PartyKind', partyKindNames);
const BodyKindEnum = closedSet('BodyKind', bodyKindNames);
export const RoleEnum = closedSet('Role', roleNames);

@ObjectType('Party', { description: 'A Land or the Bund.' })
export class PartyType implements Party {
  @Field(() => ID) code!: PartyCode;
  @Field(() => String) name!: string;
  @Field(() => PartyKindEnum) kind!: PartyKind;
}

@ObjectType('Body', { description: 'A body of the conference: the main conference, the pre-conference, a committee.' })
export class BodyType implements Body {
  @Field(() => ID) code!: BodyCode;
  @Field(() => String) name!: string;
  @Field(() => BodyKindEnum) kind!: BodyKind;
}

@ObjectType('Registrant', { description: 'Who registers a topic: exactly one of party and body.' })
export class RegistrantType implements Registrant {
  @Field(() => PartyType, { nullable: true }) party!: PartyType | null;
  @Field(() => BodyType, { nullable: true }) body!: BodyType | null;
  @Field(() => String) name!: string;
}

@ObjectType('Person')
export class PersonType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
}

@ObjectType('Assignment', { description: 'A role for a party or in a body, from day to day, both inclusive.' })
export class AssignmentType {
  @Field(() => RoleEnum) role!: Role;
  @Field(() => PartyType, { nullable: true }) party!: PartyType | null;
  @Field(() => BodyType, { nullable: true }) body!: BodyType | null;
  @Field(() => DayScalar) validFrom!: string;
  @Field(() => DayScalar, { nullable: true }) validTo!: string | null;
  @Field(() => String) label!: string;
}

@ObjectType('Viewer', { description: 'Who asks, and what this person is entrusted with today.' })
export class ViewerType {
  @Field(() => PersonType) person!: PersonType;
  @Field(() => [AssignmentType]) capacities!: readonly AssignmentType[];
  @Field(() => PartyType, { nullable: true, description: 'The Land that chairs today.' }) chair!: PartyType | null;
  @Field(() => DayScalar) today!: string;
  @Field(() => [RegistrantType]) mayRegisterFor!: readonly RegistrantType[];
}

export function toAssignmentType(assignment: Assignment): AssignmentType {
  const { role, party, body, validFrom, validTo } = assignment;
  return {
    role,
    party: party === null ? null : partyOf(party),
    body: body === null ? null : bodyOf(body),
    validFrom,
    validTo,
    label: labelOfAssignment(assignment),
  };
}
