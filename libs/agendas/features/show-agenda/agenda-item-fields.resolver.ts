import { ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '#platform/graphql';
import { ClauseType, type NumberedClause } from '#proposals';
import { TopicType, type Topic } from '#topics';
import { AgendaLoaders } from '../../agenda-loaders.js';
import { AgendaItemType } from '../../agenda.graphql.js';
import { groupLabel } from '../../domain/placement.js';
import type { AgendaItemRow } from '../../persistence/agenda.repository.js';

/**
 * The fields of an item that another record answers. Asked a hundred times per agenda: without decorators on parameters
 * Nest calls a method as GraphQL would, with (parent, args, context), and wraps it in nothing.
 */
@Resolver(() => AgendaItemType)
export class AgendaItemFieldsResolver {
  constructor(private readonly loaders: AgendaLoaders) {}

  @ResolveField(() => String)
  groupLabel({ group }: AgendaItemRow): string {
    return groupLabel(group);
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
