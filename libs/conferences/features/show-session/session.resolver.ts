import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, toHistoryEntryType } from '#organisation';
import {
  AvailableActionType,
  CurrentActor,
  CurrentContext,
  HistoryEntryType,
  orNotFound,
  type RequestContext,
} from '#platform/graphql';
import { Database } from '#platform/database';
import { eventLabels, type ActionAvailability } from '#platform/lifecycle';
import { ConferenceType, toConferenceType } from '../../conference.graphql.js';
import { sessionLifecycle } from '../../domain/session-lifecycle.js';
import { titleOfSession } from '../../domain/session.js';
import { Sessions } from '../../persistence/session.repository.js';
import { SessionInvitationType, SessionType, toSessionType } from '../../session.graphql.js';
import { SessionFieldsLoader } from '../../session-fields.loader.js';

const labels = eventLabels(sessionLifecycle);

@Resolver(() => SessionType)
export class SessionResolver {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly fields: SessionFieldsLoader,
  ) {}

  @Query(() => SessionType)
  async session(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<SessionType> {
    return toSessionType(orNotFound(await this.database.read(actor, (tx) => this.sessions.findSession(tx, id))));
  }

  @ResolveField(() => String, { description: 'As papers name it.' })
  async title(
    @Parent() { bodyCodes, number, conferenceId }: SessionType,
    @CurrentContext() context: RequestContext,
  ): Promise<string> {
    const { names } = await this.fields.conferenceOf(context, conferenceId);
    return titleOfSession({ bodies: bodyCodes, number }, names);
  }

  @ResolveField(() => ConferenceType)
  async conference(
    @Parent() { conferenceId }: SessionType,
    @CurrentContext() context: RequestContext,
  ): Promise<ConferenceType> {
    return toConferenceType(await this.fields.conferenceOf(context, conferenceId));
  }

  @ResolveField(() => [SessionInvitationType], { description: 'All that were sent, oldest first.' })
  async invitations(
    @Parent() { id }: SessionType,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly SessionInvitationType[]> {
    return this.fields.invitationsOf(context, id);
  }

  @ResolveField(() => [AvailableActionType], { description: 'What the viewer may do now; for the rest, why not.' })
  async availableActions(
    @Parent() session: SessionType,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly ActionAvailability[]> {
    return this.fields.actionsOn(context, session);
  }

  @ResolveField(() => [HistoryEntryType])
  async history(
    @Parent() { id }: SessionType,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly HistoryEntryType[]> {
    return (await this.fields.historyOf(context, id)).map((entry) => toHistoryEntryType(entry, labels));
  }
}
