import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { AvailableActionType, CurrentActor, CurrentContext, orNotFound, type RequestContext } from '#platform/graphql';
import type { ActionAvailability } from '#platform/lifecycle';
import { TopicType, type Topic } from '#topics';
import { contextFor } from '../../persistence/held-procedures.js';
import type { StoredProcedure } from '../../persistence/written-procedure-rows.js';
import { requestOn } from '../../written-request.js';
import { WrittenProcedureLoaders } from '../../written-procedure-loaders.js';
import { WrittenProcedureType } from '../../written-procedure.graphql.js';

@Resolver()
export class ShowWrittenProcedureResolver {
  constructor(private readonly loaders: WrittenProcedureLoaders) {}

  @Query(() => WrittenProcedureType, { description: 'One procedure; NOT_FOUND when there is none the viewer may see.' })
  async writtenProcedure(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<StoredProcedure> {
    return orNotFound(await this.loaders.procedureById(context, id));
  }
}

/** From a topic to what was asked to be voted on in writing. */
@Resolver(() => TopicType)
export class WrittenProceduresOfTopicResolver {
  constructor(
    private readonly loaders: WrittenProcedureLoaders,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => AvailableActionType, { description: 'Whether the viewer may ask for another one; if not, why.' })
  async writtenProcedureRequest(
    @Parent() topic: Topic,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<ActionAvailability> {
    const procedures = await this.loaders.proceduresOfTopic(context, topic.id);
    return requestOn(topic, procedures, contextFor(actor, { topic, now: this.clock.now(), input: null }));
  }

  @ResolveField(() => [WrittenProcedureType], { description: 'The oldest first.' })
  async writtenProcedures(
    @Parent() { id }: Topic,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly StoredProcedure[]> {
    return this.loaders.proceduresOfTopic(context, id);
  }
}
