import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { AvailableActionType, CurrentActor, CurrentContext, orNotFound, type RequestContext } from '#platform/graphql';
import { permit, type ActionAvailability } from '#platform/lifecycle';
import { TopicType, type Topic } from '#topics';
import { contextFor } from '../../comment-round-context.js';
import { CommentedTextLoaders, CommentRoundLoaders } from '../../comment-round-loaders.js';
import { newRound } from '../../comment-round-transition.handler.js';
import { CommentRoundType, CommentTermType } from '../../comment-round.graphql.js';
import { commentRoundLifecycle } from '../../domain/comment-round-lifecycle.js';
import { askingBodyOf } from '../../domain/comment-round.js';
import type { StoredRound } from '../../persistence/comment-round.repository.js';
import type { CountedTerm } from '../../persistence/comment-terms.js';

const ACTION = 'openCommentRound';

@Resolver()
export class ShowCommentRoundResolver {
  constructor(private readonly loaders: CommentRoundLoaders) {}

  @Query(() => CommentRoundType, {
    description: 'One round of comments; NOT_FOUND when there is none the viewer may see.',
  })
  async commentRound(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<StoredRound> {
    return orNotFound(await this.loaders.roundById(context, id));
  }
}

/** From a topic to the rounds of comments on its texts. */
@Resolver(() => TopicType)
export class CommentRoundsOfTopicResolver {
  constructor(
    private readonly loaders: CommentRoundLoaders,
    private readonly surroundings: CommentedTextLoaders,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => [CommentRoundType], { description: 'The latest first.' })
  async commentRounds(
    @Parent() { id }: Topic,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly StoredRound[]> {
    return this.loaders.roundsOfTopic(context, id);
  }

  @ResolveField(() => AvailableActionType, { description: 'Whether the viewer may open a round now; if not, why.' })
  async commentRoundOpening(
    @Parent() topic: Topic,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<ActionAvailability> {
    const rounds = await this.loaders.roundsOfTopic(context, topic.id);
    const hasOpenRound = rounds.some(({ state }) => state === 'OPEN');
    const round = newRound(topic, actor.name);
    const known = contextFor(actor, round, { topic, now: this.clock.now(), hasOpenRound, input: null });
    const verdict = permit(commentRoundLifecycle, round, ACTION, known);
    const offered = { action: ACTION, label: commentRoundLifecycle.labels[ACTION] ?? ACTION };
    if (!verdict.ok) return { ...offered, available: false, refusals: verdict.refusals };
    const capacity =
      known.capacities.names?.get(verdict.capacity) ?? commentRoundLifecycle.capacities[verdict.capacity];
    return { ...offered, available: true, capacity, refusals: [] };
  }

  @ResolveField(() => [CommentTermType], { description: 'Terms a round opened now may have; none where none can be.' })
  async commentTerms(
    @Parent() topic: Topic,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly CountedTerm[]> {
    if (askingBodyOf(topic) === null) return [];
    return (await this.surroundings.termOf(context, topic.conferenceId)).choicesAfter(this.clock.now());
  }
}
