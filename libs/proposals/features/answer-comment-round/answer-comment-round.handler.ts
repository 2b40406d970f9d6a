import { Injectable } from '@nestjs/common';
import type { CommentKind } from '#glossary';
import { isPartyCode, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { refused } from '#platform/lifecycle';
import { contextFor, unknownRound, type RoundAnswer } from '../../comment-round-context.js';
import { allClauses } from '../../domain/clause.js';
import { asKept } from '../../domain/comment-requirements.js';
import { decideRound } from '../../domain/comment-round-decision.js';
import type { ChangeRequest } from '../../domain/comment-round.js';
import { CommentRounds } from '../../persistence/comment-round.repository.js';
import { Comments } from '../../persistence/comment.repository.js';
import { ProposalRepository } from '../../persistence/proposal.repository.js';

export interface AnswerCommentRound {
  readonly roundId: string;
  /** Hash of the text that the party has read. */
  readonly textHash: string;
  /** Code of a Land or BUND. */
  readonly party: string;
  readonly kind: CommentKind;
  readonly text?: string | null;
  readonly changeRequests?: readonly ChangeRequest[] | null;
}

/** A party says what it thinks of the text, or says it anew. The round's own row is not touched: 17 may answer at once. */
@Injectable()
export class AnswerCommentRoundHandler {
  constructor(
    private readonly database: Database,
    private readonly rounds: CommentRounds,
    private readonly comments: Comments,
    private readonly proposals: ProposalRepository,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, given: AnswerCommentRound): Promise<RoundAnswer> {
    return this.database.write(actor, (tx) => this.answer(tx, actor, given));
  }

  private async answer(tx: Tx, actor: Actor, given: AnswerCommentRound): Promise<RoundAnswer> {
    const held = await this.rounds.share(tx, given.roundId);
    if (held === null) return unknownRound;
    const { round, topic } = held;
    const { party, kind, textHash } = given;
    if (!isPartyCode(party)) return unknownParty;
    const text = await this.proposals.findVersion(tx, round.proposalVersionId);
    // Asked after the lock: what came too late while waiting came too late.
    const now = this.clock.now();
    const comment = asKept({ kind, text: given.text ?? null, changeRequests: given.changeRequests ?? [] });
    const clauseIds = allClauses(text?.clauses ?? []).map(({ id }) => id);
    const input = { party, textHash, comment };
    const decision = decideRound(
      round,
      'answerCommentRound',
      contextFor(actor, round, { topic, now, clauseIds, input }),
    );
    if (!decision.ok) return decision;
    const audience = this.rounds.audienceOf(topic);
    const toKeep = { ...comment, roundId: round.id, party, textHash, givenAt: now, audience };
    if (!(await this.comments.add(tx, actor, toKeep))) return answeredMeanwhile;
    await this.rounds.note(tx, actor, decision, { topic, now });
    return { ok: true, round };
  }
}

const unknownParty = refused({ code: 'UNKNOWN_PARTY', message: 'Dieses Land gibt es nicht.', field: 'party' });

const answeredMeanwhile = refused({
  code: 'CHANGED_MEANWHILE',
  message: 'Für Ihre Stelle wurde soeben eine Äußerung abgegeben. Bitte laden Sie die Seite neu.',
});
