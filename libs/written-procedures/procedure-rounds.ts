import { Injectable } from '@nestjs/common';
import { CloseBallotHandler, OpenBallotHandler, type BallotAnswer } from '#decisions';
import { SYSTEM, type Actor } from '#organisation';
import type { Tx } from '#platform/database';
import type { Refused } from '#platform/lifecycle';
import { TopicTransitionHandler, type Topic } from '#topics';
import { ProcedureTerms } from './persistence/procedure-terms.js';
import type { StoredProcedure } from './persistence/written-procedure-rows.js';

export type TopicStep = { readonly ok: true; readonly topic: Topic } | Refused;

/** What a procedure does to its topic and its ballots: each decides by its own table, in the procedure's transaction. */
@Injectable()
export class ProcedureRounds {
  constructor(
    private readonly transition: TopicTransitionHandler,
    private readonly openBallot: OpenBallotHandler,
    private readonly closeBallot: CloseBallotHandler,
    private readonly terms: ProcedureTerms,
  ) {}

  /** A topic that the conference gave into writing is there already. */
  async takeTopic(tx: Tx, actor: Actor, topic: Topic): Promise<TopicStep> {
    if (topic.state === 'IN_WRITTEN_PROCEDURE') return { ok: true, topic };
    return this.transition.decideAndSave(tx, actor, {
      topicId: topic.id,
      expectedRevision: topic.revision,
      action: 'moveTopicToWrittenProcedure',
    });
  }

  /** Opens the vote of a round on the text that the procedure names. */
  async open(tx: Tx, actor: Actor, procedure: StoredProcedure): Promise<BallotAnswer> {
    const { id, topicId, rule, closesAt } = procedure;
    if (rule === null || closesAt === null) throw new Error('A running procedure has a rule and a deadline');
    const { silenceRule, minYes, adoptionRule } = rule;
    return this.openBallot.openForWrittenProcedure(tx, actor, {
      writtenProcedureId: id,
      topicId,
      rule: { silenceRule, minYes, adoptionRule },
      closesAt,
    });
  }

  /** What the end of a procedure brings about by itself carries nobody's name. */
  async close(tx: Tx, ballotId: string): Promise<BallotAnswer> {
    return tx.asSystem((system) => this.closeBallot.closeInTx(system, SYSTEM, ballotId));
  }

  /** The topic goes back before the main conference of the next conference, or of its own while none is planned. */
  async giveTopicBack(tx: Tx, { id, revision, state }: Topic, profileCode: string, now: Date): Promise<Refused | null> {
    if (state !== 'IN_WRITTEN_PROCEDURE') return null;
    const next = await this.terms.nextConference(tx, profileCode, now);
    const answer = await tx.asSystem((system) =>
      this.transition.decideAndSave(system, SYSTEM, {
        topicId: id,
        expectedRevision: revision,
        action: 'returnFromWrittenProcedure',
        input: next === null ? {} : { targetConferenceId: next.id },
      }),
    );
    return answer.ok ? null : answer;
  }
}
