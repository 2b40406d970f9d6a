import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { outcomeNames, topicStateNames } from '#glossary';
import { conferencesByIds, ConferenceType, toConferenceType, type Conference } from '#conferences';
import {
  bodyOf,
  BodyType,
  partyOf,
  PartyType,
  registrantOf,
  RegistrantType,
  type Actor,
  toHistoryEntryType,
} from '#organisation';
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
import { topicLifecycle } from '../../domain/topic-lifecycle.js';
import type { Topic } from '../../domain/topic.js';
import { visibleBecause } from '../../domain/visible-because.js';
import { TopicRepository } from '../../persistence/topic.repository.js';
import { TopicTransitionHandler } from '../../topic-transition.handler.js';
import { TopicType } from '../../topic.graphql.js';

const CONFERENCE = Symbol('conference of a topic');
const SURVIVOR = Symbol('topic that another was merged into');
const HISTORY = Symbol('history of a topic');
const labels = eventLabels(topicLifecycle);

/**
 * The fields of a topic that a rule or another record answers. What lists ask of every topic has no decorators on its
 * parameters: Nest then calls the method as GraphQL would, with (parent, args, context), and wraps it in nothing.
 */
@Resolver(() => TopicType)
export class TopicFieldsResolver {
  constructor(
    private readonly database: Database,
    private readonly topics: TopicRepository,
    private readonly transition: TopicTransitionHandler,
  ) {}

  @ResolveField(() => String)
  stateLabel({ state }: Topic): string {
    return topicStateNames[state];
  }

  @ResolveField(() => String, { nullable: true })
  outcomeLabel({ outcome }: Topic): string | null {
    return outcome === null ? null : outcomeNames[outcome];
  }

  @ResolveField(() => RegistrantType)
  registrant({ registrant }: Topic): RegistrantType {
    return registrantOf(registrant);
  }

  @ResolveField(() => [PartyType])
  coRegistrants(topic: Topic): readonly PartyType[] {
    return topic.coRegistrants.map(partyOf);
  }

  @ResolveField(() => BodyType, { nullable: true })
  leadCommittee(topic: Topic): BodyType | null {
    return topic.leadCommittee === null ? null : bodyOf(topic.leadCommittee);
  }

  @ResolveField(() => [BodyType])
  involvedCommittees(topic: Topic): readonly BodyType[] {
    return topic.involvedCommittees.map(bodyOf);
  }

  @ResolveField(() => ConferenceType)
  async conference(topic: Topic, _args: unknown, context: RequestContext): Promise<ConferenceType> {
    return toConferenceType(await this.conferenceOf(topic, context.actor as Actor, context));
  }

  @ResolveField(() => [ConferenceType], { description: 'Conferences the topic was deferred from; they list it too.' })
  async previousConferences(
    @Parent() { previousConferenceIds }: Topic,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly ConferenceType[]> {
    const found = await Promise.all(previousConferenceIds.map((id) => this.conferences(actor, context).load(id)));
    return found.flatMap((conference) => (conference ? [toConferenceType(conference)] : []));
  }

  @ResolveField(() => TopicType, { nullable: true, description: 'The topic that goes on in its place.' })
  async mergedInto(
    @Parent() { mergedIntoId }: Topic,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<Topic | null> {
    if (mergedIntoId === null) return null;
    const loader = loaderOf(context, SURVIVOR, (ids) =>
      this.database.read(actor, (tx) => this.topics.listTopicsByIds(tx, ids)),
    );
    return (await loader.load(mergedIntoId)) ?? null;
  }

  @ResolveField(() => [AvailableActionType], { description: 'What the viewer may do now; for the rest, why not.' })
  async availableActions(
    @Parent() topic: Topic,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly ActionAvailability[]> {
    const conference = await this.conferenceOf(topic, actor, context);
    return availableActions(topicLifecycle, topic, this.transition.contextOf(actor, topic, conference, null));
  }

  @ResolveField(() => String, { description: 'Why the viewer can see the topic.' })
  visibleBecause(@Parent() topic: Topic, @CurrentActor() actor: Actor): string {
    return visibleBecause(topic, actor);
  }

  @ResolveField(() => [HistoryEntryType])
  async history(
    @Parent() topic: Topic,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly HistoryEntryType[]> {
    const loader = loaderOf(context, HISTORY, (ids) =>
      this.database.read(actor, (tx) => listHistory(tx, 'topic', ids)),
    );
    return ((await loader.load(topic.id)) ?? []).map((entry) => toHistoryEntryType(entry, labels));
  }

  private async conferenceOf({ conferenceId }: Topic, actor: Actor, context: RequestContext): Promise<Conference> {
    return orNotFound(await this.conferences(actor, context).load(conferenceId));
  }

  private conferences(actor: Actor, context: RequestContext) {
    return loaderOf(context, CONFERENCE, (ids) => this.database.read(actor, (tx) => conferencesByIds(tx, ids)));
  }
}
