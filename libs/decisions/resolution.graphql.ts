import { Field, ID, ObjectType } from '@nestjs/graphql';
import { outcomeNames, type Outcome } from '#glossary';
import { DayScalar } from '#platform/graphql';
import { ClauseType } from '#proposals';
import { OutcomeEnum } from '#topics';
import type { TitledResolution } from './persistence/resolution.repository.js';

@ObjectType('Resolution', { description: 'The text as adopted: the one that was voted on.' })
export class ResolutionType {
  @Field(() => ID) id!: string;
  @Field(() => OutcomeEnum) outcome!: Outcome;
  @Field(() => String) outcomeLabel!: string;
  @Field(() => [ClauseType]) clauses!: readonly ClauseType[];
  @Field(() => String) textHash!: string;
  @Field(() => DayScalar) adoptedOn!: string;
  @Field(() => String, { nullable: true, description: 'Number of the item it was adopted under.' })
  itemNumber!: string | null;

  @Field(() => String, { nullable: true, description: '"3/2026" when it was adopted in writing.' })
  writtenProcedureNumber!: string | null;

  topicId!: string;
}

export function toResolutionType(resolution: TitledResolution): ResolutionType {
  return { ...resolution, outcomeLabel: outcomeNames[resolution.outcome] };
}
