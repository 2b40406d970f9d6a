import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ConferenceType, SessionType } from '#conferences';
import { isStandingBody, type BodyCode } from '#glossary';
import type { Actor } from '#organisation';
import { AvailableActionType, CurrentActor, CurrentContext, type RequestContext } from '#platform/graphql';
import type { ActionAvailability } from '#platform/lifecycle';
import { TopicType } from '#topics';
import { AgendaActions } from '../../agenda-actions.js';
import { AgendaLoaders } from '../../agenda-loaders.js';
import { AgendaItemType, AgendaType } from '../../agenda.graphql.js';
import { agendaOfSession, ofMainConference, type AgendaOf } from '../../domain/agenda.js';
import type { AgendaItemRow, AgendaRow } from '../../persistence/agenda.repository.js';

/** From a conference to its agenda. */
@Resolver(() => ConferenceType)
export class AgendaOfConferenceResolver {
  constructor(
    private readonly loaders: AgendaLoaders,
    private readonly actions: AgendaActions,
  ) {}

  @ResolveField(() => [AgendaType], { description: 'Of its main conference, the pre-conference and the committees.' })
  async agendas(
    @Parent() { id }: ConferenceType,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly AgendaRow[]> {
    return this.loaders.agendasOf(context, id);
  }

  @ResolveField(() => AvailableActionType, { description: 'Whether the viewer may begin the agenda.' })
  compileAgenda(@Parent() { id }: ConferenceType, @CurrentActor() actor: Actor): ActionAvailability {
    return this.actions.compileAgendaOf(actor, ofMainConference(id));
  }

  @ResolveField(() => AgendaType, { nullable: true, description: 'Null until there is one the viewer may see.' })
  async agenda(@Parent() { id }: ConferenceType, @CurrentContext() context: RequestContext): Promise<AgendaRow | null> {
    return this.loaders.agendaOf(context, id);
  }
}

/** From a session to its agenda; a session of the main conference leads to that of the conference. */
@Resolver(() => SessionType)
export class AgendaOfSessionResolver {
  constructor(
    private readonly loaders: AgendaLoaders,
    private readonly actions: AgendaActions,
  ) {}

  @ResolveField(() => AgendaType, { nullable: true, description: 'Null until there is one the viewer may see.' })
  async agenda(@Parent() session: SessionType, @CurrentContext() context: RequestContext): Promise<AgendaRow | null> {
    const { conferenceId, sessionId } = ofSession(session, []);
    return sessionId === null
      ? this.loaders.agendaOf(context, conferenceId)
      : this.loaders.agendaOfSession(context, sessionId);
  }

  @ResolveField(() => AvailableActionType, { description: 'Whether the viewer may begin the agenda.' })
  async compileAgenda(
    @Parent() session: SessionType,
    @CurrentContext() context: RequestContext,
  ): Promise<ActionAvailability> {
    const above = session.bodyCodes.every(isStandingBody) ? [] : await this.loaders.bodiesAbove(context, session.id);
    return this.actions.compileAgendaOf(context.actor as Actor, ofSession(session, above));
  }
}

function ofSession({ id, conferenceId, bodyCodes }: SessionType, above: readonly BodyCode[]): AgendaOf {
  return agendaOfSession({ id, conferenceId, bodies: bodyCodes }, above);
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
