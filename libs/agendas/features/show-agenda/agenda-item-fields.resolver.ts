import { Int, ResolveField, Resolver } from '@nestjs/graphql';
import { agendaListNames } from '#glossary';
import { partyOf, PartyType } from '#organisation';
import { AvailableActionType, type RequestContext } from '#platform/graphql';
import type { ActionAvailability } from '#platform/lifecycle';
import { ClauseType, type NumberedClause } from '#proposals';
import { TopicType, type Topic } from '#topics';
import { AgendaActions } from '../../agenda-actions.js';
import { AgendaLoaders } from '../../agenda-loaders.js';
import { AgendaItemType } from '../../agenda.graphql.js';
import { groupHeading } from '../../domain/placement.js';
import type { AgendaItemRow } from '../../persistence/agenda.repository.js';

/**
 * The fields of an item that another record answers. Asked a hundred times per agenda: without decorators on parameters
 * Nest calls a method as GraphQL would, with (parent, args, context), and wraps it in nothing.
 */
@Resolver(() => AgendaItemType)
export class AgendaItemFieldsResolver {
  constructor(
    private readonly loaders: AgendaLoaders,
    private readonly actions: AgendaActions,
  ) {}

  @ResolveField(() => Int, { description: 'Place within its group, from 1, among the items that the viewer sees.' })
  position({ place }: AgendaItemRow): number {
    return place;
  }

  @ResolveField(() => String)
  groupLabel(item: AgendaItemRow): string {
    return groupHeading(item);
  }

  @ResolveField(() => String, { description: 'What this conference calls the list.' })
  listLabel({ list, listName }: AgendaItemRow): string {
    return listName ?? agendaListNames[list];
  }

  @ResolveField(() => PartyType, { nullable: true, description: 'Who asked for it to be discussed.' })
  pulledOffBy({ pulledOffBy }: AgendaItemRow): PartyType | null {
    return pulledOffBy === null ? null : partyOf(pulledOffBy);
  }

  @ResolveField(() => [AvailableActionType], { description: 'What the viewer may do now with this item.' })
  async availableActions(
    { id, agendaId }: AgendaItemRow,
    _args: unknown,
    context: RequestContext,
  ): Promise<readonly ActionAvailability[]> {
    return (await this.actions.ofItems(context, agendaId)).get(id) ?? [];
  }

  @ResolveField(() => TopicType, { nullable: true, description: 'Null when the viewer may not see it.' })
  async topic({ topicId }: AgendaItemRow, _args: unknown, context: RequestContext): Promise<Topic | null> {
    return this.loaders.topicOf(context, topicId);
  }

  @ResolveField(() => [ClauseType], { description: 'The current text; none for a fireside talk.' })
  async clauses({ id }: AgendaItemRow, _args: unknown, context: RequestContext): Promise<readonly NumberedClause[]> {
    return this.loaders.clausesOf(context, id);
  }
}
