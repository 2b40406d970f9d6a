import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { closedSet, DayScalar, RefusalType } from '#platform/graphql';
import { officeHeadStateNames, type OfficeHead, type OfficeHeadState } from './domain/office-head.js';
import type { OfficeHeadAnswer } from './office-head-transition.handler.js';

const OfficeHeadStateEnum = closedSet('OfficeHeadState', officeHeadStateNames);

/** Plain fields only; the rest is added by `OfficeHeadFieldsResolver`. */
@ObjectType('OfficeHead', { description: 'Who hears of it when the people of an office let a deadline pass.' })
export class OfficeHeadType {
  @Field(() => ID) id!: string;
  @Field(() => ID) personId!: string;
  @Field(() => String) personName!: string;
  @Field(() => DayScalar) validFrom!: string;
  @Field(() => DayScalar, { nullable: true }) validTo!: string | null;
  @Field(() => OfficeHeadStateEnum) state!: OfficeHeadState;
  @Field(() => Int, { description: 'Send it back as expectedRevision.' }) revision!: number;

  record!: OfficeHead;
}

@ObjectType('Office', { description: 'The office of a Land, of the Bund or of a body.' })
export class OfficeType {
  @Field(() => ID, { description: 'Code of the party or the body.' }) code!: string;
  @Field(() => String) name!: string;
  @Field(() => [OfficeHeadType], { description: 'Who heads it today or will; empty while nobody is named.' })
  heads!: readonly OfficeHeadType[];
}

/** Only what was done: the page reads the offices again. */
@ObjectType()
export class OfficeHeadPayload {
  @Field(() => ID, { nullable: true, description: 'The head that was named or ended.' }) headId!: string | null;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

export function toOfficeHeadPayload(answer: OfficeHeadAnswer): OfficeHeadPayload {
  return answer.ok ? { headId: answer.head.id, refusals: [] } : { headId: null, refusals: answer.refusals };
}
