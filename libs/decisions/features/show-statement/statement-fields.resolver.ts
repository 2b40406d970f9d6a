import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AgendaLoaders } from '#agendas';
import { statementStateNames } from '#glossary';
import { partiesActedFor, partyOf, PartyType, type Actor, toHistoryEntryType } from '#organisation';
import {
  AvailableActionType,
  CurrentActor,
  CurrentContext,
  HistoryEntryType,
  orNotFound,
  type RequestContext,
} from '#platform/graphql';
import { availableActions, eventLabels, type ActionAvailability } from '#platform/lifecycle';
import { TopicType, type Topic } from '#topics';
import { statementLifecycle } from '../../domain/statement-lifecycle.js';
import { standingCosignatures } from '../../domain/statement.js';
import type { StoredStatement } from '../../persistence/statement.repository.js';
import { StatementLoaders } from '../../statement-loaders.js';
import { StatementTransitionHandler } from '../../statement-transition.handler.js';
import { CosignatureType, StatementType } from '../../statement.graphql.js';

const labels = eventLabels(statementLifecycle);

/** The fields of a statement that a rule or another record answers. */
@Resolver(() => StatementType)
export class StatementFieldsResolver {
  constructor(
    private readonly loaders: StatementLoaders,
    private readonly agendas: AgendaLoaders,
    private readonly transition: StatementTransitionHandler,
  ) {}

  @ResolveField(() => String)
  stateLabel({ state }: StoredStatement): string {
    return statementStateNames[state];
  }

  @ResolveField(() => PartyType)
  party({ party }: StoredStatement): PartyType {
    return partyOf(party);
  }

  @ResolveField(() => TopicType)
  async topic(@Parent() { topicId }: StoredStatement, @CurrentContext() context: RequestContext): Promise<Topic> {
    return orNotFound(await this.agendas.topicOf(context, topicId));
  }

  @ResolveField(() => [CosignatureType], { description: 'All that were ever given, the oldest first.' })
  cosignatures({ cosignatures }: StoredStatement): readonly CosignatureType[] {
    return cosignatures.map((each) => ({ ...each, party: partyOf(each.party) }));
  }

  @ResolveField(() => [PartyType], { description: 'Parties in whose name the viewer may join it now.' })
  async mayCosignFor(
    @Parent() statement: StoredStatement,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly PartyType[]> {
    const { mayDeclare } = orNotFound(await this.loaders.placeOf(context, statement));
    const joined = new Set(standingCosignatures(statement).map(({ party }) => party));
    return partiesActedFor(actor, 'PARTY_COORDINATOR')
      .filter((party) => party !== statement.party && mayDeclare.has(party) && !joined.has(party))
      .map(partyOf);
  }

  @ResolveField(() => [PartyType], { description: 'Parties in whose name the viewer may leave it.' })
  cosignedFor(@Parent() statement: StoredStatement, @CurrentActor() actor: Actor): readonly PartyType[] {
    const joined = new Set(standingCosignatures(statement).map(({ party }) => party));
    return partiesActedFor(actor, 'PARTY_COORDINATOR')
      .filter((party) => joined.has(party))
      .map(partyOf);
  }

  @ResolveField(() => [AvailableActionType], { description: 'What the viewer may do now; for the rest, why not.' })
  async availableActions(
    @Parent() statement: StoredStatement,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly ActionAvailability[]> {
    const place = orNotFound(await this.loaders.placeOf(context, statement));
    return availableActions(statementLifecycle, statement, this.transition.contextOf(actor, place, null));
  }

  @ResolveField(() => [HistoryEntryType])
  async history(
    @Parent() { id }: StoredStatement,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly HistoryEntryType[]> {
    return (await this.loaders.historyOf(context, id)).map((entry) => toHistoryEntryType(entry, labels));
  }
}
