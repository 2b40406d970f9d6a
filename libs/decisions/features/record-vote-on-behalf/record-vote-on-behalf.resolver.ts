import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { BallotPayload, toBallotPayload } from '../../ballot.graphql.js';
import { GiveVoteHandler } from '../../give-vote.handler.js';
import { VoteInput } from '../../vote-input.graphql.js';

@InputType()
export class RecordVoteOnBehalfInput extends VoteInput {
  @Field(() => String, { description: 'How the vote reached the secretariat.' }) reason!: string;
}

@ObjectType()
export class RecordVoteOnBehalfPayload extends BallotPayload {}

@Resolver()
export class RecordVoteOnBehalfResolver {
  constructor(private readonly handler: GiveVoteHandler) {}

  @Mutation(() => RecordVoteOnBehalfPayload, { description: 'The secretariat records a vote; both names are kept.' })
  async recordVoteOnBehalf(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecordVoteOnBehalfInput,
  ): Promise<RecordVoteOnBehalfPayload> {
    return toBallotPayload(await this.handler.execute(actor, 'recordVoteOnBehalf', input));
  }
}
