import type { Outcome, TopicKind } from '#glossary';
import { refused, type Refused } from '#platform/lifecycle';
import type { TopicAction } from '#topics';
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

/** In writing there is nothing but the text: it is adopted or not, or the procedure itself ends otherwise. */
const inWriting = [] as const satisfies readonly Outcome[];

type Voted = Pick<Ballot, 'kind' | 'textHash' | 'rule'>;

/**
 * Nothing may be determined while votes are being cast. `finalTextHash`: the text of the final papers; null when it is
 * not known that there were any.
 */
export function allowedOutcomes(
  ballot: Voted & Pick<Ballot, 'state'>,
  votes: readonly Vote[],
  finalTextHash: string | null = null,
): readonly Outcome[] {
  if (ballot.state !== 'CLOSED' || ballot.kind === 'BLOCK') return [];
  const others = ballot.kind === 'ITEM' ? withoutVote : inWriting;
  return [proposedOutcome(ballot, votes, finalTextHash), ...others];
}

export function outcomesWithoutBallot(kind: TopicKind): readonly Outcome[] {
  return kind === 'FIRESIDE' ? ofFireside : withoutVote;
}

/** What the system proposes to the chair, who determines: amended exactly when the text differs from the final papers. */
export function proposedOutcome(
  { kind, textHash, rule }: Voted,
  votes: readonly Vote[],
  finalTextHash: string | null = null,
): Outcome {
  if (obstaclesTo(tallyOf(votes, textHash), rule).length > 0) return 'NOT_ADOPTED';
  // The text of a written procedure was frozen when it began: there is no table at which it could be changed.
  const isAmended = kind !== 'WRITTEN_PROCEDURE' && finalTextHash !== null && finalTextHash !== textHash;
  return isAmended ? 'ADOPTED_AMENDED' : 'ADOPTED';
}

export function isAdoption(outcome: Outcome): boolean {
  return outcome === 'ADOPTED' || outcome === 'ADOPTED_AMENDED';
}

/** What becomes of the topic: most outcomes end it, some send it on (domain.md §4). */
export function consequenceOf(outcome: Outcome): TopicAction {
  switch (outcome) {
    case 'POSTPONED':
      return 'deferTopic';
    case 'REFERRED_BACK':
      return 'returnTopicToCommittee';
    case 'TO_WRITTEN_PROCEDURE':
      return 'moveTopicToWrittenProcedure';
    case 'WITHDRAWN':
    case 'ADOPTED':
    case 'ADOPTED_AMENDED':
    case 'NOTED':
    case 'NO_RESOLUTION':
    case 'NOT_ADOPTED':
    case 'REMOVED':
      return 'recordTopicOutcome';
  }
}

/** Why an item on which nobody has voted cannot end like this; null when it can. */
export function refusalWithoutBallot(kind: TopicKind, outcome: Outcome): Refused | null {
  const allowed = outcomesWithoutBallot(kind);
  if (allowed.some((each) => each === outcome)) return null;
  if (isAdoption(outcome) || outcome === 'NOT_ADOPTED') return nothingVoted;
  const message = 'Dieses Ergebnis ist hier nicht möglich.';
  return refused({ code: 'OUTCOME_NOT_ALLOWED', field: 'outcome', message, details: { allowedOutcomes: allowed } });
}

const nothingVoted = refused({
  code: 'NO_BALLOT',
  field: 'outcome',
  message: 'Ohne Abstimmung wird über den Beschlussvorschlag nicht entschieden.',
});
