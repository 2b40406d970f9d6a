import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import { Database, listHistory, type HistoryEntry, type ReadTx } from '#platform/database';
import { loadAsActor, type Batch, type RequestContext } from '#platform/graphql';
import { ProposalRepository, type ProposalVersion } from '#proposals';
import { partyCodes } from '#glossary';
import type { BlockItem } from './domain/block.js';
import { Ballots, type StoredBallot } from './persistence/ballot.repository.js';
import { Resolutions, type TitledResolution } from './persistence/resolution.repository.js';
import { recordOf, Votes, type BundPosition, type RecordedVote } from './persistence/vote.repository.js';

const BALLOT = Symbol('ballots');
const OF_TOPIC = Symbol('ballots of topics');
const OF_ITEM = Symbol('ballots of agenda items');
const VOTES = Symbol('votes of ballots');
const POSITIONS = Symbol('positions of the Bund');
const TEXT = Symbol('texts of ballots');
const RESOLUTION = Symbol('resolutions of topics');
const SUCCESSOR = Symbol('successors of ballots');
const BLOCK_ITEMS = Symbol('items of blocks');
const BLOCK = Symbol('blocks of agendas');
const HISTORY = Symbol('history of ballots');

/** Everything a request asks of decisions in as few statements as ticks. Null is what the reader may not see. */
@Injectable()
export class DecisionLoaders {
  constructor(
    private readonly database: Database,
    private readonly ballots: Ballots,
    private readonly votes: Votes,
    private readonly resolutions: Resolutions,
    private readonly proposals: ProposalRepository,
  ) {}

  async ballotById(context: RequestContext, id: string): Promise<StoredBallot | null> {
    return this.load(context, BALLOT, id, (tx, ids) => this.ballots.ballotsByIds(tx, ids));
  }

  async ballotOfTopic(context: RequestContext, topicId: string): Promise<StoredBallot | null> {
    return this.load(context, OF_TOPIC, topicId, (tx, ids) => this.ballots.ballotsByTopics(tx, ids));
  }

  async ballotOfItem(context: RequestContext, itemId: string): Promise<StoredBallot | null> {
    return this.load(context, OF_ITEM, itemId, (tx, ids) => this.ballots.ballotsByItems(tx, ids));
  }

  async successorOf(context: RequestContext, ballotId: string): Promise<StoredBallot | null> {
    return this.load(context, SUCCESSOR, ballotId, (tx, ids) => this.ballots.successorsOf(tx, ids));
  }

  async itemsOfBlock(context: RequestContext, ballotId: string): Promise<readonly BlockItem[]> {
    return (await this.load(context, BLOCK_ITEMS, ballotId, (tx, ids) => this.ballots.itemsOfBlocks(tx, ids))) ?? [];
  }

  async blockOfAgenda(context: RequestContext, agendaId: string): Promise<StoredBallot | null> {
    return this.load(context, BLOCK, agendaId, (tx, ids) => this.ballots.blocksByAgendas(tx, ids));
  }

  async votesIn(context: RequestContext, ballotId: string): Promise<readonly RecordedVote[]> {
    return (await this.load(context, VOTES, ballotId, (tx, ids) => this.votes.votesByBallots(tx, ids))) ?? [];
  }

  async bundPositionIn(context: RequestContext, ballotId: string): Promise<BundPosition | null> {
    return this.load(context, POSITIONS, ballotId, (tx, ids) => this.votes.bundPositionsByBallots(tx, ids));
  }

  async textOf(
    context: RequestContext,
    { proposalVersionId }: Pick<StoredBallot, 'proposalVersionId'>,
  ): Promise<ProposalVersion | null> {
    if (proposalVersionId === null) return null;
    return this.load(context, TEXT, proposalVersionId, (tx, ids) => this.proposals.versionsByIds(tx, ids));
  }

  async resolutionOfTopic(context: RequestContext, topicId: string): Promise<TitledResolution | null> {
    return this.load(context, RESOLUTION, topicId, (tx, ids) => this.resolutions.resolutionsByTopics(tx, ids));
  }

  async historyOf(context: RequestContext, ballotId: string): Promise<readonly HistoryEntry[]> {
    return (await this.load(context, HISTORY, ballotId, historiesOfBallots)) ?? [];
  }

  private async load<Value>(
    context: RequestContext,
    key: symbol,
    id: string,
    batch: Batch<Value>,
  ): Promise<Value | null> {
    return loadAsActor(this.database, context, { key, id, batch });
  }
}

/** A ballot's own entries and those of its votes, each party's a record by itself, in the order of time. */
async function historiesOfBallots(
  tx: ReadTx,
  ballotIds: readonly string[],
): Promise<ReadonlyMap<string, readonly HistoryEntry[]>> {
  const voteRecords = ballotIds.map((id) => partyCodes.map((party) => recordOf(id, party)));
  const own = await listHistory(tx, 'ballot', ballotIds);
  const ofVotes = await listHistory(tx, 'vote', voteRecords.flat());
  return new Map(
    ballotIds.map((id, index) => {
      const votes = (voteRecords[index] ?? []).flatMap((record) => ofVotes.get(record) ?? []);
      const entries = [...(own.get(id) ?? []), ...votes];
      // The sequence within the ballot: each record has a chain of its own, ids are made in the order of time.
      return [id, entries.sort(byId).map((entry, position) => ({ ...entry, sequence: position + 1 }))];
    }),
  );
}

function byId(left: HistoryEntry, right: HistoryEntry): number {
  return left.id < right.id ? -1 : 1;
}
