import { Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { BallotType } from '../../ballot.graphql.js';
import type { StoredBallot } from '../../persistence/ballot.repository.js';
import { BallotsAwaitingVoteQuery } from './ballots-awaiting-vote.query.js';

@Resolver()
export class ListBallotsAwaitingVoteResolver {
  constructor(private readonly ballots: BallotsAwaitingVoteQuery) {}

  @Query(() => [BallotType], {
    name: 'ballotsAwaitingVote',
    description: "Open ballots on which the viewer's party has not voted yet.",
  })
  async listBallotsAwaitingVote(@CurrentActor() actor: Actor): Promise<readonly StoredBallot[]> {
    return this.ballots.execute(actor);
  }
}
