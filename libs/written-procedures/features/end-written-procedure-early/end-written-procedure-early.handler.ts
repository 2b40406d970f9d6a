import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import { decide } from '../../domain/written-procedure-decision.js';
import { ConcludeWrittenProceduresHandler } from '../../conclude-written-procedures.handler.js';
import { contextFor, HeldProcedures, type ProcedureAnswer } from '../../persistence/held-procedures.js';
import { WrittenProcedureActs, type ActedProcedure } from '../../written-procedure-acts.js';

/**
 * When all Länder have voted the chair may end the procedure before its deadline. Never by itself: until then each of
 * them may still change its mind. The result is determined by the rule in the same transaction.
 */
@Injectable()
export class EndWrittenProcedureEarlyHandler {
  constructor(
    private readonly acts: WrittenProcedureActs,
    private readonly held: HeldProcedures,
    private readonly concluding: ConcludeWrittenProceduresHandler,
  ) {}

  async execute(actor: Actor, input: Required<ActedProcedure>): Promise<ProcedureAnswer> {
    await this.concluding.concludeDue();
    return this.acts.act(actor, input, async (tx, held) => {
      const now = this.acts.now();
      const { procedure, topic } = held;
      const standing = procedure.state === 'RUNNING' ? (await this.held.voteOf(tx, procedure)).standing : null;
      const context = contextFor(actor, { topic, now, standing, input: {} });
      const decision = decide(procedure, 'endWrittenProcedureEarly', context);
      if (!decision.ok) return decision;
      await this.held.save(tx, actor, held, decision, now);
      const concluded = await tx.asSystem((system) => this.concluding.concludeInTx(system, procedure.id));
      if (concluded === null) throw new Error('A procedure that was ended is to be determined');
      return concluded;
    });
  }
}
