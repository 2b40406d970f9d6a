import { Field, ObjectType, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { capacityNames } from '#glossary';
import { WHOLE_CONFERENCE, capacitiesOn, type Actor } from '#organisation';
import { Clock, berlinDay } from '#platform/clock';
import { Database } from '#platform/database';
import { AvailableActionType, CurrentActor, orNotFound } from '#platform/graphql';
import type { ActionAvailability } from '#platform/lifecycle';
import { ConferenceNamesType, toConferenceNamesType } from '../../conference-profile.graphql.js';
import { decide, notYetPlanned } from '../../domain/conference-decision.js';
import { conferenceLifecycle } from '../../domain/conference-lifecycle.js';
import { INSTALLATION_PROFILE } from '../../domain/conference-profile.js';
import { ConferenceProfiles } from '../../persistence/conference-profile.repository.js';

@ObjectType('Installation', { description: 'The conference of ministers that works here.' })
export class InstallationType {
  @Field(() => String) name!: string;
  @Field(() => ConferenceNamesType, { description: 'As of today.' }) names!: ConferenceNamesType;
}

@Resolver(() => InstallationType)
export class InstallationResolver {
  constructor(
    private readonly database: Database,
    private readonly profiles: ConferenceProfiles,
    private readonly clock: Clock,
  ) {}

  @Query(() => InstallationType)
  async installation(@CurrentActor() actor: Actor): Promise<InstallationType> {
    const found = await this.database.read(actor, (tx) => this.profiles.findProfile(tx, INSTALLATION_PROFILE));
    const { name, names } = orNotFound(found);
    return { name, names: toConferenceNamesType(names) };
  }

  /** A conference that is not planned yet has no actions of its own; where it would be planned, has. */
  @ResolveField(() => [AvailableActionType], { description: 'What the viewer may begin here; for the rest, why not.' })
  availableActions(@CurrentActor() actor: Actor): readonly ActionAvailability[] {
    const now = this.clock.now();
    const capacities = capacitiesOn(actor, WHOLE_CONFERENCE);
    const context = { now, today: berlinDay(now), capacities, conferencePlan: null, input: null };
    const verdict = decide(notYetPlanned, 'planConference', context);
    const action = { action: 'planConference', label: conferenceLifecycle.labels['planConference'] ?? '' };
    if (!verdict.ok) return [{ ...action, available: false, refusals: verdict.refusals }];
    return [{ ...action, available: true, capacity: capacityNames[verdict.capacity], refusals: [] }];
  }
}
