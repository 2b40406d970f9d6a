import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { topicMergeStateNames } from '#glossary';
import { type Actor, toHistoryEntryType } from '#organisation';
import { Database, listHistory } from '#platform/database';
import {
  AvailableActionType,
  CurrentActor,
  CurrentContext,
  HistoryEntryType,
  loaderOf,
  type RequestContext,
} from '#platform/graphql';
import { availableActions, eventLabels, type ActionAvailability } from '#platform/lifecycle';
import { topicMergeLifecycle } from '../../domain/merge-lifecycle.js';
import type { TopicMerge } from '../../domain/merge.js';
import type { Topic } from '../../domain/topic.js';
import { MergeTransitionHandler } from '../../merge-transition.handler.js';
import { MergeRepository } from '../../persistence/merge.repository.js';
import { TopicRepository } from '../../persistence/topic.repository.js';
import { TopicMergeType } from '../../topic-merge.graphql.js';
import { TopicType } from '../../topic.graphql.js';

const TOPICS = Symbol('topics of an agreement to merge');
const HISTORY = Symbol('history of an agreement to merge');
const labels = eventLabels(topicMergeLifecycle);

@Resolver(() => TopicMergeType)
export class MergeFieldsResolver {
  constructor(
    private readonly database: Database,
    private readonly topics: TopicRepository,
    private readonly merges: MergeRepository,
    private readonly transition: MergeTransitionHandler,
  ) {}

  @Query(() => [TopicMergeType], {
    description: 'Proposed merges the viewer can do something about, longest waiting first.',
  })
  async mergesAwaitingMe(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly TopicMerge[]> {
    const open = await this.database.read(actor, (tx) => this.merges.listOpenMerges(tx));
    const actions = await Promise.all(open.map((merge) => this.availableActions(merge, actor, context)));
    const awaited = new Set(['consentToMerge', 'mergeTopic']);
    return open.filter((_merge, index) =>
      actions[index]?.some(({ action, available }) => available && awaited.has(action)),
    );
  }

  @ResolveField(() => String)
  stateLabel(@Parent() { state }: TopicMerge): string {
    return topicMergeStateNames[state];
  }

  @ResolveField(() => TopicType, { nullable: true, description: 'The topic that ends.' })
  async topic(
    @Parent() { topicId }: TopicMerge,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<Topic | null> {
    return this.loadTopic(topicId, actor, context);
  }

  @ResolveField(() => TopicType, { nullable: true, description: 'The topic that goes on for both.' })
  async survivor(
    @Parent() { survivorId }: TopicMerge,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<Topic | null> {
    return this.loadTopic(survivorId, actor, context);
  }

  @ResolveField(() => [AvailableActionType], { description: 'What the viewer may do now; for the rest, why not.' })
  async availableActions(
    @Parent() merge: TopicMerge,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly ActionAvailability[]> {
    const topic = await this.loadTopic(merge.topicId, actor, context);
    const survivor = await this.loadTopic(merge.survivorId, actor, context);
    if (topic === null || survivor === null) return [];
    return availableActions(topicMergeLifecycle, merge, this.transition.contextOf(actor, { topic, survivor }, null));
  }

  @ResolveField(() => [HistoryEntryType])
  async history(
    @Parent() { id }: TopicMerge,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly HistoryEntryType[]> {
    const loader = loaderOf(context, HISTORY, (ids) =>
      this.database.read(actor, (tx) => listHistory(tx, 'topicMerge', ids)),
    );
    return ((await loader.load(id)) ?? []).map((entry) => toHistoryEntryType(entry, labels));
  }

  private async loadTopic(id: string, actor: Actor, context: RequestContext): Promise<Topic | null> {
    const loader = loaderOf(context, TOPICS, (ids) =>
      this.database.read(actor, (tx) => this.topics.listTopicsByIds(tx, ids)),
    );
    return loader.load(id);
  }
}
