import { Injectable } from '@nestjs/common';
import type { PartyCode, VoteChoice } from '#glossary';
import { capacitiesOn, isPartyCode, partiesActedFor, WHOLE_CONFERENCE, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { refused, type Refused } from '#platform/lifecycle';
import { decide } from './domain/ballot-decision.js';
import { Ballots, type StoredBallot } from './persistence/ballot.repository.js';
import { Representatives } from './persistence/representatives.js';
import { Votes } from './persistence/vote.repository.js';

export interface GiveVote {
  readonly ballotId: string;
  /** Code of a Land or BUND. */
  readonly party: string;
  readonly choice: VoteChoice;
  readonly textHash: string;
  readonly reason?: string | null;
}

export type BallotAnswer = { readonly ok: true; readonly ballot: StoredBallot } | Refused;

/** Adds a vote, given by the party itself or recorded by the secretariat. The ballot's own row is not touched. */
@Injectable()
export class GiveVoteHandler {
  constructor(
    private readonly database: Database,
    private readonly ballots: Ballots,
    private readonly votes: Votes,
    private readonly representatives: Representatives,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, action: 'castVote' | 'recordVoteOnBehalf', input: GiveVote): Promise<BallotAnswer> {
    const { party } = input;
    if (!isPartyCode(party)) return unknownParty;
    const vote = { ...input, party, isWithinProcedure: false };
    return this.database.write(actor, (tx) => this.give(tx, actor, action, vote));
  }

  /** As part of the form of a written procedure, in its transaction; the caller rolls back on a refusal. */
  async giveInTx(
    tx: Tx,
    actor: Actor,
    action: 'castVote' | 'recordVoteOnBehalf',
    input: GiveVote & { readonly party: PartyCode },
  ): Promise<BallotAnswer> {
    return this.give(tx, actor, action, { ...input, isWithinProcedure: true });
  }

  private async give(
    tx: Tx,
    actor: Actor,
    action: 'castVote' | 'recordVoteOnBehalf',
    { isWithinProcedure, ...input }: GiveVote & { readonly party: PartyCode; readonly isWithinProcedure: boolean },
  ): Promise<BallotAnswer> {
    const now = this.clock.now();
    const ballot = await this.ballots.shareForVote(tx, input.ballotId, input.party, now);
    if (ballot === null) return unknownBallot;
    const decision = decide(ballot, action, {
      now,
      capacities: capacitiesOn(actor, WHOLE_CONFERENCE),
      ownParties: partiesActedFor(actor, 'PARTY_COORDINATOR'),
      partyMayVote: ballot.partyMayVote,
      votes: [],
      topic: null,
      isWithinProcedure,
      input,
    });
    if (!decision.ok) return decision;
    const { vote, events } = decision;
    if (vote === null) throw new Error('A vote was permitted and not given');
    const representedBy = await this.representatives.representativeOf(tx, ballot, input.party, now);
    const added = await this.votes.add(tx, actor, { ballot, vote, event: events[0], representedBy, now });
    return added ? { ok: true, ballot } : votedMeanwhile;
  }
}

export const unknownBallot = refused({
  code: 'NOT_FOUND',
  message: 'Die Abstimmung gibt es nicht, oder Sie dürfen sie nicht sehen.',
  field: 'ballotId',
});
export function ballotChangedMeanwhile({ revision }: StoredBallot): Refused {
  const message = 'Die Abstimmung wurde inzwischen geändert. Bitte laden Sie sie neu.';
  return refused({ code: 'CHANGED_MEANWHILE', message, details: { revision } });
}
const unknownParty = refused({ code: 'UNKNOWN_PARTY', message: 'Dieses Land gibt es nicht.', field: 'party' });
const votedMeanwhile = refused({
  code: 'CHANGED_MEANWHILE',
  message:
    'Für dieses Land wurde im selben Augenblick eine andere Stimme abgegeben. Bitte laden Sie die Abstimmung neu.',
});
