import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext, type RequestContext } from '#platform/graphql';
import { ClauseType, type NumberedClause } from '#proposals';
import { TopicType, type Topic } from '#topics';
import { AgendaLoaders } from '../../agenda-loaders.js';
import { AgendaItemType } from '../../agenda.graphql.js';
import { groupLabel } from '../../domain/placement.js';
import type { AgendaItemRow } from '../../persistence/agenda.repository.js';

/** The fields of an item that another record answers. */
@Resolver(() => AgendaItemType)
export class AgendaItemFieldsResolver {
  constructor(private readonly loaders: AgendaLoaders) {}

  @ResolveField(() => String)
  groupLabel(@Parent() { group }: AgendaItemRow): string {
    return groupLabel(group);
  }

  @ResolveField(() => TopicType, { nullable: true, description: 'Null when the viewer may not see it.' })
  async topic(@Parent() { topicId }: AgendaItemRow, @CurrentContext() context: RequestContext): Promise<Topic | null> {
    return this.loaders.topicOf(context, topicId);
  }

  @ResolveField(() => [ClauseType], { description: 'The current text; none for a fireside talk.' })
  async clauses(
    @Parent() { id }: AgendaItemRow,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly NumberedClause[]> {
    return this.loaders.clausesOf(context, id);
  }
}
