import { Field, ID, InputType, Int } from '@nestjs/graphql';

@InputType()
export class NewStatementInput {
  @Field(() => ID, { nullable: true, description: 'The item it is made on; either this or a written procedure.' })
  agendaItemId?: string | null;

  @Field(() => ID, { nullable: true }) writtenProcedureId?: string | null;
  @Field(() => ID, { description: 'Code of the party whose statement it is.' }) party!: string;
  @Field(() => String) text!: string;
}

@InputType()
export class StatementTransitionInput {
  @Field(() => ID) statementId!: string;
  @Field(() => Int) expectedRevision!: number;
}
