import { Injectable } from '@nestjs/common';
import type { PartyCode } from '#glossary';
import { isPartyCode, type Actor } from '#organisation';
import { refused } from '#platform/lifecycle';
import { decide } from '../../domain/written-procedure-decision.js';
import { contextFor, HeldProcedures, type ProcedureAnswer } from '../../persistence/held-procedures.js';
import { ProcedureRounds } from '../../procedure-rounds.js';
import { WrittenProcedureActs } from '../../written-procedure-acts.js';

export interface DemandDiscussion {
  readonly procedureId: string;
  /** Code of the Land, or BUND, that demands it: the own one when left out, and none when the chair demands. */
  readonly party?: string | null;
  readonly reason: string;
}

/** Ends the vote in writing: the topic goes before the main conference of the next conference. */
@Injectable()
export class DemandDiscussionHandler {
  constructor(
    private readonly acts: WrittenProcedureActs,
    private readonly held: HeldProcedures,
    private readonly rounds: ProcedureRounds,
  ) {}

  async execute(actor: Actor, { procedureId, party, reason }: DemandDiscussion): Promise<ProcedureAnswer> {
    const named = party ?? undefined;
    if (named !== undefined && !isPartyCode(named)) return unknownParty;
    return this.acts.act(actor, { procedureId }, async (tx, held) => {
      const now = this.acts.now();
      const { procedure, topic } = held;
      const known = contextFor(actor, { topic, now, input: { reason } });
      const context = { ...known, input: { reason, party: named ?? partyOf(known) } };
      const decision = decide(procedure, 'demandDiscussion', context);
      if (!decision.ok) return decision;
      const { ballot } = await this.held.voteOf(tx, procedure);
      const closed = await this.rounds.close(tx, ballot.id);
      if (!closed.ok) return closed;
      const refusal = await this.rounds.giveTopicBack(tx, topic, procedure.profileCode, now);
      return refusal ?? { ok: true, procedure: await this.held.save(tx, actor, held, decision, now) };
    });
  }
}

/** Recorded in the name of the own party, unless it is the chair who demands. */
function partyOf({ capacities, ownParties }: ReturnType<typeof contextFor>): PartyCode | undefined {
  return capacities.has('CHAIR') ? undefined : ownParties[0];
}

const unknownParty = refused({ code: 'UNKNOWN_PARTY', message: 'Dieses Land gibt es nicht.', field: 'party' });
