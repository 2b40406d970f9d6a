import { Injectable } from '@nestjs/common';
import type { SilenceRule } from '#glossary';
import type { Actor } from '#organisation';
import { berlinDay } from '#platform/clock';
import type { Tx } from '#platform/database';
import type { Refused } from '#platform/lifecycle';
import { decide, type AcceptedProcedure } from '../../domain/written-procedure-decision.js';
import {
  contextFor,
  HeldProcedures,
  procedureTopicOf,
  type HeldProcedure,
  type ProcedureAnswer,
} from '../../persistence/held-procedures.js';
import { ProcedureTerms } from '../../persistence/procedure-terms.js';
import { ProcedureRounds } from '../../procedure-rounds.js';
import { WrittenProcedureActs } from '../../written-procedure-acts.js';

export interface StartWrittenProcedure {
  readonly procedureId: string;
  readonly expectedRevision: number;
  /** Hash of the text that the chair has read. */
  readonly textHash: string;
  /** Without one, that of the profile. */
  readonly silenceRule?: SilenceRule | null;
  /** Without one: the regular deadline, or the urgent one when a reason for the urgency is given. */
  readonly closesAt?: Date | null;
  readonly urgencyReason?: string | null;
}

/** The chair opens the vote: number, frozen text, rule and deadline belong together, or nothing is saved. */
@Injectable()
export class StartWrittenProcedureHandler {
  constructor(
    private readonly acts: WrittenProcedureActs,
    private readonly held: HeldProcedures,
    private readonly rounds: ProcedureRounds,
    private readonly terms: ProcedureTerms,
  ) {}

  async execute(actor: Actor, input: StartWrittenProcedure): Promise<ProcedureAnswer> {
    return this.acts.act(actor, input, async (tx, held) => {
      const now = this.acts.now();
      const decision = await this.decide(tx, actor, held, { ...input, now });
      if (!decision.ok) return decision;
      const taken = await this.rounds.takeTopic(tx, actor, held.topic);
      if (!taken.ok) return taken;
      const procedure = await this.held.save(tx, actor, { ...held, topic: taken.topic }, decision, now);
      const opened = await this.rounds.open(tx, actor, procedure);
      return opened.ok ? { ok: true, procedure } : opened;
    });
  }

  private async decide(
    tx: Tx,
    actor: Actor,
    { procedure, topic }: HeldProcedure,
    { silenceRule, textHash, urgencyReason, now, ...input }: StartWrittenProcedure & { readonly now: Date },
  ): Promise<AcceptedProcedure | Refused> {
    const terms = await this.terms.termsOf(tx, procedure.conferenceId, now);
    const number = await this.held.drawNumber(tx, 'PROCEDURE', procedure, berlinDay(now));
    const closesAt = input.closesAt ?? terms.deadlineFor(urgencyReason);
    const given = { rule: terms.ruleWith(silenceRule), textHash, urgencyReason, closesAt, number };
    const { regularDeadline, leavesHours } = terms;
    return decide(procedure, 'startWrittenProcedure', {
      ...contextFor(actor, { topic, now, regularDeadline, leavesHours, input: given }),
      topic: procedureTopicOf(topic, false),
    });
  }
}
