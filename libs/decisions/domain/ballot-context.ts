import type { Capacity, Outcome, PartyCode, VoteChoice } from '#glossary';
import type { DecisionContext } from '#platform/lifecycle';
import type { BallotTopic } from './ballot.js';
import type { Block } from './block.js';
import type { Vote } from './vote.js';

/** What a person gives along with an action. */
export interface BallotActionInput {
  readonly party?: PartyCode | undefined;
  readonly choice?: VoteChoice | undefined;
  readonly textHash?: string | undefined;
  readonly reason?: string | null | undefined;
  readonly outcome?: Outcome | undefined;
}

export interface BallotContext extends DecisionContext<Capacity> {
  /** Whether its written procedure acts, which says itself when a vote in writing begins and ends. */
  readonly isWithinProcedure?: boolean;
  /** Parties the person votes for; the Bund's position counts as one here. */
  readonly ownParties: readonly PartyCode[];
  /** Whether the Land that a vote is given for has the right to vote (right `mayVote`). */
  readonly partyMayVote: boolean;
  readonly votes: readonly Vote[];
  /** Hash of the text of the final papers, as far as it is known. */
  readonly finalTextHash?: string | null;
  /** Only needed to open a ballot. */
  readonly topic: BallotTopic | null;
  /** Only needed to open or to determine a block. */
  readonly block?: Block;
  /** Null while only asking which actions are available: then nothing that a person still has to enter is missing. */
  readonly input: BallotActionInput | null;
}
