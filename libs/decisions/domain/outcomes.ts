import type { Outcome, TopicKind } from '#glossary';
import type { Ballot } from './ballot.js';
import type { Vote } from './vote.js';
import { obstaclesTo, tallyOf } from './unanimity.js';

/** Ends of an item that need no vote. `WITHDRAWN` is missing: that is the registrant's act, not the chair's. */
const withoutVote = [
  'NOTED',
  'NO_RESOLUTION',
  'POSTPONED',
  'REFERRED_BACK',
  'REMOVED',
  'TO_WRITTEN_PROCEDURE',
] as const satisfies readonly Outcome[];

/** A fireside talk holds no documents, votes or resolutions (domain.md §5). */
const ofFireside = ['NOTED', 'NO_RESOLUTION', 'POSTPONED', 'REMOVED'] as const satisfies readonly Outcome[];

/** Nothing may be determined while votes are being cast. */
export function allowedOutcomes(
  ballot: Pick<Ballot, 'state' | 'textHash' | 'rule'>,
  votes: readonly Vote[],
): readonly Outcome[] {
  if (ballot.state !== 'CLOSED') return [];
  return isAdoptable(ballot, votes) ? ['ADOPTED', 'ADOPTED_AMENDED', ...withoutVote] : ['NOT_ADOPTED', ...withoutVote];
}

export function outcomesWithoutBallot(kind: TopicKind): readonly Outcome[] {
  return kind === 'FIRESIDE' ? ofFireside : withoutVote;
}

/** What the system proposes to the chair, who determines. */
export function proposedOutcome(ballot: Pick<Ballot, 'textHash' | 'rule'>, votes: readonly Vote[]): Outcome {
  return isAdoptable(ballot, votes) ? 'ADOPTED' : 'NOT_ADOPTED';
}

export function isAdoption(outcome: Outcome): boolean {
  return outcome === 'ADOPTED' || outcome === 'ADOPTED_AMENDED';
}

function isAdoptable({ textHash, rule }: Pick<Ballot, 'textHash' | 'rule'>, votes: readonly Vote[]): boolean {
  return obstaclesTo(tallyOf(votes, textHash), rule).length === 0;
}
