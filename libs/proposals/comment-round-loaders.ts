import { Injectable } from '@nestjs/common';
import type { PartyCode } from '#glossary';
import { Database, listHistory, type HistoryEntry } from '#platform/database';
import { loadAsActor, orNotFound, type Batch, type RequestContext } from '#platform/graphql';
import { TopicRepository, type Topic } from '#topics';
import type { Comment } from './domain/comment-round.js';
import type { ProposalVersion } from './domain/proposal-version.js';
import { COMMENT_ROUND, CommentRounds, type StoredRound } from './persistence/comment-round.repository.js';
import { Comments } from './persistence/comment.repository.js';
import { CommentTerms, type CommentTermOfConference } from './persistence/comment-terms.js';
import { ProposalRepository } from './persistence/proposal.repository.js';

const BY_ID = Symbol('comment rounds');
const OF_TOPIC = Symbol('comment rounds of topics');
const COMMENTS = Symbol('comments of rounds');
const AWAITED = Symbol('awaited parties of rounds');
const HISTORY = Symbol('history of comment rounds');
const TOPIC = Symbol('topics of comment rounds');
const TEXT = Symbol('texts of comment rounds');
const TERM = Symbol('terms of comment rounds');

/** Everything a request asks of rounds of comments in as few statements as ticks. */
@Injectable()
export class CommentRoundLoaders {
  constructor(
    private readonly database: Database,
    private readonly rounds: CommentRounds,
    private readonly comments: Comments,
  ) {}

  /** Null when there is none that the reader may see. */
  async roundById(context: RequestContext, id: string): Promise<StoredRound | null> {
    return this.load(context, BY_ID, id, (tx, ids) => this.rounds.roundsByIds(tx, ids));
  }

  async roundsOfTopic(context: RequestContext, topicId: string): Promise<readonly StoredRound[]> {
    return (await this.load(context, OF_TOPIC, topicId, (tx, ids) => this.rounds.roundsByTopics(tx, ids))) ?? [];
  }

  async commentsOf(context: RequestContext, roundId: string): Promise<readonly Comment[]> {
    return (await this.load(context, COMMENTS, roundId, (tx, ids) => this.comments.commentsByRounds(tx, ids))) ?? [];
  }

  async awaitedIn(context: RequestContext, roundId: string): Promise<readonly PartyCode[]> {
    return (await this.load(context, AWAITED, roundId, (tx, ids) => this.rounds.awaitedParties(tx, ids))) ?? [];
  }

  async historyOf(context: RequestContext, roundId: string): Promise<readonly HistoryEntry[]> {
    return (await this.load(context, HISTORY, roundId, (tx, ids) => listHistory(tx, COMMENT_ROUND, ids))) ?? [];
  }

  private load<Value>(context: RequestContext, key: symbol, id: string, batch: Batch<Value>): Promise<Value | null> {
    return loadAsActor(this.database, context, { key, id, batch });
  }
}

/** What a round is about. */
@Injectable()
export class CommentedTextLoaders {
  constructor(
    private readonly database: Database,
    private readonly topics: TopicRepository,
    private readonly proposals: ProposalRepository,
    private readonly terms: CommentTerms,
  ) {}

  async topicOf(context: RequestContext, { topicId: id }: StoredRound): Promise<Topic> {
    const batch: Batch<Topic> = (tx, ids) => this.topics.listTopicsByIds(tx, ids);
    return orNotFound(await loadAsActor(this.database, context, { key: TOPIC, id, batch }));
  }

  async textOf(context: RequestContext, { proposalVersionId: id }: StoredRound): Promise<ProposalVersion> {
    const batch: Batch<ProposalVersion> = (tx, ids) => this.proposals.versionsByIds(tx, ids);
    return orNotFound(await loadAsActor(this.database, context, { key: TEXT, id, batch }));
  }

  /** As of today: the profile of one conference at a time, for a page shows rounds of one. */
  async termOf(context: RequestContext, conferenceId: string): Promise<CommentTermOfConference> {
    const batch: Batch<CommentTermOfConference> = async (tx, ids) => {
      const terms = new Map<string, CommentTermOfConference>();
      for (const id of ids) terms.set(id, await this.terms.termOf(tx, id));
      return terms;
    };
    return orNotFound(await loadAsActor(this.database, context, { key: TERM, id: conferenceId, batch }));
  }
}
