import { Injectable } from '@nestjs/common';
import { capacitiesOn, WHOLE_CONFERENCE, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { refused, type Refusal, type Refused } from '#platform/lifecycle';
import { TopicTransitionHandler } from '#topics';
import { DeterminedBallots } from '../../determined-ballots.js';
import { decide, type AcceptedBallot } from '../../domain/ballot-decision.js';
import { proposedOutcome } from '../../domain/outcomes.js';
import { partOfBlock } from '../../domain/resolution.js';
import type { Vote } from '../../domain/vote.js';
import { ballotChangedMeanwhile, unknownBallot, type BallotAnswer } from '../../give-vote.handler.js';
import { VotedBlocks, type LockedBlock, type VotedPart } from '../../persistence/voted-blocks.js';

export interface BlockRef {
  readonly ballotId: string;
  readonly expectedRevision: number;
}

/** The chair determines the result of a block: every item is adopted by a resolution of its own, or none is. */
@Injectable()
export class RecordBlockOutcomeHandler {
  constructor(
    private readonly database: Database,
    private readonly blocks: VotedBlocks,
    private readonly transition: TopicTransitionHandler,
    private readonly determined: DeterminedBallots,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, { ballotId, expectedRevision }: BlockRef): Promise<BallotAnswer> {
    return this.database.write(actor, async (tx): Promise<BallotAnswer> => {
      const locked = await this.blocks.lockBlock(tx, ballotId);
      if (locked === null) return unknownBallot;
      if (locked.ballot.revision !== expectedRevision) return ballotChangedMeanwhile(locked.ballot);
      return this.record(tx, actor, locked);
    });
  }

  private async record(tx: Tx, actor: Actor, { ballot, block, parts }: LockedBlock): Promise<BallotAnswer> {
    const votes = await this.determined.votesIn(tx, ballot.id);
    const now = this.clock.now();
    const decision = decide(ballot, 'recordBlockOutcome', {
      now,
      capacities: capacitiesOn(actor, WHOLE_CONFERENCE),
      ownParties: [],
      partyMayVote: false,
      votes,
      topic: null,
      block,
      input: {},
    });
    if (!decision.ok) return decision;
    const refusals: Refusal[] = [];
    for (const [index, part] of parts.entries()) {
      const answer = await this.adopt(tx, actor, part, { decision, votes });
      const name = block.parts[index]?.name ?? '';
      for (const { code, message } of answer?.refusals ?? []) refusals.push({ code, message: `${name}: ${message}` });
    }
    const [first, ...others] = refusals;
    if (first !== undefined) return refused(first, ...others);
    const { audience } = ballot;
    await this.determined.saveBallot(tx, actor, decision, { audience, now });
    return { ok: true, ballot: { ...decision.ballot, audience } };
  }

  /** Null when it was adopted; as amended when its text is not the one of the final papers. */
  private async adopt(
    tx: Tx,
    actor: Actor,
    { item, voted }: VotedPart,
    { decision, votes }: { readonly decision: AcceptedBallot; readonly votes: readonly Vote[] },
  ): Promise<Refused | null> {
    const { id: topicId, revision: expectedRevision } = voted.topic;
    const final = await this.determined.finalTextHashOf(tx, voted.topic);
    const isAmended = final !== null && final !== item.textHash;
    const adopted = proposedOutcome(decision.ballot, votes);
    const outcome = isAmended && adopted === 'ADOPTED' ? 'ADOPTED_AMENDED' : adopted;
    const input = { outcome };
    const topic = await this.transition.decideAndSave(tx, actor, {
      topicId,
      expectedRevision,
      action: 'recordTopicOutcome',
      input,
    });
    if (!topic.ok) return topic;
    const part = partOfBlock(decision, item, outcome);
    await this.determined.addResolution(tx, actor, part, { ...voted, writtenProcedureNumber: null });
    await this.determined.noteOnItem(tx, voted, outcome, topic.topic.updatedAt);
    return null;
  }
}
