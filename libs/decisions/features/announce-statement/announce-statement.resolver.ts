import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { StatementTransitionInput } from '../../statement-input.graphql.js';
import { StatementTransitionHandler } from '../../statement-transition.handler.js';
import { StatementPayload, toStatementPayload } from '../../statement.graphql.js';

@InputType()
export class AnnounceStatementInput extends StatementTransitionInput {}

@ObjectType()
export class AnnounceStatementPayload extends StatementPayload {}

@Resolver()
export class AnnounceStatementResolver {
  constructor(private readonly transition: StatementTransitionHandler) {}

  @Mutation(() => AnnounceStatementPayload, {
    description: 'The author announces the statement to all who see the topic.',
  })
  async announceStatement(
    @CurrentActor() actor: Actor,
    @Args('input') input: AnnounceStatementInput,
  ): Promise<AnnounceStatementPayload> {
    return toStatementPayload(await this.transition.execute(actor, { ...input, action: 'announceStatement' }));
  }
}
