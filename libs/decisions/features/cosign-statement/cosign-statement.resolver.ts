import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { StatementTransitionHandler } from '../../statement-transition.handler.js';
import { StatementPayload, toStatementPayload } from '../../statement.graphql.js';

@InputType()
export class CosignStatementInput {
  @Field(() => ID) statementId!: string;
  @Field(() => ID, { description: 'Code of the party that joins.' }) party!: string;
  @Field(() => String, { description: 'Hash of the text the party has read.' }) textHash!: string;
}

@ObjectType()
export class CosignStatementPayload extends StatementPayload {}

@Resolver()
export class CosignStatementResolver {
  constructor(private readonly transition: StatementTransitionHandler) {}

  @Mutation(() => CosignStatementPayload, { description: 'A party joins the statement of another.' })
  async cosignStatement(
    @CurrentActor() actor: Actor,
    @Args('input') input: CosignStatementInput,
  ): Promise<CosignStatementPayload> {
    const { statementId, ...given } = input;
    const answer = await this.transition.execute(actor, { statementId, action: 'cosignStatement', input: given });
    return toStatementPayload(answer);
  }
}
