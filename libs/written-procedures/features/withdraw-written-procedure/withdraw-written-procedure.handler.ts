import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import { decide } from '../../domain/written-procedure-decision.js';
import { contextFor, HeldProcedures, type ProcedureAnswer } from '../../persistence/held-procedures.js';
import { ProcedureRounds } from '../../procedure-rounds.js';
import { WrittenProcedureActs } from '../../written-procedure-acts.js';

export interface WithdrawWrittenProcedure {
  readonly procedureId: string;
  readonly expectedRevision: number;
  readonly reason: string;
}

/** The vote in writing is given up, and the topic is not: it goes back before the conference. */
@Injectable()
export class WithdrawWrittenProcedureHandler {
  constructor(
    private readonly acts: WrittenProcedureActs,
    private readonly held: HeldProcedures,
    private readonly rounds: ProcedureRounds,
  ) {}

  async execute(actor: Actor, input: WithdrawWrittenProcedure): Promise<ProcedureAnswer> {
    return this.acts.act(actor, input, async (tx, held) => {
      const now = this.acts.now();
      const { procedure, topic } = held;
      const context = contextFor(actor, { topic, now, input: { reason: input.reason } });
      const decision = decide(procedure, 'withdrawWrittenProcedure', context);
      if (!decision.ok) return decision;
      if (procedure.state === 'RUNNING') {
        const closed = await this.rounds.close(tx, (await this.held.voteOf(tx, procedure)).ballot.id);
        if (!closed.ok) return closed;
      }
      const refusal = await this.rounds.giveTopicBack(tx, topic, procedure.profileCode, now);
      return refusal ?? { ok: true, procedure: await this.held.save(tx, actor, held, decision, now) };
    });
  }
}
