import { Injectable } from '@nestjs/common';
import { Conferences } from '#conferences';
import type { Actor } from '#organisation';
import type { Tx } from '#platform/database';
import { refused } from '#platform/lifecycle';
import { decide } from '../../domain/written-procedure-decision.js';
import {
  contextFor,
  HeldProcedures,
  unknownProcedure,
  type HeldProcedure,
  type ProcedureAnswer,
} from '../../persistence/held-procedures.js';
import { WrittenProcedureActs } from '../../written-procedure-acts.js';

export interface ReportWrittenProcedure {
  readonly procedureId: string;
  readonly expectedRevision: number;
  readonly conferenceId: string;
}

/** Notes in which conference it was told what became of a procedure. */
@Injectable()
export class ReportWrittenProcedureHandler {
  constructor(
    private readonly acts: WrittenProcedureActs,
    private readonly held: HeldProcedures,
    private readonly conferences: Conferences,
  ) {}

  async execute(actor: Actor, input: ReportWrittenProcedure): Promise<ProcedureAnswer> {
    return this.acts.act(actor, input, (tx, held) => this.report(tx, actor, held, input.conferenceId));
  }

  /** The same inside an open transaction, for what a session reports by itself. */
  async reportInTx(
    tx: Tx,
    actor: Actor,
    { procedureId, conferenceId }: Omit<ReportWrittenProcedure, 'expectedRevision'>,
  ): Promise<ProcedureAnswer> {
    const held = await this.held.hold(tx, procedureId);
    return held === null ? unknownProcedure : this.report(tx, actor, held, conferenceId);
  }

  private async report(tx: Tx, actor: Actor, held: HeldProcedure, conferenceId: string): Promise<ProcedureAnswer> {
    const conference = await this.conferences.findConference(tx, conferenceId);
    if (conference === null || conference.profileCode !== held.procedure.profileCode) return unknownConference;
    const now = this.acts.now();
    const { procedure, topic } = held;
    const context = contextFor(actor, { topic, now, input: { conferenceId: conference.id } });
    const decision = decide(procedure, 'reportWrittenProcedure', context);
    return decision.ok ? { ok: true, procedure: await this.held.save(tx, actor, held, decision, now) } : decision;
  }
}

const unknownConference = refused({
  code: 'CONFERENCE_UNKNOWN',
  field: 'conferenceId',
  message: 'Bitte wählen Sie eine geplante Konferenz.',
});
