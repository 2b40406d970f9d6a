import { Injectable } from '@nestjs/common';
import { capacitiesOn, WHOLE_CONFERENCE, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { ReviseProposalHandler, type ReviseProposal } from '#proposals';
import { decide } from '../../domain/ballot-decision.js';
import type { BallotActionInput } from '../../domain/ballot-context.js';
import { ballotChangedMeanwhile, unknownBallot, type BallotAnswer } from '../../give-vote.handler.js';
import { OpenBallotHandler } from '../../open-ballot.handler.js';
import { VotedTopics, type LockedBallot } from '../../persistence/voted-topics.js';

export interface ChangeTextAtTable extends Omit<ReviseProposal, 'topicId'> {
  readonly ballotId: string;
  readonly expectedRevision: number;
  readonly reason?: string | null;
}

/**
 * Changes the text while it is being voted on: the ballot on the earlier text ends, a version is written, and a ballot on
 * it begins, in one transaction. A vote that is being cast is waited for and stays with the earlier text.
 */
@Injectable()
export class ChangeTextAtTableHandler {
  constructor(
    private readonly database: Database,
    private readonly topics: VotedTopics,
    private readonly proposals: ReviseProposalHandler,
    private readonly opening: OpenBallotHandler,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: ChangeTextAtTable): Promise<BallotAnswer> {
    return this.database.write(actor, async (tx): Promise<BallotAnswer> => {
      const locked = await this.topics.lockBallot(tx, input.ballotId);
      if (locked === null) return unknownBallot;
      if (locked.ballot.revision !== input.expectedRevision) return ballotChangedMeanwhile(locked.ballot);
      return this.change(tx, actor, locked, input);
    });
  }

  private async change(tx: Tx, actor: Actor, locked: LockedBallot, input: ChangeTextAtTable): Promise<BallotAnswer> {
    const { ballot } = locked;
    const { clauses, expectedVersion, reason } = input;
    const possible = this.supersede(actor, locked, { reason });
    if (!possible.ok) return possible;
    await this.topics.saveBallot(tx, actor, possible, { audience: ballot.audience, now: this.clock.now() });
    const topicId = ballot.topicId ?? '';
    const revised = await this.proposals.reviseInTx(tx, actor, { topicId, expectedVersion, clauses });
    if (!revised.ok) return revised;
    const changed = this.supersede(actor, locked, { reason, textHash: revised.proposal.textHash });
    if (!changed.ok) return changed;
    return this.opening.openInTx(tx, actor, { agendaItemId: ballot.agendaItemId ?? '', supersedesId: ballot.id });
  }

  /** Without a hash: whether the text may be changed at all, before it is. */
  private supersede(actor: Actor, { ballot }: LockedBallot, input: BallotActionInput): ReturnType<typeof decide> {
    return decide(ballot, 'changeTextAtTable', {
      now: this.clock.now(),
      capacities: capacitiesOn(actor, WHOLE_CONFERENCE),
      ownParties: [],
      partyMayVote: false,
      votes: [],
      topic: null,
      input,
    });
  }
}
