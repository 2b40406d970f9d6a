import type { LandCode, VoteChoice } from '#glossary';

/** A vote as it was given. A changed mind is another vote; none is ever changed or taken away. */
export interface Vote {
  /** Never the Bund: it has a position, and no vote. */
  readonly party: LandCode;
  readonly choice: VoteChoice;
  /** Hash of the text that the party had before its eyes. */
  readonly textHash: string;
  /** Counts the votes of this party in this ballot, from 1. */
  readonly version: number;
}
