import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { StatementTransitionInput } from '../../statement-input.graphql.js';
import { StatementTransitionHandler } from '../../statement-transition.handler.js';
import { StatementPayload, toStatementPayload } from '../../statement.graphql.js';

@InputType()
export class EditStatementInput extends StatementTransitionInput {
  @Field(() => String) text!: string;
}

@ObjectType()
export class EditStatementPayload extends StatementPayload {}

@Resolver()
export class EditStatementResolver {
  constructor(private readonly transition: StatementTransitionHandler) {}

  @Mutation(() => EditStatementPayload, {
    description: 'The author changes the text; co-signatures given for the old one end.',
  })
  async editStatement(
    @CurrentActor() actor: Actor,
    @Args('input') input: EditStatementInput,
  ): Promise<EditStatementPayload> {
    const { statementId, expectedRevision, ...given } = input;
    const answer = await this.transition.execute(actor, {
      statementId,
      expectedRevision,
      action: 'editStatement',
      input: given,
    });
    return toStatementPayload(answer);
  }
}
