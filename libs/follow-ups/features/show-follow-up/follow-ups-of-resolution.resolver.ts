import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ResolutionType } from '#decisions';
import { capacitiesOn, WHOLE_CONFERENCE, type Actor } from '#organisation';
import { CurrentContext, type RequestContext } from '#platform/graphql';
import { rowsOf } from '#platform/lifecycle';
import { followUpLifecycle } from '../../domain/follow-up-lifecycle.js';
import { FollowUpLoaders } from '../../follow-up-loaders.js';
import { FollowUpType } from '../../follow-up.graphql.js';
import type { StoredFollowUp } from '../../persistence/follow-up-rows.js';

/** From a resolution to what it asks for. */
@Resolver(() => ResolutionType)
export class FollowUpsOfResolutionResolver {
  constructor(private readonly loaders: FollowUpLoaders) {}

  @ResolveField(() => [FollowUpType], { description: 'In the order in which they were made.' })
  async followUps(
    @Parent() { id }: ResolutionType,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly StoredFollowUp[]> {
    return this.loaders.followUpsOf(context, id);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may take follow-ups from its clauses.' })
  mayCreateFollowUp(@CurrentContext() context: RequestContext): boolean {
    const capacities = capacitiesOn(context.actor as Actor, WHOLE_CONFERENCE);
    return rowsOf(followUpLifecycle, 'createFollowUp').some(({ by }) => by.some((each) => capacities.has(each)));
  }
}
