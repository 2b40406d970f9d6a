import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { needToKnowGroupStateNames, type NeedToKnowGroupState, type PartyCode } from '#glossary';
import { partyOf, PartyType } from '#organisation';
import { AvailableActionType, closedSet, RefusalType } from '#platform/graphql';
import { availableActions } from '#platform/lifecycle';
import { needToKnowGroupLifecycle } from './domain/need-to-know-lifecycle.js';
import type { NeedToKnowContext, NeedToKnowGroup } from './domain/need-to-know.js';
import type { GroupAnswer } from './need-to-know.handler.js';

export const NeedToKnowGroupStateEnum = closedSet('NeedToKnowGroupState', needToKnowGroupStateNames);

@ObjectType('NeedToKnowGroup', { description: 'Parties that are told of a kind of matter, under a name.' })
export class NeedToKnowGroupType {
  @Field(() => ID) id!: string;
  @Field(() => NeedToKnowGroupStateEnum) state!: NeedToKnowGroupState;
  @Field(() => String) stateLabel!: string;
  @Field(() => String) name!: string;
  @Field(() => [PartyType]) parties!: readonly PartyType[];
  @Field(() => Int, { description: 'Send it back as expectedRevision.' }) revision!: number;
  @Field(() => [AvailableActionType]) availableActions!: readonly AvailableActionType[];
}

@ObjectType({ description: 'The group as it is now, or why nothing was changed.' })
export class NeedToKnowGroupPayload {
  @Field(() => NeedToKnowGroupType, { nullable: true }) group!: NeedToKnowGroupType | null;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

@InputType()
export class NeedToKnowGroupFields {
  @Field(() => String) name!: string;
  @Field(() => [String], { description: 'Codes of parties.' }) parties!: PartyCode[];
}

/** `context` without input: what the viewer may do with it now. */
export function toGroupType(group: NeedToKnowGroup, context: NeedToKnowContext): NeedToKnowGroupType {
  return {
    ...group,
    stateLabel: needToKnowGroupStateNames[group.state],
    parties: group.parties.map(partyOf),
    availableActions: availableActions(needToKnowGroupLifecycle, group, context),
  };
}

export function toGroupPayload(answer: GroupAnswer, context: NeedToKnowContext): NeedToKnowGroupPayload {
  return answer.ok
    ? { group: toGroupType(answer.group, context), refusals: [] }
    : { group: null, refusals: [...answer.refusals] };
}
