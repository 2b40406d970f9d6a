import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { releaseObjectionStateNames } from '#glossary';
import {
  capacitiesOn,
  partiesActedFor,
  partyOf,
  PartyType,
  WHOLE_CONFERENCE,
  type Actor,
  toHistoryEntryType,
} from '#organisation';
import { Clock } from '#platform/clock';
import {
  AvailableActionType,
  CurrentActor,
  CurrentContext,
  HistoryEntryType,
  orNotFound,
  type RequestContext,
} from '#platform/graphql';
import { eventLabels, type ActionAvailability } from '#platform/lifecycle';
import { availabilityOfWithdrawing } from '../../domain/release-objection-availability.js';
import { releaseObjectionLifecycle } from '../../domain/release-objection-lifecycle.js';
import type { ReleaseObjection } from '../../domain/release-objection.js';
import { ReleaseLoaders } from '../../release-loaders.js';
import { ReleaseObjectionType } from '../../release.graphql.js';

const labels = eventLabels(releaseObjectionLifecycle);

/** The fields of an objection of the viewer's own party. */
@Resolver(() => ReleaseObjectionType)
export class ObjectionFieldsResolver {
  constructor(
    private readonly loaders: ReleaseLoaders,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => PartyType)
  party(@Parent() { party }: ReleaseObjection): PartyType {
    return partyOf(party);
  }

  @ResolveField(() => String)
  stateLabel(@Parent() { state }: ReleaseObjection): string {
    return releaseObjectionStateNames[state];
  }

  @ResolveField(() => [AvailableActionType])
  async availableActions(
    @Parent() objection: ReleaseObjection,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly ActionAvailability[]> {
    const release = orNotFound(await this.loaders.releaseById(context, objection.releaseId));
    const viewer = {
      now: this.clock.now(),
      capacities: capacitiesOn(actor, WHOLE_CONFERENCE),
      ownParties: partiesActedFor(actor, 'PARTY_COORDINATOR'),
    };
    return [availabilityOfWithdrawing(objection, release, viewer)];
  }

  @ResolveField(() => [HistoryEntryType])
  async history(
    @Parent() { id }: ReleaseObjection,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly HistoryEntryType[]> {
    return (await this.loaders.historyOfObjection(context, id)).map((entry) => toHistoryEntryType(entry, labels));
  }
}
