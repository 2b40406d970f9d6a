import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { ClauseInput } from '#proposals';
import { BallotPayload, toBallotPayload } from '../../ballot.graphql.js';
import { ChangeTextAtTableHandler } from './change-text-at-table.handler.js';

@InputType()
export class ChangeTextAtTableInput {
  @Field(() => ID) ballotId!: string;
  @Field(() => Int) expectedRevision!: number;
  @Field(() => Int, { description: 'Number of the version that was read.' }) expectedVersion!: number;
  @Field(() => [ClauseInput]) clauses!: ClauseInput[];
  @Field(() => String, { nullable: true, description: 'For the history: at whose request, for example.' })
  reason?: string | null;
}

@ObjectType({ description: 'The ballot on the new text, or why nothing was changed.' })
export class ChangeTextAtTablePayload extends BallotPayload {}

@Resolver()
export class ChangeTextAtTableResolver {
  constructor(private readonly handler: ChangeTextAtTableHandler) {}

  @Mutation(() => ChangeTextAtTablePayload, {
    description: 'Changes a text that is being voted on; it is voted on anew, and no vote is carried over.',
  })
  async changeTextAtTable(
    @CurrentActor() actor: Actor,
    @Args('input') input: ChangeTextAtTableInput,
  ): Promise<ChangeTextAtTablePayload> {
    return toBallotPayload(await this.handler.execute(actor, input));
  }
}
