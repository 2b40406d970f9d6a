import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext, orNotFound, type RequestContext } from '#platform/graphql';
import { TopicType, type Topic } from '#topics';
import type { StoredProcedure } from '../../persistence/written-procedure-rows.js';
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
  constructor(private readonly loaders: WrittenProcedureLoaders) {}

  @ResolveField(() => [WrittenProcedureType], { description: 'The oldest first.' })
  async writtenProcedures(
    @Parent() { id }: Topic,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly StoredProcedure[]> {
    return this.loaders.proceduresOfTopic(context, id);
  }
}
