import { landCodes, type AdoptionRule, type LandCode, type VoteChoice } from '#glossary';
import type { SilenceRule } from '#conferences';
import type { Vote } from './vote.js';

/** Stored with each ballot, so that a later change of the rule leaves earlier ballots as they were. */
export interface BallotRule {
  readonly adoptionRule: AdoptionRule;
  readonly silenceRule: SilenceRule;
  /** How many Länder must say Yes at least. */
  readonly minYes: number;
}

export interface Tally {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly notCast: number;
}

export type Obstacle = 'VOTED_AGAINST' | 'VOTES_MISSING' | 'TOO_FEW_YES';

/** The vote of each Land that counts: its last one for exactly this text. */
export function countingVotes(votes: readonly Vote[], textHash: string): ReadonlyMap<LandCode, Vote> {
  const counting = new Map<LandCode, Vote>();
  for (const vote of votes) {
    const earlier = counting.get(vote.party);
    if (vote.textHash !== textHash || (earlier !== undefined && earlier.version > vote.version)) continue;
    counting.set(vote.party, vote);
  }
  return counting;
}

export function tallyOf(votes: readonly Vote[], textHash: string): Tally {
  const counting = [...countingVotes(votes, textHash).values()];
  const count = (choice: VoteChoice) => counting.filter((vote) => vote.choice === choice).length;
  return { yes: count('YES'), no: count('NO'), abstain: count('ABSTAIN'), notCast: landCodes.length - counting.length };
}

/**
 * What stands between the text and its adoption; nothing does exactly when no Land said No (where unanimity is agreed
 * on), the votes are complete by the rule for silence, and enough said Yes.
 */
export function obstaclesTo(
  { yes, no, notCast }: Tally,
  { adoptionRule, silenceRule, minYes }: BallotRule,
): readonly Obstacle[] {
  const consenting = silenceRule === 'SILENCE_IS_CONSENT' ? yes + notCast : yes;
  const obstacles: Obstacle[] = [];
  if (adoptionRule === 'UNANIMITY' && no > 0) obstacles.push('VOTED_AGAINST');
  if (silenceRule === 'ALL_MUST_VOTE' && notCast > 0) obstacles.push('VOTES_MISSING');
  if (consenting < minYes) obstacles.push('TOO_FEW_YES');
  return obstacles;
}
