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
import { eventLabels, type ActionAvailability } from '#platform/lifecycle';
import type { Actor } from '../../domain/actor.js';
import { officeHeadLifecycle } from '../../domain/office-head-lifecycle.js';
import { toHistoryEntryType } from '../../history-entry.js';
import { OfficeHeadType, OfficeType } from '../../office-head.graphql.js';
import { OfficeHeadTransitionHandler } from '../../office-head-transition.handler.js';
import { OfficesQuery } from './offices.query.js';

const labels = eventLabels(officeHeadLifecycle);
const HISTORY = Symbol('history of heads of offices');

@Resolver(() => OfficeHeadType)
export class OfficesResolver {
  constructor(
    private readonly query: OfficesQuery,
    private readonly database: Database,
    private readonly transition: OfficeHeadTransitionHandler,
  ) {}

  @Query(() => [OfficeType], {
    description: 'The offices of the Länder, of the Bund and of the bodies, with their heads.',
  })
  async offices(@CurrentActor() actor: Actor): Promise<readonly OfficeType[]> {
    return this.query.list(actor);
  }

  @ResolveField(() => [AvailableActionType])
  availableActions(@Parent() { record }: OfficeHeadType, @CurrentActor() actor: Actor): readonly ActionAvailability[] {
    return this.transition.actionsOn(actor, record);
  }

  @ResolveField(() => [HistoryEntryType])
  async history(
    @Parent() { id }: OfficeHeadType,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly HistoryEntryType[]> {
    const loader = loaderOf(context, HISTORY, (ids) =>
      this.database.read(actor, (tx) => listHistory(tx, officeHeadLifecycle.record.kind, ids)),
    );
    return ((await loader.load(id)) ?? []).map((entry) => toHistoryEntryType(entry, labels));
  }
}
