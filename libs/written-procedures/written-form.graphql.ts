import { Field, ID, InputType } from '@nestjs/graphql';
import { VoteChoiceEnum } from '#decisions';
import type { VoteChoice } from '#glossary';
import type { GiveWrittenForm } from './give-written-form.handler.js';

@InputType()
export class WrittenFormInput implements GiveWrittenForm {
  @Field(() => ID) procedureId!: string;
  @Field(() => String, { description: 'Hash of the text that was read.' }) textHash!: string;
  @Field(() => ID, { description: 'Code of a Land; BUND states a position without weight.' }) party!: string;
  @Field(() => VoteChoiceEnum) choice!: VoteChoice;
  @Field(() => Boolean, { defaultValue: false, description: 'Nobody else learns who objects to the release.' })
  releaseObjection!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Statement for the record; announced, or changed when it stands.',
  })
  statementText?: string | null;
}
