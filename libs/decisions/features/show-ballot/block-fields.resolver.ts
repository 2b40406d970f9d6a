import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AgendaItemType, AgendaLoaders, AgendaType, type AgendaItemRow } from '#agendas';
import { agendaListNames } from '#glossary';
import { CurrentContext, orNotFound, type RequestContext } from '#platform/graphql';
import { ProposalVersionType, toProposalVersionType } from '#proposals';
import { TopicType, type Topic } from '#topics';
import { BallotItemType, BallotType } from '../../ballot.graphql.js';
import { DecisionLoaders } from '../../decision-loaders.js';
import type { BlockItem } from '../../domain/block.js';
import type { StoredBallot } from '../../persistence/ballot.repository.js';

/** What a ballot is called, and what a block consists of. */
@Resolver(() => BallotType)
export class BlockFieldsResolver {
  constructor(
    private readonly loaders: DecisionLoaders,
    private readonly agendas: AgendaLoaders,
  ) {}

  @ResolveField(() => String, { description: 'The title of its topic, or the name of the list voted on as a block.' })
  async title(@Parent() { topicId }: StoredBallot, @CurrentContext() context: RequestContext): Promise<string> {
    if (topicId === null) return agendaListNames.CONSENT;
    return orNotFound(await this.agendas.topicOf(context, topicId)).title;
  }

  @ResolveField(() => AgendaType, { nullable: true, description: 'Whose consent list is voted on as a block.' })
  async agenda(
    @Parent() { agendaId }: StoredBallot,
    @CurrentContext() context: RequestContext,
  ): Promise<AgendaType | null> {
    return agendaId === null ? null : ((await this.agendas.agendaById(context, agendaId)) as AgendaType | null);
  }

  @ResolveField(() => [BallotItemType], { description: 'The items of a block, in its order; empty for all others.' })
  async items(
    @Parent() { id, kind }: StoredBallot,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly BlockItem[]> {
    return kind === 'BLOCK' ? this.loaders.itemsOfBlock(context, id) : [];
  }
}

@Resolver(() => BallotItemType)
export class BallotItemFieldsResolver {
  constructor(
    private readonly loaders: DecisionLoaders,
    private readonly agendas: AgendaLoaders,
  ) {}

  @ResolveField(() => AgendaItemType)
  async agendaItem(
    @Parent() { agendaItemId }: BlockItem,
    @CurrentContext() context: RequestContext,
  ): Promise<AgendaItemRow> {
    return orNotFound(await this.agendas.itemById(context, agendaItemId));
  }

  @ResolveField(() => TopicType)
  async topic(@Parent() { topicId }: BlockItem, @CurrentContext() context: RequestContext): Promise<Topic> {
    return orNotFound(await this.agendas.topicOf(context, topicId));
  }

  @ResolveField(() => ProposalVersionType, { description: 'The text that is voted on.' })
  async text(@Parent() item: BlockItem, @CurrentContext() context: RequestContext): Promise<ProposalVersionType> {
    return toProposalVersionType(orNotFound(await this.loaders.textOf(context, item)));
  }
}
