import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { Database } from '#platform/database';
import { CurrentActor, CurrentContext, loaderOf, type RequestContext } from '#platform/graphql';
import type { TopicMerge } from '../../domain/merge.js';
import { MergeRepository } from '../../persistence/merge.repository.js';
import { TopicMergeType } from '../../topic-merge.graphql.js';
import { TopicType } from '../../topic.graphql.js';

const MERGES = Symbol('merges of a topic');

@Resolver(() => TopicType)
export class MergesOfTopicResolver {
  constructor(
    private readonly database: Database,
    private readonly repository: MergeRepository,
  ) {}

  @ResolveField(() => [TopicMergeType], { description: 'Agreements to merge it with another, latest first.' })
  async merges(
    @Parent() { id }: { id: string },
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly TopicMerge[]> {
    const loader = loaderOf(context, MERGES, (ids) =>
      this.database.read(actor, (tx) => this.repository.mergesByTopics(tx, ids)),
    );
    return (await loader.load(id)) ?? [];
  }
}
