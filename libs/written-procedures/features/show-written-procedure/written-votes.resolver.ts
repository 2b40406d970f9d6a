import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { BallotType, type StoredBallot } from '#decisions';
import { partyOf } from '#organisation';
import { CurrentContext, type RequestContext } from '#platform/graphql';
import type { StoredProcedure } from '../../persistence/written-procedure-rows.js';
import { WrittenProcedureLoaders } from '../../written-procedure-loaders.js';
import { ReleaseVoteType, WrittenProcedureType, WrittenRoundType } from '../../written-procedure.graphql.js';

/** What was given in a written procedure: votes for everybody, votes on the release for their own party. */
@Resolver(() => WrittenProcedureType)
export class WrittenVotesResolver {
  constructor(private readonly loaders: WrittenProcedureLoaders) {}

  @ResolveField(() => BallotType, { nullable: true, description: 'The vote of the last round; null before the start.' })
  async ballot(
    @Parent() { id }: StoredProcedure,
    @CurrentContext() context: RequestContext,
  ): Promise<StoredBallot | null> {
    return (await this.loaders.ballotsOf(context, id)).at(-1) ?? null;
  }

  @ResolveField(() => [WrittenRoundType], { description: 'In their order; the last one counts.' })
  async rounds(
    @Parent() { id }: StoredProcedure,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly { readonly number: number; readonly ballot: StoredBallot }[]> {
    return (await this.loaders.ballotsOf(context, id)).map((ballot, index) => ({ number: index + 1, ballot }));
  }

  @ResolveField(() => [ReleaseVoteType], { description: "The last one of each of the viewer's own parties." })
  async releaseVotes(
    @Parent() { id }: StoredProcedure,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly ReleaseVoteType[]> {
    const votes = await this.loaders.releaseVotesOf(context, id);
    return votes.map(({ party, ...vote }) => ({ ...vote, party: partyOf(party) }));
  }

  @ResolveField(() => Boolean, {
    nullable: true,
    description: 'For the secretariat, after the end: whether somebody objects to the release, and never who.',
  })
  async isReleaseBlocked(
    @Parent() { id }: StoredProcedure,
    @CurrentContext() context: RequestContext,
  ): Promise<boolean | null> {
    return this.loaders.releaseResultOf(context, id);
  }
}
