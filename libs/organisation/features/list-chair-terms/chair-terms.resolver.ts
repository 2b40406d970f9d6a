import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
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
import { ChairTermType, toChairTermType } from '../../chair-term.graphql.js';
import { ChairTermTransitionHandler, listChairTerms } from '../../chair-term-transition.handler.js';
import type { Actor } from '../../domain/actor.js';
import { chairTermLifecycle, type ChairTermRecord } from '../../domain/chair-term-lifecycle.js';
import { toHistoryEntryType } from '../../history-entry.js';

const labels = eventLabels(chairTermLifecycle);
const TERMS = Symbol('chair terms');
const HISTORY = Symbol('history of chair terms');

@Resolver(() => ChairTermType)
export class ChairTermsResolver {
  constructor(
    private readonly database: Database,
    private readonly transition: ChairTermTransitionHandler,
  ) {}

  @Query(() => [ChairTermType], { description: 'Who chairs and who chaired, in the order of time.' })
  async chairTerms(@CurrentActor() actor: Actor, @CurrentContext() context: RequestContext) {
    return (await this.all(actor, context)).map(toChairTermType);
  }

  @ResolveField(() => [AvailableActionType])
  async availableActions(
    @Parent() { record }: ChairTermType,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly ActionAvailability[]> {
    const terms = await this.all(actor, context);
    const entry = { state: record.state, term: record };
    return availableActions(chairTermLifecycle, entry, this.transition.contextOf(actor, terms, null));
  }

  @ResolveField(() => [HistoryEntryType])
  async history(
    @Parent() { id }: ChairTermType,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly HistoryEntryType[]> {
    const loader = loaderOf(context, HISTORY, (ids) =>
      this.database.read(actor, (tx) => listHistory(tx, 'chair-term', ids)),
    );
    return ((await loader.load(id)) ?? []).map((entry) => toHistoryEntryType(entry, labels));
  }

  private async all(actor: Actor, context: RequestContext): Promise<readonly ChairTermRecord[]> {
    const loader = loaderOf(context, TERMS, async () => {
      return new Map([['all', await this.database.read(actor, (tx) => listChairTerms(tx))]]);
    });
    return (await loader.load('all')) ?? [];
  }
}
