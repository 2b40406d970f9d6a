import { Injectable } from '@nestjs/common';
import { RecordTopicOutcomeHandler } from '#decisions';
import { SYSTEM } from '#organisation';
import { berlinDay, Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { sweepEach } from '#platform/jobs';
import type { Refused } from '#platform/lifecycle';
import { decide, type AcceptedProcedure } from './domain/written-procedure-decision.js';
import { awaitsDetermination, printed, type SeriesNumber } from './domain/written-procedure.js';
import { contextFor, HeldProcedures, type HeldProcedure, type ProcedureAnswer } from './persistence/held-procedures.js';
import { ProcedureRounds } from './procedure-rounds.js';

/**
 * Determines by the rule how a procedure ended. Whoever comes first does it, the sweeper or somebody who acts after the
 * deadline; whoever comes second finds it done.
 */
@Injectable()
export class ConcludeWrittenProceduresHandler {
  constructor(
    private readonly database: Database,
    private readonly held: HeldProcedures,
    private readonly rounds: ProcedureRounds,
    private readonly outcomes: RecordTopicOutcomeHandler,
    private readonly clock: Clock,
  ) {}

  /** All that is over, in the order in which it was due. One that fails does not hold up the others. */
  async concludeDue(): Promise<void> {
    const now = this.clock.now();
    const due = await this.database.read(SYSTEM, (tx) => this.held.dueProcedureIds(tx, now));
    await sweepEach(due, String, async (id) => {
      const answer = await this.database.write(SYSTEM, (tx) => this.concludeInTx(tx, id));
      if (answer?.ok === false) throw new Error(JSON.stringify(answer.refusals));
    });
  }

  /** In a transaction of the system. Null when there is nothing to determine; the caller rolls back on a refusal. */
  async concludeInTx(tx: Tx, procedureId: string): Promise<ProcedureAnswer | null> {
    const held = await this.held.hold(tx, procedureId);
    const now = this.clock.now();
    return held === null || !awaitsDetermination(held.procedure, now) ? null : this.conclude(tx, held, now);
  }

  private async conclude(tx: Tx, held: HeldProcedure, now: Date): Promise<ProcedureAnswer> {
    const { ballot } = await this.held.voteOf(tx, held.procedure);
    const closed = await this.rounds.close(tx, ballot.id);
    if (!closed.ok) return closed;
    const decision = await this.decideByRule(tx, held, now);
    if (!decision.ok) return decision;
    const { resolutionNumber, state } = decision.procedure;
    const recorded = await this.outcomes.recordInTx(tx, SYSTEM, {
      topicId: held.topic.id,
      expectedRevision: held.topic.revision,
      outcome: state === 'ADOPTED' ? 'ADOPTED' : 'NOT_ADOPTED',
      writtenProcedureNumber: resolutionNumber === null ? null : printed(resolutionNumber),
    });
    if (!recorded.ok) return recorded;
    await this.held.noteReleaseResult(tx, held.procedure);
    return { ok: true, procedure: await this.held.save(tx, SYSTEM, held, decision, now) };
  }

  /** No vote comes after the closing of the ballot: what is counted now is final. */
  private async decideByRule(tx: Tx, held: HeldProcedure, now: Date): Promise<AcceptedProcedure | Refused> {
    const { procedure, topic } = held;
    const { standing } = await this.held.voteOf(tx, procedure);
    const input = { number: standing.isAdopted ? await this.resolutionNumberOf(tx, held, now) : undefined };
    const action = standing.isAdopted ? 'adoptWrittenProcedure' : 'failWrittenProcedure';
    return decide(procedure, action, contextFor(SYSTEM, { topic, now, standing, input }));
  }

  /** Of the year in which the procedure was over, though it may be determined in the next. */
  private async resolutionNumberOf(tx: Tx, { procedure }: HeldProcedure, now: Date): Promise<SeriesNumber> {
    return this.held.drawNumber(
      tx,
      'RESOLUTION',
      procedure,
      berlinDay(procedure.endedEarlyAt ?? procedure.closesAt ?? now),
    );
  }
}
