import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { commentRoundStateNames } from '#glossary';
import { bodyOf, BodyType, partiesActedFor, partyOf, PartyType, toHistoryEntryType, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import {
  AvailableActionType,
  CurrentActor,
  CurrentContext,
  HistoryEntryType,
  type RequestContext,
} from '#platform/graphql';
import { availableActions, eventLabels, type ActionAvailability } from '#platform/lifecycle';
import { TopicType, type Topic } from '#topics';
import { contextFor } from '../../comment-round-context.js';
import { CommentedTextLoaders, CommentRoundLoaders } from '../../comment-round-loaders.js';
import { CommentRoundType } from '../../comment-round.graphql.js';
import { commentRoundLifecycle } from '../../domain/comment-round-lifecycle.js';
import { isOver } from '../../domain/comment-round.js';
import type { StoredRound } from '../../persistence/comment-round.repository.js';
import { ProposalVersionType, toProposalVersionType } from '../../proposal.graphql.js';

const labels = eventLabels(commentRoundLifecycle);

/** The fields of a round that a rule or another record answers. */
@Resolver(() => CommentRoundType)
export class CommentRoundFieldsResolver {
  constructor(
    private readonly loaders: CommentRoundLoaders,
    private readonly surroundings: CommentedTextLoaders,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => String)
  stateLabel(@Parent() round: StoredRound): string {
    const isUnnoticed = round.state === 'OPEN' && isOver(round, this.clock.now());
    return isUnnoticed ? 'Frist abgelaufen' : commentRoundStateNames[round.state];
  }

  @ResolveField(() => Boolean, { description: 'Nothing is accepted any more, whether or not it was noticed.' })
  isOver(@Parent() round: StoredRound): boolean {
    return round.endedAt !== null || isOver(round, this.clock.now());
  }

  @ResolveField(() => BodyType, { description: 'Who asks.' })
  body(@Parent() { body }: StoredRound): BodyType {
    return bodyOf(body);
  }

  @ResolveField(() => TopicType)
  async topic(@Parent() round: StoredRound, @CurrentContext() context: RequestContext): Promise<Topic> {
    return this.surroundings.topicOf(context, round);
  }

  @ResolveField(() => ProposalVersionType, { description: 'The text that is asked about.' })
  async text(@Parent() round: StoredRound, @CurrentContext() context: RequestContext): Promise<ProposalVersionType> {
    return toProposalVersionType(await this.surroundings.textOf(context, round));
  }

  @ResolveField(() => String, { description: '"5 Arbeitstage bis …, weil … nicht zählt".' })
  async termInWords(
    @Parent() { conferenceId, openedAt, closesAt }: StoredRound,
    @CurrentContext() context: RequestContext,
  ): Promise<string> {
    return (await this.surroundings.termOf(context, conferenceId)).inWords(openedAt, closesAt);
  }

  @ResolveField(() => Int, { description: 'By so many working days it may be extended at once.' })
  async longestExtension(
    @Parent() { conferenceId }: StoredRound,
    @CurrentContext() context: RequestContext,
  ): Promise<number> {
    return (await this.surroundings.termOf(context, conferenceId)).toDays;
  }

  @ResolveField(() => [PartyType], { description: 'Parties that are asked, in whose name the viewer acts.' })
  myParties(@Parent() { parties }: StoredRound, @CurrentActor() actor: Actor): readonly PartyType[] {
    const own = partiesActedFor(actor, 'PARTY_COORDINATOR');
    return parties.filter((party) => own.includes(party)).map(partyOf);
  }

  @ResolveField(() => [AvailableActionType], { description: 'What the viewer may do now; for the rest, why not.' })
  async availableActions(
    @Parent() round: StoredRound,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly ActionAvailability[]> {
    const topic = await this.surroundings.topicOf(context, round);
    const known = contextFor(actor, round, { topic, now: this.clock.now(), input: null });
    return availableActions(commentRoundLifecycle, round, known);
  }

  @ResolveField(() => [HistoryEntryType])
  async history(
    @Parent() { id }: StoredRound,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly HistoryEntryType[]> {
    return (await this.loaders.historyOf(context, id)).map((entry) => toHistoryEntryType(entry, labels));
  }
}
