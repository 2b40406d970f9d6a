import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { followUpKindNames, followUpStateNames, implementationStatusNames, landCodes, partyNames } from '#glossary';
import { type Actor, toHistoryEntryType } from '#organisation';
import { berlinDay, Clock } from '#platform/clock';
import {
  AvailableActionType,
  CurrentContext,
  HistoryEntryType,
  orNotFound,
  type RequestContext,
} from '#platform/graphql';
import { availableActions, eventLabels, type ActionAvailability } from '#platform/lifecycle';
import { TopicType, type Topic } from '#topics';
import { lastDayOf } from '../../domain/due.js';
import { followUpLifecycle } from '../../domain/follow-up-lifecycle.js';
import { isOverdue, isToBeReviewed } from '../../domain/follow-up.js';
import { nameOfAddressee, wordsForDue } from '../../domain/follow-up-words.js';
import { FollowUpLoaders } from '../../follow-up-loaders.js';
import { FollowUpTransitionHandler } from '../../follow-up-transition.handler.js';
import { FollowUpReportType, FollowUpType, ImplementationType } from '../../follow-up.graphql.js';
import type { StoredFollowUp } from '../../persistence/follow-up-rows.js';
import { AddresseeType, DueType, FollowUpOriginType } from './follow-up-view.graphql.js';

const labels = eventLabels(followUpLifecycle);

/** The fields of a follow-up that a rule or another record answers. */
@Resolver(() => FollowUpType)
export class FollowUpFieldsResolver {
  constructor(
    private readonly loaders: FollowUpLoaders,
    private readonly transition: FollowUpTransitionHandler,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => String)
  stateLabel({ state }: StoredFollowUp): string {
    return followUpStateNames[state];
  }

  @ResolveField(() => String)
  kindLabel({ kind }: StoredFollowUp): string {
    return followUpKindNames[kind];
  }

  @ResolveField(() => AddresseeType)
  addressee({ addressee }: StoredFollowUp): AddresseeType {
    return { ...addressee, name: nameOfAddressee(addressee) };
  }

  @ResolveField(() => DueType)
  async due(@Parent() followUp: StoredFollowUp, @CurrentContext() context: RequestContext): Promise<DueType> {
    const { due } = followUp;
    const startsOn = await this.loaders.conferenceStartsOn(context, followUp);
    return { kind: due.kind, label: wordsForDue(due), lastDay: lastDayOf(due, startsOn) };
  }

  @ResolveField(() => Boolean, { description: 'Computed at every reading: still expected, and the last day is over.' })
  async isOverdue(@Parent() followUp: StoredFollowUp, @CurrentContext() context: RequestContext): Promise<boolean> {
    return isOverdue(followUp, await this.loaders.conferenceStartsOn(context, followUp), this.today());
  }

  @ResolveField(() => Boolean, { description: 'The day has come on which its condition is looked at.' })
  isToBeReviewed(@Parent() followUp: StoredFollowUp): boolean {
    return isToBeReviewed(followUp, this.today());
  }

  @ResolveField(() => FollowUpOriginType)
  async origin(
    @Parent() { resolutionId, clauseId }: StoredFollowUp,
    @CurrentContext() context: RequestContext,
  ): Promise<FollowUpOriginType> {
    const origin = orNotFound(await this.loaders.originOf(context, resolutionId));
    const clause = orNotFound(origin.clauses.get(clauseId));
    return { ...origin, clauseNumber: clause.number, clauseText: clause.text };
  }

  @ResolveField(() => FollowUpType, {
    nullable: true,
    description: 'The unfulfilled one that this asks for once more.',
  })
  async repeats(
    @Parent() { repeatsId }: StoredFollowUp,
    @CurrentContext() context: RequestContext,
  ): Promise<StoredFollowUp | null> {
    return repeatsId === null ? null : this.loaders.followUpById(context, repeatsId);
  }

  @ResolveField(() => [FollowUpType], { description: 'Those that ask for this once more.' })
  async repeatedBy(
    @Parent() { id }: StoredFollowUp,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly StoredFollowUp[]> {
    return this.loaders.repetitionsOf(context, id);
  }

  @ResolveField(() => TopicType, { nullable: true, description: 'The later decision that gave more time.' })
  async extendedBy(
    @Parent() { extendedById }: StoredFollowUp,
    @CurrentContext() context: RequestContext,
  ): Promise<Topic | null> {
    if (extendedById === null) return null;
    const origin = await this.loaders.originOf(context, extendedById);
    return origin === null ? null : this.loaders.topicById(context, origin.topicId);
  }

  @ResolveField(() => TopicType, {
    nullable: true,
    description: 'As which it came back to the conference it is due at.',
  })
  async returnedAs(
    @Parent() { returnedTopicId }: StoredFollowUp,
    @CurrentContext() context: RequestContext,
  ): Promise<Topic | null> {
    return returnedTopicId === null ? null : this.loaders.topicById(context, returnedTopicId);
  }

  @ResolveField(() => [FollowUpReportType])
  async reports(
    @Parent() { id }: StoredFollowUp,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly FollowUpReportType[]> {
    return this.loaders.reportsOf(context, id);
  }

  @ResolveField(() => [ImplementationType], { description: 'All 16 Länder; empty unless Länder implement something.' })
  async implementations(
    @Parent() { id, kind }: StoredFollowUp,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly ImplementationType[]> {
    if (kind !== 'IMPLEMENTATION') return [];
    const recorded = new Map((await this.loaders.implementationsOf(context, id)).map((each) => [each.party, each]));
    return landCodes.map((party) => {
      const { status = null, note = null, recordedAt = null, recordedBy = null } = recorded.get(party) ?? {};
      const statusLabel = status === null ? 'Keine Angabe' : implementationStatusNames[status];
      return { party, partyName: partyNames[party], status, statusLabel, note, recordedAt, recordedBy };
    });
  }

  @ResolveField(() => [AvailableActionType], { description: 'What the viewer may do now; for the rest, why not.' })
  async availableActions(
    @Parent() followUp: StoredFollowUp,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly ActionAvailability[]> {
    const actor = context.actor as Actor;
    const origin = await this.loaders.originOf(context, followUp.resolutionId);
    const conferenceStartsOn = await this.loaders.conferenceStartsOn(context, followUp);
    const implementations =
      followUp.kind === 'IMPLEMENTATION' ? await this.loaders.implementationsOf(context, followUp.id) : [];
    const surroundings = { origin, conferenceStartsOn, implementations };
    const asked = this.transition.contextOf(actor, followUp, surroundings, null);
    return availableActions(followUpLifecycle, followUp, asked);
  }

  @ResolveField(() => [HistoryEntryType])
  async history(
    @Parent() { id }: StoredFollowUp,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly HistoryEntryType[]> {
    const entries = await this.loaders.historyOf(context, id);
    return entries.map((entry) => toHistoryEntryType(entry, labels));
  }

  private today(): string {
    return berlinDay(this.clock.now());
  }
}
