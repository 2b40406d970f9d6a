import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { StatementTransitionInput } from '../../statement-input.graphql.js';
import { StatementTransitionHandler } from '../../statement-transition.handler.js';
import { StatementPayload, toStatementPayload } from '../../statement.graphql.js';

@InputType()
export class RecordStatementInput extends StatementTransitionInput {}

@ObjectType()
export class RecordStatementPayload extends StatementPayload {}

@Resolver()
export class RecordStatementResolver {
  constructor(private readonly transition: StatementTransitionHandler) {}

  @Mutation(() => RecordStatementPayload, {
    description: 'The secretariat takes the statement into the record; it cannot be changed afterwards.',
  })
  async recordStatement(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecordStatementInput,
  ): Promise<RecordStatementPayload> {
    return toStatementPayload(await this.transition.execute(actor, { ...input, action: 'recordStatement' }));
  }
}
