import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AgendaItemType, type AgendaItemRow } from '#agendas';
import { CurrentContext, orNotFound, type RequestContext } from '#platform/graphql';
import type { Outcome } from '#glossary';
import { OutcomeEnum, TopicType, type Topic } from '#topics';
import { BallotType } from '../../ballot.graphql.js';
import { DecisionLoaders } from '../../decision-loaders.js';
import { AllowedOutcomes } from './allowed-outcomes.js';
import type { StoredBallot } from '../../persistence/ballot.repository.js';

@Resolver()
export class ShowBallotResolver {
  constructor(private readonly loaders: DecisionLoaders) {}

  @Query(() => BallotType, { description: 'One ballot; NOT_FOUND when there is none the viewer may see.' })
  async ballot(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<StoredBallot> {
    return orNotFound(await this.loaders.ballotById(context, id));
  }
}

/** From a topic to the newest ballot on it, and how the topic may end. */
@Resolver(() => TopicType)
export class BallotOfTopicResolver {
  constructor(
    private readonly loaders: DecisionLoaders,
    private readonly outcomes: AllowedOutcomes,
  ) {}

  @ResolveField(() => [OutcomeEnum], { description: 'What the chair may determine now, with a vote or without.' })
  async allowedOutcomes(
    @Parent() topic: Topic,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly Outcome[]> {
    return this.outcomes.allowedOn(context, topic);
  }

  @ResolveField(() => BallotType, { nullable: true, description: 'The newest ballot.' })
  async ballot(@Parent() { id }: Topic, @CurrentContext() context: RequestContext): Promise<StoredBallot | null> {
    return this.loaders.ballotOfTopic(context, id);
  }
}

/**
 * From an agenda item to the newest ballot on it. Asked of every item: without decorators on its parameters Nest hands
 * on what GraphQL gives and wraps nothing.
 */
@Resolver(() => AgendaItemType)
export class BallotOfAgendaItemResolver {
  constructor(private readonly loaders: DecisionLoaders) {}

  @ResolveField(() => BallotType, { nullable: true, description: 'The newest ballot.' })
  async ballot({ id }: AgendaItemRow, _args: unknown, context: RequestContext): Promise<StoredBallot | null> {
    return this.loaders.ballotOfItem(context, id);
  }
}
