import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { NewStatementInput } from '../../statement-input.graphql.js';
import { StatementTransitionHandler } from '../../statement-transition.handler.js';
import { StatementPayload, toStatementPayload } from '../../statement.graphql.js';

@InputType()
export class DraftStatementInput extends NewStatementInput {}

@ObjectType()
export class DraftStatementPayload extends StatementPayload {}

@Resolver()
export class DraftStatementResolver {
  constructor(private readonly transition: StatementTransitionHandler) {}

  @Mutation(() => DraftStatementPayload, {
    description: 'A party drafts a statement; nobody else sees it until it is announced.',
  })
  async draftStatement(
    @CurrentActor() actor: Actor,
    @Args('input') input: DraftStatementInput,
  ): Promise<DraftStatementPayload> {
    return toStatementPayload(await this.transition.begin(actor, 'draftStatement', input));
  }
}
