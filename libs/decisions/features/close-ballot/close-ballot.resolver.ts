import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { BallotPayload, toBallotPayload } from '../../ballot.graphql.js';
import { CloseBallotHandler } from './close-ballot.handler.js';

@InputType()
export class CloseBallotInput {
  @Field(() => ID) ballotId!: string;
  @Field(() => Int) expectedRevision!: number;
}

@ObjectType()
export class CloseBallotPayload extends BallotPayload {}

@Resolver()
export class CloseBallotResolver {
  constructor(private readonly handler: CloseBallotHandler) {}

  @Mutation(() => CloseBallotPayload, { description: 'The chair closes the vote; nothing is cast afterwards.' })
  async closeBallot(@CurrentActor() actor: Actor, @Args('input') input: CloseBallotInput): Promise<CloseBallotPayload> {
    return toBallotPayload(await this.handler.execute(actor, input));
  }
}
