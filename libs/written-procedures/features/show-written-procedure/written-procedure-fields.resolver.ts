import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AgendaLoaders } from '#agendas';
import { ConferenceType, toConferenceType } from '#conferences';
import { discussionDemandNames, silenceRuleNames, writtenProcedureStateNames, type SilenceRule } from '#glossary';
import { partiesActedFor, partyOf, PartyType, type Actor, toHistoryEntryType } from '#organisation';
import { Clock } from '#platform/clock';
import {
  AvailableActionType,
  CurrentActor,
  CurrentContext,
  HistoryEntryType,
  orNotFound,
  type RequestContext,
} from '#platform/graphql';
import { availableActions, eventLabels, type ActionAvailability } from '#platform/lifecycle';
import { TopicType, type Topic } from '#topics';
import { writtenProcedureLifecycle } from '../../domain/written-procedure-lifecycle.js';
import { awaitsDetermination, isOver, printed } from '../../domain/written-procedure.js';
import { contextFor, procedureTopicOf } from '../../persistence/held-procedures.js';
import type { StoredProcedure } from '../../persistence/written-procedure-rows.js';
import { WrittenProcedureLoaders } from '../../written-procedure-loaders.js';
import { SilenceRuleEnum, WrittenProcedureType } from '../../written-procedure.graphql.js';

const labels = eventLabels(writtenProcedureLifecycle);

/** The fields of a written procedure that a rule or another record answers. */
@Resolver(() => WrittenProcedureType)
export class WrittenProcedureFieldsResolver {
  constructor(
    private readonly loaders: WrittenProcedureLoaders,
    private readonly agendas: AgendaLoaders,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => String)
  stateLabel(@Parent() procedure: StoredProcedure): string {
    if (awaitsDetermination(procedure, this.clock.now())) return 'Frist abgelaufen, Feststellung steht aus';
    return writtenProcedureStateNames[procedure.state];
  }

  @ResolveField(() => Boolean, { description: 'Nothing is accepted any more, whether or not it was determined.' })
  isOver(@Parent() procedure: StoredProcedure): boolean {
    return procedure.endedAt !== null || isOver(procedure, this.clock.now());
  }

  @ResolveField(() => String, { nullable: true, description: '"Umlaufverfahren 5/2026"; null before the start.' })
  async name(
    @Parent() { number, conferenceId }: StoredProcedure,
    @CurrentContext() context: RequestContext,
  ): Promise<string | null> {
    if (number === null) return null;
    const { names } = await this.loaders.conferenceOf(context, conferenceId);
    return `${names.writtenProcedure} ${printed(number)}`;
  }

  @ResolveField(() => String, { nullable: true, description: '"Umlaufbeschluss 3/2026"; null unless adopted.' })
  async resolutionName(
    @Parent() { resolutionNumber, conferenceId }: StoredProcedure,
    @CurrentContext() context: RequestContext,
  ): Promise<string | null> {
    if (resolutionNumber === null) return null;
    const { names } = await this.loaders.conferenceOf(context, conferenceId);
    return `${names.writtenResolution} ${printed(resolutionNumber)}`;
  }

  @ResolveField(() => TopicType)
  async topic(@Parent() { topicId }: StoredProcedure, @CurrentContext() context: RequestContext): Promise<Topic> {
    return orNotFound(await this.agendas.topicOf(context, topicId));
  }

  @ResolveField(() => PartyType, { nullable: true, description: 'Null for the secretariat and the conference.' })
  requestedBy(@Parent() { requestedBy }: StoredProcedure): PartyType | null {
    return requestedBy === null ? null : partyOf(requestedBy);
  }

  @ResolveField(() => SilenceRuleEnum, { nullable: true })
  silenceRule(@Parent() { rule }: StoredProcedure): SilenceRule | null {
    return rule?.silenceRule ?? null;
  }

  @ResolveField(() => String, { nullable: true })
  silenceRuleLabel(@Parent() { rule }: StoredProcedure): string | null {
    return rule === null ? null : silenceRuleNames[rule.silenceRule];
  }

  @ResolveField(() => String, { nullable: true, description: 'Who may demand a discussion in a session.' })
  discussionDemandLabel(@Parent() { rule }: StoredProcedure): string | null {
    return rule === null ? null : discussionDemandNames[rule.mayDemandDiscussion];
  }

  @ResolveField(() => [PartyType], { description: 'Parties in whose name the viewer acts.' })
  myParties(@CurrentActor() actor: Actor): readonly PartyType[] {
    return partiesActedFor(actor, 'PARTY_COORDINATOR').map(partyOf);
  }

  @ResolveField(() => ConferenceType, { nullable: true, description: 'In which the outcome was reported.' })
  async reportedIn(
    @Parent() { reportedConferenceId: id }: StoredProcedure,
    @CurrentContext() context: RequestContext,
  ): Promise<ConferenceType | null> {
    return id === null ? null : toConferenceType(await this.loaders.conferenceOf(context, id));
  }

  @ResolveField(() => [AvailableActionType], { description: 'What the viewer may do now; for the rest, why not.' })
  async availableActions(
    @Parent() procedure: StoredProcedure,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly ActionAvailability[]> {
    const topic = orNotFound(await this.agendas.topicOf(context, procedure.topicId));
    const standing = await this.loaders.standingOf(context, procedure.id);
    const known = contextFor(actor, { topic, now: this.clock.now(), standing, input: null });
    const topicOfDraft = procedure.state === 'DRAFT' ? procedureTopicOf(topic, false) : null;
    return availableActions(writtenProcedureLifecycle, procedure, { ...known, topic: topicOfDraft });
  }

  @ResolveField(() => [HistoryEntryType])
  async history(
    @Parent() { id }: StoredProcedure,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly HistoryEntryType[]> {
    return (await this.loaders.historyOf(context, id)).map((entry) => toHistoryEntryType(entry, labels));
  }
}
