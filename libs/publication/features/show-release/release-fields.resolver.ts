import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { releaseObjectKindNames, releaseStateNames, stayBackReasonNames } from '#glossary';
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
import { availableActions, eventLabels, type ActionAvailability } from '#platform/lifecycle';
import { TopicType, type Topic } from '#topics';
import { releaseLifecycle } from '../../domain/release-lifecycle.js';
import { availabilityOfObjecting } from '../../domain/release-objection-availability.js';
import type { ReleaseObjection } from '../../domain/release-objection.js';
import type { Release } from '../../domain/release.js';
import { staysBackBecause } from '../../domain/stays-back.js';
import { ReleaseLoaders } from '../../release-loaders.js';
import { ReleaseTransitionHandler } from '../../release-transition.handler.js';
import { ReleaseObjectionType, ReleaseType } from '../../release.graphql.js';

const labels = eventLabels(releaseLifecycle);

/** The fields of a release that a rule or another record answers. */
@Resolver(() => ReleaseType)
export class ReleaseFieldsResolver {
  constructor(
    private readonly loaders: ReleaseLoaders,
    private readonly transition: ReleaseTransitionHandler,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => String)
  objectKindLabel(@Parent() { objectKind }: Release): string {
    return releaseObjectKindNames[objectKind];
  }

  @ResolveField(() => String)
  stateLabel(@Parent() { state }: Release): string {
    return releaseStateNames[state];
  }

  @ResolveField(() => String, { nullable: true, description: 'Why it does not become public now; never who objects.' })
  staysBackBecause(@Parent() release: Release): string | null {
    const reason = staysBackBecause(release, this.clock.now());
    return reason === null ? null : stayBackReasonNames[reason];
  }

  @ResolveField(() => TopicType)
  async topic(@Parent() { topicId }: Release, @CurrentContext() context: RequestContext): Promise<Topic> {
    return orNotFound(await this.loaders.topicOf(context, topicId));
  }

  @ResolveField(() => [PartyType], { description: 'Parties in whose name the viewer may object.' })
  mayObjectFor(@CurrentActor() actor: Actor): readonly PartyType[] {
    return partiesActedFor(actor, 'PARTY_COORDINATOR').map(partyOf);
  }

  @ResolveField(() => [ReleaseObjectionType], { description: 'Of the viewer’s own parties; nobody sees another’s.' })
  async ownObjections(
    @Parent() { id }: Release,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly ReleaseObjection[]> {
    return this.loaders.objectionsTo(context, id);
  }

  @ResolveField(() => [AvailableActionType], { description: 'What the viewer may do now; for the rest, why not.' })
  async availableActions(
    @Parent() release: Release,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly ActionAvailability[]> {
    const topic = orNotFound(await this.loaders.topicOf(context, release.topicId));
    const own = await this.loaders.objectionsTo(context, release.id);
    const objecting = availabilityOfObjecting(release, own, {
      now: this.clock.now(),
      capacities: capacitiesOn(actor, WHOLE_CONFERENCE),
      ownParties: partiesActedFor(actor, 'PARTY_COORDINATOR'),
    });
    return [objecting, ...availableActions(releaseLifecycle, release, this.transition.contextOf(actor, topic, null))];
  }

  @ResolveField(() => [HistoryEntryType])
  async history(
    @Parent() { id }: Release,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly HistoryEntryType[]> {
    return (await this.loaders.historyOf(context, id)).map((entry) => toHistoryEntryType(entry, labels));
  }
}
