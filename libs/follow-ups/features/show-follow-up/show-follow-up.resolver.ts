import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentContext, orNotFound, type RequestContext } from '#platform/graphql';
import { FollowUpLoaders } from '../../follow-up-loaders.js';
import { FollowUpType } from '../../follow-up.graphql.js';
import type { StoredFollowUp } from '../../persistence/follow-up-rows.js';

@Resolver()
export class ShowFollowUpResolver {
  constructor(private readonly loaders: FollowUpLoaders) {}

  @Query(() => FollowUpType, { description: 'One follow-up. Unknown and not visible are the same answer.' })
  async followUp(
    @Args('id', { type: () => ID }) id: string,
    @CurrentContext() context: RequestContext,
  ): Promise<StoredFollowUp> {
    return orNotFound(await this.loaders.followUpById(context, id));
  }
}
