import { Injectable } from '@nestjs/common';
import { capacitiesOn, WHOLE_CONFERENCE, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { decide } from '../../domain/ballot-decision.js';
import type { BallotContext } from '../../domain/ballot-context.js';
import { ballotChangedMeanwhile, unknownBallot, type BallotAnswer } from '../../give-vote.handler.js';
import type { StoredBallot } from '../../persistence/ballot.repository.js';
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
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, { ballotId, expectedRevision }: CloseBallot): Promise<BallotAnswer> {
    return this.database.write(actor, async (tx): Promise<BallotAnswer> => {
      const locked = await this.topics.lockBallot(tx, ballotId);
      if (locked === null) return unknownBallot;
      const { ballot } = locked;
      if (ballot.revision !== expectedRevision) return ballotChangedMeanwhile(ballot);
      return this.close(tx, actor, ballot, { isWithinProcedure: false });
    });
  }

  /**
   * Inside the transaction in which a written procedure ends; the caller rolls back on a refusal. Only the chair and the
   * system close: a procedure that ends by another's act (a demand for discussion) closes as SYSTEM.
   */
  async closeInTx(tx: Tx, actor: Actor, ballotId: string): Promise<BallotAnswer> {
    const locked = await this.topics.lockBallot(tx, ballotId);
    return locked === null ? unknownBallot : this.close(tx, actor, locked.ballot, { isWithinProcedure: true });
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
    return { ok: true, ballot: await this.topics.saveBallot(tx, actor, decision, { audience, now }) };
  }
}
