import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { agendaStateNames } from '#glossary';
import { ConferenceType } from '#conferences';
import { toHistoryEntryType, type Actor } from '#organisation';
import {
  AvailableActionType,
  CurrentContext,
  HistoryEntryType,
  orNotFound,
  type RequestContext,
} from '#platform/graphql';
import { eventLabels, type ActionAvailability } from '#platform/lifecycle';
import { AgendaActions } from '../../agenda-actions.js';
import { AgendaLoaders } from '../../agenda-loaders.js';
import { prepares } from '../../agenda-transition.handler.js';
import {
  AgendaHeldType,
  AgendaItemType,
  AgendaSupplementType,
  AgendaType,
  MissingTopicType,
} from '../../agenda.graphql.js';
import { agendaLifecycle } from '../../domain/agenda-lifecycle.js';
import { bodiesLabel, supplementName } from '../../domain/placement.js';
import type { AgendaItemRow, AgendaRow } from '../../persistence/agenda.repository.js';

const labels = eventLabels(agendaLifecycle);

@Resolver(() => AgendaType)
export class ShowAgendaResolver {
  constructor(
    private readonly loaders: AgendaLoaders,
    private readonly actions: AgendaActions,
  ) {}

  @Query(() => AgendaType, { description: 'One agenda; NOT_FOUND when there is none the viewer may see.' })
  async agenda(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<AgendaRow> {
    return orNotFound(await this.loaders.agendaById(context, id));
  }

  @ResolveField(() => String)
  stateLabel(@Parent() { state }: AgendaRow): string {
    return agendaStateNames[state];
  }

  @ResolveField(() => String, { description: 'Whose agenda it is: "Hauptkonferenz", "AK II", "AK II und AK V".' })
  bodyLabel(@Parent() { bodies }: AgendaRow): string {
    return bodiesLabel(bodies);
  }

  /** To the others a number that grew by itself would tell of what they may not see. */
  @ResolveField(() => Int, {
    description: 'Send it back as expectedRevision. Counts the changes that the viewer sees.',
  })
  async revision(@Parent() agenda: AgendaRow, @CurrentContext() context: RequestContext): Promise<number> {
    if (prepares(context.actor as Actor, agenda)) return agenda.revision;
    return (await this.loaders.historyOf(context, agenda.id)).length;
  }

  @ResolveField(() => ConferenceType)
  async conference(@Parent() agenda: AgendaRow, @CurrentContext() context: RequestContext): Promise<ConferenceType> {
    return orNotFound(await this.loaders.conferenceOf(context, agenda));
  }

  @ResolveField(() => AgendaHeldType, { description: 'Of the session; of the conference for its main conference.' })
  async held(@Parent() agenda: AgendaRow, @CurrentContext() context: RequestContext): Promise<AgendaHeldType> {
    if (agenda.sessionId !== null) return orNotFound(await this.loaders.daysOfSession(context, agenda.sessionId));
    return orNotFound(await this.loaders.conferenceOf(context, agenda));
  }

  @ResolveField(() => [AgendaSupplementType], { description: 'The first one first.' })
  supplements(@Parent() { supplements }: AgendaRow): readonly AgendaSupplementType[] {
    return supplements.map((circulatedAt, index) => ({
      number: index + 1,
      label: supplementName(index + 1),
      circulatedAt,
    }));
  }

  @ResolveField(() => [AgendaItemType], { description: 'In the order of reading; removed items among them.' })
  async items(
    @Parent() { id }: AgendaRow,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly AgendaItemRow[]> {
    return this.loaders.itemsOf(context, id);
  }

  @ResolveField(() => [AvailableActionType], { description: 'What the viewer may do now; for the rest, why not.' })
  async availableActions(
    @Parent() agenda: AgendaRow,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly ActionAvailability[]> {
    return this.actions.ofAgenda(context, agenda);
  }

  @ResolveField(() => [MissingTopicType], { description: 'Empty or explained before the agenda can be final.' })
  async missingTopics(
    @Parent() agenda: AgendaRow,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly MissingTopicType[]> {
    return (await this.actions.missingTopicsOf(context, agenda)).map(({ explained, formerly, ...missing }) => ({
      ...missing,
      formerly,
      explanation: explained?.explanation ?? null,
      explainedBy: explained?.explainedBy ?? null,
      explainedAt: explained?.explainedAt ?? null,
    }));
  }

  @ResolveField(() => [HistoryEntryType])
  async history(
    @Parent() { id }: AgendaRow,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly HistoryEntryType[]> {
    // Of several histories put together: counted anew, in the order in which things happened.
    const items = new Map((await this.loaders.itemsOf(context, id)).map((item) => [item.id, item]));
    return (await this.loaders.historyOf(context, id)).map((entry, index) => {
      const told = toHistoryEntryType(entry, labels);
      const item = entry.itemId === null ? undefined : items.get(entry.itemId);
      return { ...told, label: told.label + about(item), sequence: index + 1 };
    });
  }
}

/** „: TOP 12a“; what has no number yet is named by its title. */
function about(item: AgendaItemRow | undefined): string {
  if (item === undefined) return '';
  return item.number === null ? `: „${item.title}“` : `: TOP ${item.number}`;
}
