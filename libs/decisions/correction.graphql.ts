import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { correctionStateNames, type CorrectionState } from '#glossary';
import { closedSet, RefusalType } from '#platform/graphql';
import { ClauseType } from '#proposals';
import type { CorrectionAnswer } from './correction-transition.handler.js';
import type { StoredCorrection } from './persistence/correction.repository.js';

const CorrectionStateEnum = closedSet('CorrectionState', correctionStateNames);

/** Plain fields only; what needs a query or a rule is added by `CorrectionFieldsResolver`. */
@ObjectType('Correction', { description: 'A whole text beside the adopted one, which stays as it was voted on.' })
export class CorrectionType implements StoredCorrection {
  @Field(() => ID) id!: string;
  @Field(() => CorrectionStateEnum) state!: CorrectionState;
  @Field(() => Int, { nullable: true, description: 'Given when it is confirmed.' }) number!: number | null;
  @Field(() => [ClauseType]) clauses!: readonly ClauseType[];
  @Field(() => String, { description: 'Whoever confirms names it.' }) textHash!: string;
  @Field(() => String, { description: 'What was wrong.' }) reason!: string;
  @Field(() => GraphQLISODateTime) proposedAt!: Date;
  @Field(() => String) proposedBy!: string;
  @Field(() => GraphQLISODateTime, { nullable: true }) decidedAt!: Date | null;
  @Field(() => String, { nullable: true }) decidedBy!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was rejected.' }) answer!: string | null;
  @Field(() => Int, { description: 'Send it back as expectedRevision.' }) revision!: number;

  resolutionId!: string;
  topicId!: string;
}

@InputType()
export class CorrectionTransitionInput {
  @Field(() => ID) correctionId!: string;
  @Field(() => Int) expectedRevision!: number;
}

@ObjectType({ description: 'The correction as it is now, or why nothing was changed.' })
export class CorrectionPayload {
  @Field(() => CorrectionType, { nullable: true }) correction!: StoredCorrection | null;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

export function toCorrectionPayload(answer: CorrectionAnswer): CorrectionPayload {
  return answer.ok ? { correction: answer.correction, refusals: [] } : { correction: null, refusals: answer.refusals };
}
