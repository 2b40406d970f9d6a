import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { BallotPayload, toBallotPayload } from '../../ballot.graphql.js';
import { GiveVoteHandler } from '../../give-vote.handler.js';
import { VoteInput } from '../../vote-input.graphql.js';

@InputType()
export class CastVoteInput extends VoteInput {}

@ObjectType()
export class CastVotePayload extends BallotPayload {}

@Resolver()
export class CastVoteResolver {
  constructor(private readonly handler: GiveVoteHandler) {}

  @Mutation(() => CastVotePayload, { description: 'Votes in the name of the own Land; the last vote counts.' })
  async castVote(@CurrentActor() actor: Actor, @Args('input') input: CastVoteInput): Promise<CastVotePayload> {
    return toBallotPayload(await this.handler.execute(actor, 'castVote', input));
  }
}
