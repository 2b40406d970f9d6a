import { Injectable } from '@nestjs/common';
import { Ballots, type StoredBallot } from '#decisions';
import { conferencesByIds, type Conference } from '#conferences';
import type { Actor } from '#organisation';
import { Database, listHistory, type HistoryEntry, type ReadTx } from '#platform/database';
import { loadAsActor, orNotFound, type Batch, type RequestContext } from '#platform/graphql';
import type { Standing } from './domain/written-procedure.js';
import { HeldProcedures } from './persistence/held-procedures.js';
import { ReleaseVotes, type ReleaseVote } from './persistence/release-vote.repository.js';
import { WRITTEN_PROCEDURE, WrittenProcedures } from './persistence/written-procedure.repository.js';
import type { StoredProcedure } from './persistence/written-procedure-rows.js';

const BY_ID = Symbol('written procedures');
const OF_TOPIC = Symbol('written procedures of topics');
const BALLOTS = Symbol('ballots of written procedures');
const STANDING = Symbol('standings of written procedures');
const CONFERENCE = Symbol('conferences of written procedures');
const RELEASE_VOTES = Symbol('release votes of written procedures');
const RELEASE_RESULT = Symbol('release results of written procedures');
const HISTORY = Symbol('history of written procedures');

/** Everything a request asks of written procedures in as few statements as ticks. */
@Injectable()
export class WrittenProcedureLoaders {
  constructor(
    private readonly database: Database,
    private readonly procedures: WrittenProcedures,
    private readonly held: HeldProcedures,
    private readonly ballots: Ballots,
    private readonly releaseVotes: ReleaseVotes,
  ) {}

  /** Null when there is none that the reader may see. */
  async procedureById(context: RequestContext, id: string): Promise<StoredProcedure | null> {
    return this.load(context, BY_ID, id, (tx, ids) => this.procedures.proceduresByIds(tx, ids));
  }

  async proceduresOfTopic(context: RequestContext, topicId: string): Promise<readonly StoredProcedure[]> {
    return (
      (await this.load(context, OF_TOPIC, topicId, (tx, ids) => this.procedures.proceduresByTopics(tx, ids))) ?? []
    );
  }

  /** One for each round, in their order. */
  async ballotsOf(context: RequestContext, procedureId: string): Promise<readonly StoredBallot[]> {
    return (
      (await this.load(context, BALLOTS, procedureId, (tx, ids) => this.ballots.ballotsByWrittenProcedures(tx, ids))) ??
      []
    );
  }

  async standingOf(context: RequestContext, procedureId: string): Promise<Standing | null> {
    return this.load(context, STANDING, procedureId, (tx, ids) => this.held.standingsOf(tx, ids));
  }

  async conferenceOf(context: RequestContext, conferenceId: string): Promise<Conference> {
    return orNotFound(await this.load(context, CONFERENCE, conferenceId, conferencesByIds));
  }

  /** Those of the reader's own parties: nobody else's are shown. */
  async releaseVotesOf(context: RequestContext, procedureId: string): Promise<readonly ReleaseVote[]> {
    const batch: Batch<readonly ReleaseVote[]> = (tx, ids) => this.releaseVotes.latestByProcedures(tx, ids);
    return (await this.load(context, RELEASE_VOTES, procedureId, batch)) ?? [];
  }

  async releaseResultOf(context: RequestContext, procedureId: string): Promise<boolean | null> {
    return this.load(context, RELEASE_RESULT, procedureId, (tx, ids) => this.releaseVotes.resultsByProcedures(tx, ids));
  }

  async historyOf(context: RequestContext, procedureId: string): Promise<readonly HistoryEntry[]> {
    return (await this.load(context, HISTORY, procedureId, (tx, ids) => listHistory(tx, WRITTEN_PROCEDURE, ids))) ?? [];
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
