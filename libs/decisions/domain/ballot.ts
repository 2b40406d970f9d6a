import type { BallotKind, BallotState, Outcome, TopicKind, TopicState } from '#glossary';
import type { BallotRule } from './unanimity.js';

/**
 * The vote on one agenda item, on a text in writing, or on a block of items at once. It is taken on one text, identified
 * by its hash; the hash of a block stands for the texts of all its items.
 */
export interface Ballot {
  readonly id: string;
  readonly kind: BallotKind;
  /** Null for a block, which is about many. */
  readonly topicId: string | null;
  /** The agenda whose consent list is voted on as a block; null for all others. */
  readonly agendaId: string | null;
  /** Null unless it is about an item. */
  readonly agendaItemId: string | null;
  /** Null unless it is taken in writing. */
  readonly writtenProcedureId: string | null;
  /** The session in which it was opened; null in writing. */
  readonly sessionId: string | null;
  /** The ballot on the earlier text, when the text was changed at the table. Its votes do not count here. */
  readonly supersedesId: string | null;
  /** Null for a block. */
  readonly proposalVersionId: string | null;
  readonly textHash: string;
  readonly rule: BallotRule;
  readonly state: BallotState | 'NEW';
  readonly outcome: Outcome | null;
  readonly openedAt: Date;
  /** No vote is accepted at this instant or later; null when the chair alone ends the vote. */
  readonly closesAt: Date | null;
  readonly closedAt: Date | null;
  readonly determinedAt: Date | null;
  readonly revision: number;
}

/** The topic a ballot is about, as far as opening one depends on it. */
export interface BallotTopic {
  readonly id: string;
  readonly kind: TopicKind;
  readonly state: TopicState;
  readonly proposalVersionId: string | null;
  readonly textHash: string | null;
  /** Removed items are not voted on. */
  readonly isOnAgenda: boolean;
  /** The item stands on the agenda of another body than the main conference, which alone votes. */
  readonly isOnBodyAgenda: boolean;
  /** The newest ballot on this topic. */
  readonly latestBallot: Pick<Ballot, 'kind' | 'state' | 'textHash' | 'agendaItemId' | 'writtenProcedureId'> | null;
}
