import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Clock } from '#platform/clock';
import { CurrentContext, type RequestContext } from '#platform/graphql';
import type { Actor } from '#organisation';
import { AgendaLoaders } from '../../agenda-loaders.js';
import { prepares } from '../../agenda-transition.handler.js';
import { AgendaChangesType, AgendaType } from '../../agenda.graphql.js';
import { agendaChangeNames, changesSince } from '../../domain/changes.js';
import type { AgendaRow } from '../../persistence/agenda.repository.js';

/** What the viewer has not seen yet. */
@Resolver(() => AgendaType)
export class AgendaChangesResolver {
  constructor(
    private readonly loaders: AgendaLoaders,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => AgendaChangesType, { description: 'What changed since the viewer last looked.' })
  async changesSinceSeen(
    @Parent() agenda: AgendaRow,
    @CurrentContext() context: RequestContext,
  ): Promise<AgendaChangesType> {
    const { id } = agenda;
    const upTo = this.clock.now();
    const view = await this.loaders.viewOf(context, id);
    if (view === null) return { seenAt: null, upTo, changes: [] };
    const items = await this.loaders.itemsOf(context, id);
    const history = await this.loaders.historyOf(context, id);
    const changes = changesSince({ ...view, prepares: prepares(context.actor as Actor, agenda), items, history });
    const named = changes.map((change) => ({ ...change, label: agendaChangeNames[change.kind] }));
    return { seenAt: view.seenAt, upTo, changes: named };
  }
}
