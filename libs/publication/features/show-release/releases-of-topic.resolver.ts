import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext, type RequestContext } from '#platform/graphql';
import { TopicType, type Topic } from '#topics';
import type { Release } from '../../domain/release.js';
import { ReleaseLoaders } from '../../release-loaders.js';
import { ReleaseType } from '../../release.graphql.js';

/** From a topic to what of it may become public. */
@Resolver(() => TopicType)
export class ReleasesOfTopicResolver {
  constructor(private readonly loaders: ReleaseLoaders) {}

  @ResolveField(() => [ReleaseType], { description: 'Each object by itself; empty before there is a resolution.' })
  async releases(@Parent() { id }: Topic, @CurrentContext() context: RequestContext): Promise<readonly Release[]> {
    return this.loaders.releasesOfTopic(context, id);
  }
}
