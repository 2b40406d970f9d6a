import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { StatementTransitionInput } from '../../statement-input.graphql.js';
import { StatementTransitionHandler } from '../../statement-transition.handler.js';
import { StatementPayload, toStatementPayload } from '../../statement.graphql.js';

@InputType()
export class WithdrawStatementInput extends StatementTransitionInput {
  @Field(() => String, { nullable: true }) reason?: string | null;
}

@ObjectType()
export class WithdrawStatementPayload extends StatementPayload {}

@Resolver()
export class WithdrawStatementResolver {
  constructor(private readonly transition: StatementTransitionHandler) {}

  @Mutation(() => WithdrawStatementPayload, { description: 'The author takes the statement back.' })
  async withdrawStatement(
    @CurrentActor() actor: Actor,
    @Args('input') input: WithdrawStatementInput,
  ): Promise<WithdrawStatementPayload> {
    const { statementId, expectedRevision, ...given } = input;
    const answer = await this.transition.execute(actor, {
      statementId,
      expectedRevision,
      action: 'withdrawStatement',
      input: given,
    });
    return toStatementPayload(answer);
  }
}
