import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import type { Tx } from '#platform/database';
import { ReviseProposalHandler, type ReviseProposal } from '#proposals';
import { decide } from '../../domain/written-procedure-decision.js';
import {
  contextFor,
  HeldProcedures,
  type HeldProcedure,
  type ProcedureAnswer,
} from '../../persistence/held-procedures.js';
import { ProcedureTerms } from '../../persistence/procedure-terms.js';
import { ProcedureRounds } from '../../procedure-rounds.js';
import { WrittenProcedureActs } from '../../written-procedure-acts.js';

export interface ChangeTextOfWrittenProcedure extends Omit<ReviseProposal, 'topicId'> {
  readonly procedureId: string;
  readonly expectedRevision: number;
  readonly closesAt?: Date | null;
  readonly urgencyReason?: string | null;
  readonly reason: string;
}

/**
 * The chair ends the round and opens another one on a new text, with a deadline of its own. What was voted on the earlier
 * text stays with the earlier ballot and does not count.
 */
@Injectable()
export class ChangeTextOfWrittenProcedureHandler {
  constructor(
    private readonly acts: WrittenProcedureActs,
    private readonly held: HeldProcedures,
    private readonly rounds: ProcedureRounds,
    private readonly terms: ProcedureTerms,
    private readonly proposals: ReviseProposalHandler,
  ) {}

  async execute(actor: Actor, input: ChangeTextOfWrittenProcedure): Promise<ProcedureAnswer> {
    return this.acts.act(actor, input, async (tx, held) => this.change(tx, actor, held, input));
  }

  private async change(
    tx: Tx,
    actor: Actor,
    held: HeldProcedure,
    { clauses, expectedVersion, reason, urgencyReason, ...input }: ChangeTextOfWrittenProcedure,
  ): Promise<ProcedureAnswer> {
    const { procedure, topic } = held;
    const now = this.acts.now();
    const known = { topic, now, regularDeadline: null };
    const possible = decide(procedure, 'changeTextOfWrittenProcedure', contextFor(actor, { ...known, input: null }));
    if (!possible.ok) return possible;
    const closed = await this.rounds.close(tx, (await this.held.voteOf(tx, procedure)).ballot.id);
    if (!closed.ok) return closed;
    const revised = await this.proposals.reviseInTx(tx, actor, { topicId: topic.id, expectedVersion, clauses });
    if (!revised.ok) return revised;
    const { id: versionId, textHash } = revised.proposal;
    const { regularDeadline, leavesHours, deadlineFor } = await this.terms.termsOf(tx, procedure.conferenceId, now);
    const closesAt = input.closesAt ?? deadlineFor(urgencyReason);
    const given = { reason, urgencyReason, closesAt, proposal: { versionId, textHash } };
    const context = contextFor(actor, { ...known, regularDeadline, leavesHours, input: given });
    const decision = decide(procedure, 'changeTextOfWrittenProcedure', context);
    if (!decision.ok) return decision;
    const next = await this.held.save(tx, actor, { procedure, topic: revised.topic }, decision, now);
    const opened = await this.rounds.open(tx, actor, next);
    return opened.ok ? { ok: true, procedure: next } : opened;
  }
}
