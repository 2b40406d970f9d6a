import { Injectable } from '@nestjs/common';
import { capacitiesOn, WHOLE_CONFERENCE, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { refused, type Refused } from '#platform/lifecycle';
import { decide } from '../../domain/ballot-decision.js';
import type { BallotContext } from '../../domain/ballot.js';
import { unknownBallot, type BallotAnswer } from '../../give-vote.handler.js';
import { Ballots, type StoredBallot } from '../../persistence/ballot.repository.js';
import { VotedTopics } from '../../persistence/voted-topics.js';

export interface CloseBallot {
  readonly ballotId: string;
  readonly expectedRevision: number;
}

/** Closes the vote: waits for votes that are being cast, and every later one is refused. */
@Injectable()
export class CloseBallotHandler {
  constructor(
    private readonly database: Database,
    private readonly topics: VotedTopics,
    private readonly ballots: Ballots,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, { ballotId, expectedRevision }: CloseBallot): Promise<BallotAnswer> {
    return this.database.write(actor, async (tx): Promise<BallotAnswer> => {
      const ballot = await this.lock(tx, ballotId);
      if (ballot === null) return unknownBallot;
      if (ballot.revision !== expectedRevision) return changedMeanwhile(ballot);
      return this.close(tx, actor, ballot, { isWithinProcedure: false });
    });
  }

  /**
   * Inside the transaction in which a written procedure ends; the caller rolls back on a refusal. Only the chair and the
   * system close: a procedure that ends by another's act (a demand for discussion) closes as SYSTEM.
   */
  async closeInTx(tx: Tx, actor: Actor, ballotId: string): Promise<BallotAnswer> {
    const ballot = await this.lock(tx, ballotId);
    return ballot === null ? unknownBallot : this.close(tx, actor, ballot, { isWithinProcedure: true });
  }

  private async lock(tx: Tx, ballotId: string): Promise<StoredBallot | null> {
    const seen = (await this.ballots.ballotsByIds(tx, [ballotId])).get(ballotId);
    if (seen === undefined || (await this.topics.lockTopic(tx, seen.topicId)) === null) return null;
    return this.ballots.lockBallot(tx, ballotId);
  }

  private async close(
    tx: Tx,
    actor: Actor,
    ballot: StoredBallot,
    { isWithinProcedure }: Required<Pick<BallotContext, 'isWithinProcedure'>>,
  ): Promise<BallotAnswer> {
    const now = this.clock.now();
    const decision = decide(ballot, 'closeBallot', {
      now,
      capacities: capacitiesOn(actor, WHOLE_CONFERENCE),
      ownParties: [],
      partyMayVote: false,
      votes: [],
      topic: null,
      isWithinProcedure,
      input: {},
    });
    if (!decision.ok) return decision;
    const { audience } = ballot;
    await this.ballots.save(tx, actor, decision, { audience, now });
    await this.topics.noteOpenBallot(tx, ballot.topicId, null);
    return { ok: true, ballot: { ...decision.ballot, audience } };
  }
}

function changedMeanwhile({ revision }: StoredBallot): Refused {
  const message = 'Die Abstimmung wurde inzwischen geändert. Bitte laden Sie sie neu.';
  return refused({ code: 'CHANGED_MEANWHILE', message, details: { revision } });
}
