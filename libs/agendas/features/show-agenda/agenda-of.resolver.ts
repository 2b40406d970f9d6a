import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ConferenceType } from '#conferences';
import { CurrentContext, type RequestContext } from '#platform/graphql';
import { TopicType } from '#topics';
import { AgendaLoaders } from '../../agenda-loaders.js';
import { AgendaItemType, AgendaType } from '../../agenda.graphql.js';
import type { AgendaItemRow, AgendaRow } from '../../persistence/agenda.repository.js';

/** From a conference to its agenda. */
@Resolver(() => ConferenceType)
export class AgendaOfConferenceResolver {
  constructor(private readonly loaders: AgendaLoaders) {}

  @ResolveField(() => AgendaType, { nullable: true, description: 'Null until there is one the viewer may see.' })
  async agenda(@Parent() { id }: ConferenceType, @CurrentContext() context: RequestContext): Promise<AgendaRow | null> {
    return this.loaders.agendaOf(context, id);
  }
}

/** From a topic to its item. */
@Resolver(() => TopicType)
export class AgendaItemOfTopicResolver {
  constructor(private readonly loaders: AgendaLoaders) {}

  @ResolveField(() => AgendaItemType, {
    nullable: true,
    description: 'Null until it is on an agenda the viewer may see.',
  })
  async agendaItem(
    @Parent() { id }: TopicType,
    @CurrentContext() context: RequestContext,
  ): Promise<AgendaItemRow | null> {
    return this.loaders.itemOfTopic(context, id);
  }
}
