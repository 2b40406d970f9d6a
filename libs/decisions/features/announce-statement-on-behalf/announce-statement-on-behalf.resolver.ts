import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { NewStatementInput } from '../../statement-input.graphql.js';
import { StatementTransitionHandler } from '../../statement-transition.handler.js';
import { StatementPayload, toStatementPayload } from '../../statement.graphql.js';

@InputType()
export class AnnounceStatementOnBehalfInput extends NewStatementInput {
  @Field(() => String, { description: 'How the statement reached the secretariat.' }) reason!: string;
}

@ObjectType()
export class AnnounceStatementOnBehalfPayload extends StatementPayload {}

@Resolver()
export class AnnounceStatementOnBehalfResolver {
  constructor(private readonly transition: StatementTransitionHandler) {}

  @Mutation(() => AnnounceStatementOnBehalfPayload, {
    description: 'The secretariat announces what a party sent it; both names are kept.',
  })
  async announceStatementOnBehalf(
    @CurrentActor() actor: Actor,
    @Args('input') input: AnnounceStatementOnBehalfInput,
  ): Promise<AnnounceStatementOnBehalfPayload> {
    return toStatementPayload(await this.transition.begin(actor, 'announceStatementOnBehalf', input));
  }
}
