import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { capacitiesOn, WHOLE_CONFERENCE, type Actor, toHistoryEntryType } from '#organisation';
import { Clock } from '#platform/clock';
import { Database, listHistory } from '#platform/database';
import {
  AvailableActionType,
  CurrentActor,
  CurrentContext,
  HistoryEntryType,
  loaderOf,
  orNotFound,
  type RequestContext,
} from '#platform/graphql';
import { availableActions, eventLabels, type ActionAvailability } from '#platform/lifecycle';
import { ConferenceProfileType, toConferenceProfileType } from '../../conference-profile.graphql.js';
import { ConferenceType } from '../../conference.graphql.js';
import { conferenceProfileLifecycle } from '../../domain/conference-profile-lifecycle.js';
import { ConferenceProfiles } from '../../persistence/conference-profile.repository.js';

const HISTORY = Symbol('history of a conference profile');
const PROFILE = Symbol('profile of a conference');
const labels = eventLabels(conferenceProfileLifecycle);

@Resolver(() => ConferenceProfileType)
export class ConferenceProfileResolver {
  constructor(
    private readonly database: Database,
    private readonly profiles: ConferenceProfiles,
    private readonly clock: Clock,
  ) {}

  @Query(() => [ConferenceProfileType], { description: 'The conferences of ministers of this installation, by name.' })
  async conferenceProfiles(@CurrentActor() actor: Actor): Promise<readonly ConferenceProfileType[]> {
    return (await this.database.read(actor, (tx) => this.profiles.listProfiles(tx))).map(toConferenceProfileType);
  }

  @Query(() => ConferenceProfileType)
  async conferenceProfile(
    @CurrentActor() actor: Actor,
    @Args('code', { type: () => ID }) code: string,
  ): Promise<ConferenceProfileType> {
    const found = await this.database.read(actor, (tx) => this.profiles.findProfile(tx, code));
    return toConferenceProfileType(orNotFound(found));
  }

  @ResolveField(() => [AvailableActionType])
  availableActions(@CurrentActor() actor: Actor): readonly ActionAvailability[] {
    const capacities = capacitiesOn(actor, WHOLE_CONFERENCE);
    const context = { now: this.clock.now(), capacities, values: null, code: '', codeIsTaken: true };
    return availableActions(conferenceProfileLifecycle, { state: 'IN_FORCE' }, context);
  }

  @ResolveField(() => [HistoryEntryType])
  async history(
    @Parent() { id }: ConferenceProfileType,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly HistoryEntryType[]> {
    const { kind } = conferenceProfileLifecycle.record;
    const loader = loaderOf(context, HISTORY, (ids) => this.database.read(actor, (tx) => listHistory(tx, kind, ids)));
    return ((await loader.load(id)) ?? []).map((entry) => toHistoryEntryType(entry, labels));
  }
}

@Resolver(() => ConferenceType)
export class ProfileOfConferenceResolver {
  constructor(
    private readonly database: Database,
    private readonly profiles: ConferenceProfiles,
  ) {}

  @ResolveField(() => ConferenceProfileType, { description: 'The rules of its conference of ministers as of today.' })
  async profile(
    @Parent() { profileCode }: ConferenceType,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<ConferenceProfileType> {
    const loader = loaderOf(context, PROFILE, (codes) =>
      this.database.read(actor, (tx) => this.profiles.profilesByCodes(tx, codes)),
    );
    return toConferenceProfileType(orNotFound(await loader.load(profileCode)));
  }
}
