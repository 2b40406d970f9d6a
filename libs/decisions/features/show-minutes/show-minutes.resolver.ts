import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ConferenceType } from '#conferences';
import type { BodyCode } from '#glossary';
import { bodyOf, type Actor } from '#organisation';
import { CurrentActor, CurrentContext, orNotFound, type RequestContext } from '#platform/graphql';
import { permit, type ActionAvailability } from '#platform/lifecycle';
import { minutesLifecycle } from '../../domain/minutes-lifecycle.js';
import { MinutesLoaders } from '../../minutes-loaders.js';
import { MinutesTransitionHandler, newMinutes } from '../../minutes-transition.handler.js';
import { MinutesType, SessionMinutesType } from '../../minutes.graphql.js';
import type { MinutesSession } from '../../minutes-sessions.js';
import type { StoredMinutes } from '../../persistence/minutes.repository.js';

@Resolver()
export class ShowMinutesResolver {
  constructor(private readonly loaders: MinutesLoaders) {}

  @Query(() => MinutesType, { description: 'The minutes; NOT_FOUND when there are none the viewer may see.' })
  async minutes(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<StoredMinutes> {
    return orNotFound(await this.loaders.minutesById(context, id));
  }
}

/** From a conference to the minutes of its sessions. */
@Resolver(() => ConferenceType)
export class MinutesOfConferenceResolver {
  constructor(
    private readonly loaders: MinutesLoaders,
    private readonly transition: MinutesTransitionHandler,
  ) {}

  @ResolveField(() => [SessionMinutesType], { description: 'One for each session that has minutes.' })
  async minutes(
    @Parent() { id }: ConferenceType,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly SessionMinutesType[]> {
    const sessions = await this.loaders.sessionsOf(context, id);
    const parents = await this.loaders.parents(context);
    return Promise.all(
      sessions.map(async (session) => {
        const minutes = await this.loaders.minutesOfSession(context, session.id);
        const availableActions = minutes === null ? [this.beginning(actor, session, parents)] : [];
        return { sessionId: session.id, bodies: session.bodies.map(bodyOf), minutes, availableActions };
      }),
    );
  }

  private beginning(
    actor: Actor,
    { isOver: sessionIsOver, ...session }: MinutesSession,
    parents: ReadonlyMap<BodyCode, BodyCode>,
  ): ActionAvailability {
    const about = { bodies: session.bodies, parents, sessionIsOver };
    const asked = this.transition.contextOf(actor, { ...about, agendaItemIds: new Set<string>(), input: null });
    const verdict = permit(minutesLifecycle, newMinutes(session, asked.now), 'draftMinutes', asked);
    const label = minutesLifecycle.labels['draftMinutes'] ?? '';
    const refusals = verdict.ok ? [] : verdict.refusals;
    return { action: 'draftMinutes', label, available: verdict.ok, refusals };
  }
}
