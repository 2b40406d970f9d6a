import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, toHistoryEntryType } from '#organisation';
import {
  AvailableActionType,
  CurrentActor,
  CurrentContext,
  HistoryEntryType,
  type RequestContext,
} from '#platform/graphql';
import { eventLabels, type ActionAvailability } from '#platform/lifecycle';
import { ConferenceTransitionHandler } from '../../conference-transition.handler.js';
import { ConferenceType, toConferenceType } from '../../conference.graphql.js';
import { actionsOnConference } from '../../domain/conference-decision.js';
import { conferenceLifecycle } from '../../domain/conference-lifecycle.js';
import { SessionFieldsLoader } from '../../session-fields.loader.js';
import { ConferenceFieldsLoader } from './conference-fields.loader.js';

const conferenceLabels = eventLabels(conferenceLifecycle);

@Resolver(() => ConferenceType)
export class ConferenceActionsResolver {
  constructor(
    private readonly fields: SessionFieldsLoader,
    private readonly conferences: ConferenceFieldsLoader,
    private readonly transition: ConferenceTransitionHandler,
  ) {}

  @ResolveField(() => [AvailableActionType], { description: 'What the viewer may do now; for the rest, why not.' })
  async availableActions(
    @Parent() { id }: ConferenceType,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly ActionAvailability[]> {
    const conference = await this.fields.conferenceOf(context, id);
    const sessions = await this.conferences.sessionsOf(context, actor, id);
    const actions = actionsOnConference(conference, sessions, this.transition.contextOf(actor));
    return [await this.fields.planningOf(context, conference), ...actions];
  }

  @ResolveField(() => ConferenceType, { nullable: true, description: 'Where the topics of a cancelled one go on.' })
  async successor(
    @Parent() { successorId }: ConferenceType,
    @CurrentContext() context: RequestContext,
  ): Promise<ConferenceType | null> {
    return successorId === null ? null : toConferenceType(await this.fields.conferenceOf(context, successorId));
  }

  @ResolveField(() => [HistoryEntryType])
  async history(
    @Parent() { id }: ConferenceType,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly HistoryEntryType[]> {
    const entries = await this.conferences.historyOf(context, actor, id);
    return entries.map((entry) => toHistoryEntryType(entry, conferenceLabels));
  }
}
