import { Args, Field, ID, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { publicationStateNames } from '#glossary';
import { type Actor, toHistoryEntryType } from '#organisation';
import {
  AvailableActionType,
  CurrentActor,
  CurrentContext,
  HistoryEntryType,
  orNotFound,
  type RequestContext,
} from '#platform/graphql';
import { availableActions, eventLabels, type ActionAvailability } from '#platform/lifecycle';
import type { StoredPublication } from '../../domain/publication-decision.js';
import { publicationLifecycle } from '../../domain/publication-lifecycle.js';
import type { PublicationReport } from '../../domain/publication-report.js';
import { PublicationTransition } from '../../publication-transition.js';
import { PublicationReportType, PublicationType } from '../../publication.graphql.js';
import { ReleaseLoaders } from '../../release-loaders.js';
import { PublicationListQuery, type ConferencePublications } from './publication-list.query.js';

const labels = eventLabels(publicationLifecycle);

@ObjectType('ConferencePublications')
export class ConferencePublicationsType implements ConferencePublications {
  @Field(() => PublicationReportType, { description: 'What the next publication would say.' })
  reportNow!: PublicationReport;

  @Field(() => [PublicationType], { description: 'Latest first.' }) nodes!: readonly StoredPublication[];
  @Field(() => [AvailableActionType]) availableActions!: readonly ActionAvailability[];
}

@Resolver(() => PublicationType)
export class ListPublicationsResolver {
  constructor(
    private readonly list: PublicationListQuery,
    private readonly transition: PublicationTransition,
    private readonly loaders: ReleaseLoaders,
  ) {}

  @Query(() => ConferencePublicationsType, { description: 'What of a conference has become public, and what would.' })
  async publications(
    @CurrentActor() actor: Actor,
    @Args('conferenceId', { type: () => ID }) conferenceId: string,
  ): Promise<ConferencePublications> {
    return orNotFound(await this.list.execute(actor, conferenceId));
  }

  @ResolveField(() => String)
  stateLabel(@Parent() { state }: StoredPublication): string {
    return publicationStateNames[state];
  }

  @ResolveField(() => [AvailableActionType], { description: 'What the viewer may do now; for the rest, why not.' })
  availableActions(
    @Parent() publication: StoredPublication,
    @CurrentActor() actor: Actor,
  ): readonly ActionAvailability[] {
    return availableActions(publicationLifecycle, publication, this.transition.contextOf(actor));
  }

  @ResolveField(() => [HistoryEntryType])
  async history(
    @Parent() { id }: StoredPublication,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly HistoryEntryType[]> {
    return (await this.loaders.historyOfPublication(context, id)).map((entry) => toHistoryEntryType(entry, labels));
  }
}
