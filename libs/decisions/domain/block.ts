import type { Outcome } from '#glossary';
import type { BallotTopic } from './ballot.js';

/** One text of a block, as it is voted on. */
export interface BlockItem {
  readonly agendaItemId: string;
  readonly topicId: string;
  readonly proposalVersionId: string;
  readonly textHash: string;
  /** Place within the block, from 1. */
  readonly position: number;
}

/** An item that is to be part of a block, or is, with its topic as it stands now. */
export interface BlockPart {
  /** "TOP 12", or its title as long as it has no number. */
  readonly name: string;
  readonly topic: BallotTopic;
  /** Not every party sees it, so not every party could vote on the block. */
  readonly isRestricted: boolean;
  /** How the item has ended already. */
  readonly outcome: Outcome | null;
  /** The text that was voted on; null before the block is opened. */
  readonly votedTextHash: string | null;
}

export interface Block {
  /** Numbers are fixed, and every party has had the chance to pull items off. */
  readonly isCirculated: boolean;
  readonly parts: readonly BlockPart[];
}
