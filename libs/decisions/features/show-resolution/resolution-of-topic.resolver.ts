import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AgendaLoaders } from '#agendas';
import { CurrentContext, orNotFound, type RequestContext } from '#platform/graphql';
import { TopicType, type Topic } from '#topics';
import { DecisionLoaders } from '../../decision-loaders.js';
import { ResolutionType, toResolutionType } from '../../resolution.graphql.js';

/** From a topic to its resolution. */
@Resolver(() => TopicType)
export class ResolutionOfTopicResolver {
  constructor(private readonly loaders: DecisionLoaders) {}

  @ResolveField(() => ResolutionType, { nullable: true, description: 'Null unless the topic was adopted.' })
  async resolution(@Parent() { id }: Topic, @CurrentContext() context: RequestContext): Promise<ResolutionType | null> {
    const resolution = await this.loaders.resolutionOfTopic(context, id);
    return resolution === null ? null : toResolutionType(resolution);
  }
}

@Resolver(() => ResolutionType)
export class ResolutionFieldsResolver {
  constructor(private readonly agendas: AgendaLoaders) {}

  @ResolveField(() => TopicType)
  async topic(@Parent() { topicId }: ResolutionType, @CurrentContext() context: RequestContext): Promise<Topic> {
    return orNotFound(await this.agendas.topicOf(context, topicId));
  }
}
