import { bodyStateNames, membershipKindNames, type BodyState, type MembershipKind } from '#glossary';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DayScalar, RefusalType, closedSet } from '#platform/graphql';
import type { BodyAnswer } from './body-transition.handler.js';
import { partyOf } from './domain/bodies.js';
import { type BodyRecord, type Membership } from './domain/body-record.js';
import { BodyType, PartyType } from './organisation.graphql.js';

export const MembershipKindEnum = closedSet('MembershipKind', membershipKindNames);
export const BodyStateEnum = closedSet('BodyState', bodyStateNames);

@ObjectType('BodyName', { description: 'What a body is called from day to day, both inclusive.' })
export class BodyNameType {
  @Field(() => String) name!: string;
  @Field(() => DayScalar) validFrom!: string;
  @Field(() => DayScalar, { nullable: true }) validTo!: string | null;
}

@ObjectType('Membership', { description: 'How a party belongs to a body from day to day, with four separate rights.' })
export class MembershipType {
  @Field(() => ID) id!: string;
  @Field(() => PartyType) party!: PartyType;
  @Field(() => MembershipKindEnum) kind!: MembershipKind;
  @Field(() => Boolean) mayRegister!: boolean;
  @Field(() => Boolean) mayVote!: boolean;
  @Field(() => Boolean) mayDeclare!: boolean;
  @Field(() => Boolean) mayObjectToRelease!: boolean;
  @Field(() => DayScalar) validFrom!: string;
  @Field(() => DayScalar, { nullable: true }) validTo!: string | null;
}

@ObjectType()
export class BodyPayload {
  @Field(() => BodyType, { nullable: true }) body!: BodyType | null;
  @Field(() => Int, { nullable: true, description: 'Revision of the body after the act.' }) revision!: number | null;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

export function toMembershipType({ party, ...membership }: Membership): MembershipType {
  return { ...membership, party: partyOf(party) };
}

export function toBodyType({ code, kind, names }: BodyRecord): BodyType {
  return { code, kind, name: names.at(-1)?.name ?? code };
}

export function toBodyPayload(answer: BodyAnswer): BodyPayload {
  return answer.ok
    ? { body: toBodyType(answer.body), revision: answer.body.revision, refusals: [] }
    : { body: null, revision: null, refusals: answer.refusals };
}
