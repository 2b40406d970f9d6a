import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { ConcludeWrittenProceduresHandler } from './conclude-written-procedures.handler.js';
import {
  HeldProcedures,
  procedureChangedMeanwhile,
  unknownProcedure,
  type HeldProcedure,
  type ProcedureAnswer,
} from './persistence/held-procedures.js';

export interface ActedProcedure {
  readonly procedureId: string;
  readonly expectedRevision?: number;
}

/** Begin, lock, decide, save, commit. An act that comes too late is refused, and leaves the procedure determined. */
@Injectable()
export class WrittenProcedureActs {
  constructor(
    private readonly database: Database,
    private readonly held: HeldProcedures,
    private readonly concluding: ConcludeWrittenProceduresHandler,
    private readonly clock: Clock,
  ) {}

  /** To be asked after the locks: what came too late while waiting came too late. */
  now(): Date {
    return this.clock.now();
  }

  /** With topic and procedure locked. */
  async act(
    actor: Actor,
    { procedureId, expectedRevision }: ActedProcedure,
    work: (tx: Tx, held: HeldProcedure) => Promise<ProcedureAnswer>,
  ): Promise<ProcedureAnswer> {
    return this.inTime(actor, async (tx) => {
      const held = await this.held.hold(tx, procedureId);
      if (held === null) return unknownProcedure;
      const isAsSeen = expectedRevision === undefined || held.procedure.revision === expectedRevision;
      return isAsSeen ? work(tx, held) : procedureChangedMeanwhile(held.procedure);
    });
  }

  /** Whatever the sweeper did: the first act after the deadline finds everything determined that was due. */
  async inTime(actor: Actor, work: (tx: Tx) => Promise<ProcedureAnswer>): Promise<ProcedureAnswer> {
    const answer = await this.database.write(actor, work);
    const cameTooLate = !answer.ok && answer.refusals.some(({ code }) => code === 'DEADLINE_PASSED');
    if (cameTooLate) await this.concludeForLatecomer();
    return answer;
  }

  private async concludeForLatecomer(): Promise<void> {
    try {
      await this.concluding.concludeDue();
    } catch {
      // Some record cannot be determined. The sweeper meets the same fault and reports it; who came too late did so anyway.
    }
  }
}
