import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import { loaderOf, type RequestContext } from '#platform/graphql';
import { availableActions, permit, type ActionAvailability } from '#platform/lifecycle';
import { AgendaLoaders } from './agenda-loaders.js';
import { AgendaTransitionHandler } from './agenda-transition.handler.js';
import { agendaItemLifecycle, agendaLifecycle } from './domain/agenda-lifecycle.js';
import { missingTopics, type MissingTopic } from './domain/completeness.js';
import { newAgenda, type Agenda, type AgendaContext, type AgendaOf } from './domain/agenda.js';
import type { AgendaRow } from './persistence/agenda.repository.js';

const OF_ITEMS = Symbol('actions on agenda items');

/** What a viewer may do with an agenda and with each of its items; for the rest, why not. */
@Injectable()
export class AgendaActions {
  constructor(
    private readonly loaders: AgendaLoaders,
    private readonly transition: AgendaTransitionHandler,
  ) {}

  async ofAgenda(request: RequestContext, agenda: AgendaRow): Promise<readonly ActionAvailability[]> {
    const { whole, context } = await this.decisionOn(request, agenda);
    return availableActions(agendaLifecycle, whole, context);
  }

  /** By item id; worked out once a request for all items of an agenda. */
  async ofItems(
    request: RequestContext,
    agendaId: string,
  ): Promise<ReadonlyMap<string, readonly ActionAvailability[]>> {
    const loader = loaderOf(request, OF_ITEMS, async (ids: readonly string[]) => {
      const found = new Map<string, ReadonlyMap<string, readonly ActionAvailability[]>>();
      for (const id of ids) found.set(id, await this.byItem(request, id));
      return found;
    });
    return (await loader.load(agendaId)) ?? new Map();
  }

  private async byItem(
    request: RequestContext,
    agendaId: string,
  ): Promise<ReadonlyMap<string, readonly ActionAvailability[]>> {
    const agenda = await this.loaders.agendaById(request, agendaId);
    if (agenda === null) return new Map();
    const { whole, context } = await this.decisionOn(request, agenda);
    return new Map(
      whole.items.map(({ id }) => [
        id,
        availableActions(agendaItemLifecycle, whole, { ...context, itemAskedAbout: id }),
      ]),
    );
  }

  /** Topics meant for the conference that are not on the agenda, as far as the viewer may see them. */
  async missingTopicsOf(request: RequestContext, agenda: AgendaRow): Promise<readonly MissingTopic[]> {
    const { whole, context } = await this.decisionOn(request, agenda);
    return missingTopics(whole, context.topics);
  }

  /** Whether the viewer may begin an agenda where there is none yet, or else why not. */
  compileAgendaOf(actor: Actor, of: AgendaOf): ActionAvailability {
    const agenda = newAgenda('', of);
    const verdict = permit(agendaLifecycle, agenda, 'compileAgenda', this.transition.contextOf(actor, of, [], null));
    const action = { action: 'compileAgenda', label: agendaLifecycle.labels['compileAgenda'] ?? '' };
    if (!verdict.ok) return { ...action, available: false, refusals: verdict.refusals };
    return { ...action, available: true, capacity: agendaLifecycle.capacities[verdict.capacity], refusals: [] };
  }

  private async decisionOn(
    request: RequestContext,
    agenda: AgendaRow,
  ): Promise<{ readonly whole: Agenda; readonly context: AgendaContext }> {
    const items = await this.loaders.itemsOf(request, agenda.id);
    const topics = await this.loaders.topicsMeantFor(request, agenda.conferenceId);
    const explanations = await this.loaders.explanationsOf(request, agenda.id);
    const context = this.transition.contextOf(request.actor as Actor, agenda, topics, null);
    return { whole: { ...agenda, items, explanations }, context };
  }
}
