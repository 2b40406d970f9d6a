import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { StatementTransitionHandler } from '../../statement-transition.handler.js';
import { StatementPayload, toStatementPayload } from '../../statement.graphql.js';

@InputType()
export class WithdrawCosignatureInput {
  @Field(() => ID) statementId!: string;
  @Field(() => ID, { description: 'Code of the party that leaves.' }) party!: string;
}

@ObjectType()
export class WithdrawCosignaturePayload extends StatementPayload {}

@Resolver()
export class WithdrawCosignatureResolver {
  constructor(private readonly transition: StatementTransitionHandler) {}

  @Mutation(() => WithdrawCosignaturePayload, { description: 'A party no longer joins the statement.' })
  async withdrawCosignature(
    @CurrentActor() actor: Actor,
    @Args('input') input: WithdrawCosignatureInput,
  ): Promise<WithdrawCosignaturePayload> {
    const { statementId, ...given } = input;
    const answer = await this.transition.execute(actor, { statementId, action: 'withdrawCosignature', input: given });
    return toStatementPayload(answer);
  }
}
