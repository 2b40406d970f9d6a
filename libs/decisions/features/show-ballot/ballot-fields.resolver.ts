import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AgendaLoaders } from '#agendas';
import { ballotStateNames, landCodes, type Outcome, type VoteChoice } from '#glossary';
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
import { ProposalVersionType, toProposalVersionType } from '#proposals';
import { OutcomeEnum, TopicType, type Topic } from '#topics';
import { BallotType, PartyVoteType, TallyType, VoteChoiceEnum } from '../../ballot.graphql.js';
import { DecisionLoaders } from '../../decision-loaders.js';
import { BUND_POSITION_STATED } from '../../domain/ballot-decision.js';
import { ballotLifecycle } from '../../domain/ballot-lifecycle.js';
import { proposedOutcome } from '../../domain/outcomes.js';
import { countingVotes, tallyOf, type Tally } from '../../domain/unanimity.js';
import { AllowedOutcomes } from './allowed-outcomes.js';
import type { StoredBallot } from '../../persistence/ballot.repository.js';
import type { RecordedVote } from '../../persistence/vote.repository.js';

const labels = new Map([...eventLabels(ballotLifecycle), [BUND_POSITION_STATED, 'Position des Bundes erklären']]);

/** The fields of a ballot that its votes or another record answer. */
@Resolver(() => BallotType)
export class BallotFieldsResolver {
  constructor(
    private readonly loaders: DecisionLoaders,
    private readonly agendas: AgendaLoaders,
    private readonly outcomes: AllowedOutcomes,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => String)
  stateLabel({ state }: StoredBallot): string {
    return ballotStateNames[state];
  }

  @ResolveField(() => TopicType, { nullable: true, description: 'Null for a block, which is about many.' })
  async topic(@Parent() { topicId }: StoredBallot, @CurrentContext() context: RequestContext): Promise<Topic | null> {
    return topicId === null ? null : orNotFound(await this.agendas.topicOf(context, topicId));
  }

  @ResolveField(() => ProposalVersionType, { nullable: true, description: 'The text voted on; null for a block.' })
  async text(
    @Parent() ballot: StoredBallot,
    @CurrentContext() context: RequestContext,
  ): Promise<ProposalVersionType | null> {
    if (ballot.proposalVersionId === null) return null;
    return toProposalVersionType(orNotFound(await this.loaders.textOf(context, ballot)));
  }

  @ResolveField(() => [PartyVoteType], { description: 'One for each Land.' })
  async votes(
    @Parent() ballot: StoredBallot,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly PartyVoteType[]> {
    return partyVotes(ballot, await this.loaders.votesIn(context, ballot.id));
  }

  @ResolveField(() => BallotType, {
    nullable: true,
    description:
      'The ballot on the earlier text, when it was changed at the table. Its votes do not count for this one.',
  })
  async supersedes(
    @Parent() { supersedesId }: StoredBallot,
    @CurrentContext() context: RequestContext,
  ): Promise<StoredBallot | null> {
    return supersedesId === null ? null : this.loaders.ballotById(context, supersedesId);
  }

  @ResolveField(() => BallotType, { nullable: true, description: 'The ballot on the text as changed at the table.' })
  async supersededBy(
    @Parent() { id, state }: StoredBallot,
    @CurrentContext() context: RequestContext,
  ): Promise<StoredBallot | null> {
    return state === 'SUPERSEDED' ? this.loaders.successorOf(context, id) : null;
  }

  @ResolveField(() => VoteChoiceEnum, { nullable: true, description: 'Has no weight.' })
  async bundPosition(
    @Parent() { id }: StoredBallot,
    @CurrentContext() context: RequestContext,
  ): Promise<VoteChoice | null> {
    return (await this.loaders.bundPositionIn(context, id))?.choice ?? null;
  }

  @ResolveField(() => TallyType)
  async tally(@Parent() { id, textHash }: StoredBallot, @CurrentContext() context: RequestContext): Promise<Tally> {
    return tallyOf(await this.loaders.votesIn(context, id), textHash);
  }

  @ResolveField(() => OutcomeEnum, {
    nullable: true,
    description: 'What the votes say; null while they are being cast.',
  })
  async proposedOutcome(
    @Parent() ballot: StoredBallot,
    @CurrentContext() context: RequestContext,
  ): Promise<Outcome | null> {
    if (ballot.state === 'OPEN' || ballot.state === 'SUPERSEDED') return null;
    return proposedOutcome(
      ballot,
      await this.loaders.votesIn(context, ballot.id),
      await this.outcomes.finalTextHashOf(context, ballot.topicId),
    );
  }

  @ResolveField(() => [OutcomeEnum], { description: 'What the chair may determine now.' })
  async allowedOutcomes(
    @Parent() ballot: StoredBallot,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly Outcome[]> {
    return this.outcomes.allowedBy(context, ballot);
  }

  @ResolveField(() => [AvailableActionType], { description: 'What the viewer may do now; for the rest, why not.' })
  async availableActions(
    @Parent() ballot: StoredBallot,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly ActionAvailability[]> {
    return availableActions(ballotLifecycle, ballot, {
      now: this.clock.now(),
      capacities: capacitiesOn(actor, WHOLE_CONFERENCE),
      ownParties: partiesActedFor(actor, 'PARTY_COORDINATOR'),
      partyMayVote: true,
      // A block is adopted or dissolved: which of the two may be told before anything is entered.
      votes: ballot.kind === 'BLOCK' ? await this.loaders.votesIn(context, ballot.id) : [],
      topic: null,
      input: null,
    });
  }

  @ResolveField(() => [PartyType], {
    description: 'Parties in whose name the viewer votes; the Bund states its position.',
  })
  myVotes(@CurrentActor() actor: Actor): readonly PartyType[] {
    return partiesActedFor(actor, 'PARTY_COORDINATOR').map(partyOf);
  }

  @ResolveField(() => [HistoryEntryType], { description: 'Every vote that was given among them.' })
  async history(
    @Parent() { id }: StoredBallot,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly HistoryEntryType[]> {
    return (await this.loaders.historyOf(context, id)).map((entry) => toHistoryEntryType(entry, labels));
  }
}

function partyVotes({ textHash }: StoredBallot, votes: readonly RecordedVote[]): readonly PartyVoteType[] {
  const counting = countingVotes(votes, textHash);
  return landCodes.map((land) => {
    const given = votes.filter(({ party }) => party === land);
    const { choice = null, castAt = null, castBy = null, onBehalfBy = null, representedBy = null } = given.at(-1) ?? {};
    const last = { choice, castAt, castBy, onBehalfBy, representedBy };
    return { ...last, party: partyOf(land), earlier: given.slice(0, -1), counts: counting.has(land) };
  });
}
