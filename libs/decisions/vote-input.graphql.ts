import { Field, ID, InputType } from '@nestjs/graphql';
import type { VoteChoice } from '#glossary';
import { VoteChoiceEnum } from './ballot.graphql.js';

@InputType()
export class VoteInput {
  @Field(() => ID) ballotId!: string;
  @Field(() => ID, { description: 'Code of a Land; BUND states a position without weight.' }) party!: string;
  @Field(() => VoteChoiceEnum) choice!: VoteChoice;
  @Field(() => String, { description: 'Hash of the text the voter has read.' }) textHash!: string;
}
