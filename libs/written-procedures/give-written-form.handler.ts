import { Injectable } from '@nestjs/common';
import type { PartyCode, VoteChoice } from '#glossary';
import { GiveVoteHandler } from '#decisions';
import { isPartyCode, type Actor } from '#organisation';
import type { Tx } from '#platform/database';
import { refused, type Refused } from '#platform/lifecycle';
import { decide, type AcceptedProcedure } from './domain/written-procedure-decision.js';
import { contextFor, HeldProcedures, unknownProcedure, type ProcedureAnswer } from './persistence/held-procedures.js';
import { ReleaseVotes } from './persistence/release-vote.repository.js';
import type { StoredProcedure } from './persistence/written-procedure-rows.js';
import { WrittenProcedureActs } from './written-procedure-acts.js';
import { WrittenStatements } from './written-statements.js';

export interface GiveWrittenForm {
  readonly procedureId: string;
  /** Hash of the text that the party has read. */
  readonly textHash: string;
  /** Code of a Land or BUND. */
  readonly party: string;
  readonly choice: VoteChoice;
  readonly releaseObjection: boolean;
  /** Statement for the record (Erklärung zu Protokoll), when the party makes one. */
  readonly statementText?: string | null;
  readonly reason?: string | null;
}

type Form = GiveWrittenForm & { readonly party: PartyCode };
export type FormAction = 'giveWrittenVote' | 'giveWrittenVoteOnBehalf';

/** Vote, release vote and statement in one form and one transaction. The procedure's own row is not touched: 17 may act at once. */
@Injectable()
export class GiveWrittenFormHandler {
  constructor(
    private readonly acts: WrittenProcedureActs,
    private readonly held: HeldProcedures,
    private readonly giveVote: GiveVoteHandler,
    private readonly releaseVotes: ReleaseVotes,
    private readonly statements: WrittenStatements,
  ) {}

  async execute(actor: Actor, action: FormAction, input: GiveWrittenForm): Promise<ProcedureAnswer> {
    const { party } = input;
    if (!isPartyCode(party)) return unknownParty;
    return this.acts.inTime(actor, (tx) => this.give(tx, actor, action, { ...input, party }));
  }

  private async give(tx: Tx, actor: Actor, action: FormAction, form: Form): Promise<ProcedureAnswer> {
    const statementText = (form.statementText ?? '').trim();
    // A statement locks its topic; so that acts cannot block each other, the topic is always locked first.
    const shared =
      statementText === '' ? await this.held.share(tx, form.procedureId) : await this.held.hold(tx, form.procedureId);
    if (shared === null) return unknownProcedure;
    const now = this.acts.now();
    const { procedure, topic } = shared;
    const decision = decide(procedure, action, contextFor(actor, { topic, now, input: form }));
    if (!decision.ok) return decision;
    const { ballot } = await this.held.voteOf(tx, procedure);
    const { party, choice, textHash, reason = null } = form;
    const vote = await this.giveVote.giveInTx(
      tx,
      actor,
      action === 'giveWrittenVote' ? 'castVote' : 'recordVoteOnBehalf',
      { ballotId: ballot.id, party, choice, textHash, reason },
    );
    if (!vote.ok) return vote;
    await this.addReleaseVote(tx, actor, { procedure, ballotId: ballot.id, form, decision, now });
    const refusal = await this.declare(tx, actor, { procedure, form, decision, statementText });
    if (refusal !== null) return refusal;
    await this.held.noteForm(tx, actor, shared, decision, now);
    return { ok: true, procedure };
  }

  private async declare(
    tx: Tx,
    actor: Actor,
    { procedure, form, decision, statementText: text }: DeclaringForm,
  ): Promise<Refused | null> {
    if (text === '') return null;
    const { capacity, reason } = decision.events[0];
    const isOnBehalf = capacity === 'SECRETARIAT';
    return this.statements.declare(tx, actor, { procedure, party: form.party, text, isOnBehalf, reason });
  }

  /** Each form says yes or no to the release, so that the row itself tells nothing. */
  private async addReleaseVote(tx: Tx, actor: Actor, { form, decision, ...about }: GivenForm): Promise<void> {
    const { capacity, reason } = decision.events[0];
    await this.releaseVotes.add(tx, actor, {
      ...about,
      party: form.party,
      objects: form.releaseObjection,
      isOnBehalf: capacity === 'SECRETARIAT',
      capacity,
      reason,
    });
  }
}

interface GivenForm {
  readonly procedure: StoredProcedure;
  readonly ballotId: string;
  readonly form: Form;
  readonly decision: AcceptedProcedure;
  readonly now: Date;
}

type DeclaringForm = Pick<GivenForm, 'procedure' | 'form' | 'decision'> & { readonly statementText: string };

const unknownParty = refused({ code: 'UNKNOWN_PARTY', message: 'Dieses Land gibt es nicht.', field: 'party' });
