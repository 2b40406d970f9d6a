import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#organisation';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import type { Refused } from '#platform/lifecycle';
import type { Topic } from '#topics';
import { commentedTopic, contextFor } from './comment-round-context.js';
import { decideRound } from './domain/comment-round-decision.js';
import { isOver, isOvertaken } from './domain/comment-round.js';
import { CommentRounds, type HeldRound } from './persistence/comment-round.repository.js';

const TEXT_CHANGED = 'Der Text wurde geändert. Zur neuen Fassung kann eine neue Runde eröffnet werden.';
const TOPIC_WENT_ON = 'Das Thema ist nicht mehr in dem Gremium, das gefragt hat.';

/** Ends rounds as the system: at their deadline, or when what they ask is nobody's question any more. */
@Injectable()
export class EndCommentRoundHandler {
  constructor(
    private readonly database: Database,
    private readonly rounds: CommentRounds,
    private readonly clock: Clock,
  ) {}

  /** At its deadline; a round that has ended, or got more time, is left alone. */
  async endAtDeadline(roundId: string): Promise<void> {
    await this.database.write(SYSTEM, async (tx) => {
      const held = await this.rounds.hold(tx, roundId);
      if (held?.round.state === 'OPEN' && isOver(held.round, this.clock.now())) await this.end(tx, held);
    });
  }

  /** With the topic locked and as it is now. Called by whoever changes it, in the same transaction. */
  async endOvertaken(tx: Tx, topic: Topic): Promise<void> {
    const round = await this.rounds.lockOpenRound(tx, topic.id);
    if (round === null || !isOvertaken(round, commentedTopic(topic, true))) return;
    await tx.asSystem((system) => this.end(system, { round, topic }));
  }

  /** What was over when the text changed had ended by its deadline already. */
  private async end(tx: Tx, { round, topic }: HeldRound): Promise<void> {
    const now = this.clock.now();
    const action = isOver(round, now) ? 'endCommentRound' : 'supersedeCommentRound';
    const reason = topic.proposalTextHash === round.textHash ? TOPIC_WENT_ON : TEXT_CHANGED;
    const input = action === 'supersedeCommentRound' ? { reason } : {};
    const decision = decideRound(round, action, contextFor(SYSTEM, round, { topic, now, input }));
    if (!decision.ok) throw new Error(codesOf(decision));
    await this.rounds.save(tx, SYSTEM, decision, { topic, now });
  }
}

function codesOf({ refusals }: Refused): string {
  return refusals.map(({ code }) => code).join(', ');
}
