import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ConferenceType, toConferenceType } from '#conferences';
import { minutesObjectionStateNames, minutesStateNames, outcomeNames } from '#glossary';
import { bodyOf, BodyType, partiesActedFor, partyOf, PartyType, type Actor, toHistoryEntryType } from '#organisation';
import {
  AvailableActionType,
  CurrentActor,
  CurrentContext,
  HistoryEntryType,
  orNotFound,
  type RequestContext,
} from '#platform/graphql';
import { availableActions, eventLabels, type ActionAvailability } from '#platform/lifecycle';
import { minutesLifecycle } from '../../domain/minutes-lifecycle.js';
import type { MinutesEntry } from '../../domain/minutes.js';
import { MinutesLoaders } from '../../minutes-loaders.js';
import { MinutesTransitionHandler } from '../../minutes-transition.handler.js';
import { MinutesEntryType, MinutesObjectionType, MinutesType, MinutesVersionType } from '../../minutes.graphql.js';
import type { MinutesPlace } from '../../persistence/minutes-version.entity.js';
import type { StoredMinutes } from '../../persistence/minutes.repository.js';

const labels = eventLabels(minutesLifecycle);

/** The fields of minutes that a rule or another record answers. */
@Resolver(() => MinutesType)
export class MinutesFieldsResolver {
  constructor(
    private readonly loaders: MinutesLoaders,
    private readonly transition: MinutesTransitionHandler,
  ) {}

  @ResolveField(() => String)
  stateLabel({ state }: StoredMinutes): string {
    return minutesStateNames[state];
  }

  @ResolveField(() => ConferenceType)
  async conference(
    @Parent() { conferenceId }: StoredMinutes,
    @CurrentContext() context: RequestContext,
  ): Promise<ConferenceType> {
    return toConferenceType(orNotFound(await this.loaders.conferenceOf(context, conferenceId)));
  }

  @ResolveField(() => [BodyType], { description: 'Whose session it was; the first led.' })
  bodies(@Parent() { bodies }: StoredMinutes): readonly BodyType[] {
    return bodies.map(bodyOf);
  }

  @ResolveField(() => [MinutesVersionType], { description: 'All that were ever written, the first one first.' })
  async versions(
    @Parent() { id }: StoredMinutes,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly MinutesVersionType[]> {
    return this.loaders.versionsOf(context, id);
  }

  @ResolveField(() => [MinutesEntryType], { description: 'Of the version that counts, in the order of the agenda.' })
  async entries(
    @Parent() { id, version }: StoredMinutes,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly MinutesEntryType[]> {
    const current = (await this.loaders.versionsOf(context, id)).find(({ number }) => number === version);
    if (current === undefined) return [];
    const entries = await this.loaders.entriesOf(context, current.id);
    return current.places.map((place) => toEntryType(place, entries.get(place.agendaItemId)));
  }

  @ResolveField(() => [MinutesObjectionType], { description: 'Those the viewer may read, the oldest first.' })
  objections(@Parent() { objections }: StoredMinutes, @CurrentActor() actor: Actor): readonly MinutesObjectionType[] {
    const mine = partiesActedFor(actor, 'PARTY_COORDINATOR');
    return objections.map((each) => ({
      ...each,
      party: partyOf(each.party),
      stateLabel: minutesObjectionStateNames[each.state],
      isMine: mine.includes(each.party),
    }));
  }

  @ResolveField(() => [PartyType], { description: 'Parties in whose name the viewer may object.' })
  mayObjectFor(@CurrentActor() actor: Actor): readonly PartyType[] {
    return partiesActedFor(actor, 'PARTY_COORDINATOR').map(partyOf);
  }

  @ResolveField(() => [AvailableActionType], { description: 'What the viewer may do now; for the rest, why not.' })
  async availableActions(
    @Parent() minutes: StoredMinutes,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly ActionAvailability[]> {
    const about = { bodies: minutes.bodies, parents: await this.loaders.parents(context) };
    const asked = { ...about, sessionIsOver: true, agendaItemIds: new Set<string>(), input: null };
    return availableActions(minutesLifecycle, minutes, this.transition.contextOf(actor, asked));
  }

  @ResolveField(() => [HistoryEntryType])
  async history(
    @Parent() { id }: StoredMinutes,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly HistoryEntryType[]> {
    return (await this.loaders.historyOf(context, id)).map((entry) => toHistoryEntryType(entry, labels));
  }
}

function toEntryType({ agendaItemId, number }: MinutesPlace, entry: MinutesEntry | undefined): MinutesEntryType {
  const nothing = { title: null, classification: null, ending: null, remark: null, clauses: [], correction: null };
  const unsaid = { statements: [], note: null };
  if (entry === undefined) return { agendaItemId, number, isApart: true, ...nothing, ...unsaid };
  const { title, list, classification, outcome, removal, resolution, correction, statements, note } = entry;
  const { conclusion = null } = entry;
  const undecided = list === 'FIRESIDE' ? null : 'Ohne Ergebnis';
  const decided = conclusion?.ending ?? (outcome === null ? undecided : outcomeNames[outcome]);
  const ending = removal === null ? decided : `Abgesetzt: ${removal}`;
  return {
    ...{ agendaItemId, number, isApart: false, title, classification, ending, note },
    remark: conclusion?.remark ?? null,
    clauses: resolution?.clauses ?? conclusion?.clauses ?? [],
    correction,
    statements: statements.map(({ party, cosigners, text }) => {
      return { parties: [party, ...cosigners].map(partyOf), text };
    }),
  };
}
