import { chairTermStateNames, type ChairTermState } from '#glossary';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DayScalar, RefusalType, closedSet } from '#platform/graphql';
import type { ChairTermAnswer } from './chair-term-transition.handler.js';
import { partyOf } from './domain/bodies.js';
import { type ChairTermRecord } from './domain/chair-term-lifecycle.js';
import { PartyType } from './organisation.graphql.js';

const ChairTermStateEnum = closedSet('ChairTermState', chairTermStateNames);

@ObjectType('ChairTerm', { description: 'Which Land chairs, from day to day.' })
export class ChairTermType {
  @Field(() => ID) id!: string;
  @Field(() => PartyType) party!: PartyType;
  @Field(() => DayScalar) validFrom!: string;
  @Field(() => DayScalar) validTo!: string;
  @Field(() => ChairTermStateEnum) state!: ChairTermState;
  @Field(() => Int, { description: 'Send it back as expectedRevision.' }) revision!: number;

  record!: ChairTermRecord;
}

@ObjectType()
export class ChairTermsPayload {
  @Field(() => [ChairTermType], { description: 'What the act changed.' }) chairTerms!: readonly ChairTermType[];
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

export function toChairTermType(record: ChairTermRecord): ChairTermType {
  const { party, ...term } = record;
  return { ...term, party: partyOf(party), record };
}

export function toChairTermsPayload(answer: ChairTermAnswer): ChairTermsPayload {
  return answer.ok
    ? { chairTerms: answer.terms.map(toChairTermType), refusals: [] }
    : { chairTerms: [], refusals: answer.refusals };
}
