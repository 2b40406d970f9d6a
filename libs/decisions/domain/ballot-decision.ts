import { BUND, type BallotState, type PartyCode, type VoteChoice } from '#glossary';
import { permit, refused, type Permitted, type Refused } from '#platform/lifecycle';
import { ballotLifecycle, type BallotAction } from './ballot-lifecycle.js';
import type { Ballot } from './ballot.js';
import type { BallotContext } from './ballot-context.js';

export interface BallotEvent {
  readonly type: string;
  readonly recordKind: 'ballot' | 'vote';
  readonly capacity: string;
  readonly reason: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What a Land voted, or which position the Bund took; they are stored apart. */
export interface GivenVote {
  readonly party: PartyCode;
  readonly choice: VoteChoice;
  readonly textHash: string;
  readonly isOnBehalf: boolean;
}

export interface AcceptedBallot {
  readonly ok: true;
  readonly ballot: Ballot & { readonly state: BallotState };
  readonly vote: GivenVote | null;
  readonly events: readonly [BallotEvent, ...BallotEvent[]];
}

/** The Bund speaks and has no vote, so its position is not called one. */
export const BUND_POSITION_STATED = 'bundPosition.stated';

/** The next ballot and what happened, or every reason against it. Pure: nothing is saved. */
export function decide(ballot: Ballot, action: BallotAction, context: BallotContext): AcceptedBallot | Refused {
  if (isVoting(action) && ballot.state === 'SUPERSEDED') return textChanged;
  if (isVoting(action) && ballot.state !== 'OPEN') return ballotClosed(ballot);
  if ((action === 'recordTopicOutcome' || action === 'recordBlockOutcome') && ballot.state === 'OPEN')
    return ballotStillOpen;
  const verdict = permit(ballotLifecycle, ballot, action, context);
  if (!verdict.ok) return verdict;
  const vote = isVoting(action) ? givenVote(action, context) : null;
  const next = { ...ballot, ...changes(ballot, action, context), state: verdict.to };
  return { ok: true, ballot: next, vote, events: [eventOf(next, vote, verdict, context)] };
}

function isVoting(action: BallotAction): boolean {
  return action === 'castVote' || action === 'recordVoteOnBehalf';
}

/** Says what a voter can understand; the table would only say that the state is wrong. */
function ballotClosed({ state }: Ballot): Refused {
  return refused({ code: 'BALLOT_CLOSED', message: 'Die Abstimmung ist geschlossen.', details: { state } });
}

/** No vote is carried over to another text. */
const textChanged = refused({
  code: 'BALLOT_SUPERSEDED',
  message: 'Der Text wurde am Tisch geändert. Bitte lesen Sie die neue Fassung und stimmen Sie über sie ab.',
});

const ballotStillOpen = refused({
  code: 'BALLOT_OPEN',
  message: 'Die Abstimmung läuft noch. Bitte schließen Sie sie zuerst.',
});

function givenVote(action: BallotAction, { input }: BallotContext): GivenVote {
  const { party, choice, textHash } = input ?? {};
  if (party === undefined || choice === undefined || textHash === undefined)
    throw new Error('A permitted vote was incomplete');
  return { party, choice, textHash, isOnBehalf: action === 'recordVoteOnBehalf' };
}

/** A vote is a row of its own and leaves the ballot as it is: 16 Länder may vote in the same second. */
function changes({ revision, closedAt }: Ballot, action: BallotAction, { now, input }: BallotContext): Partial<Ballot> {
  switch (action) {
    case 'openBallot':
    case 'openBlockBallot':
      return { openedAt: now, revision: revision + 1 };
    case 'castVote':
    case 'recordVoteOnBehalf':
      return {};
    case 'closeBallot':
      return { closedAt: now, revision: revision + 1 };
    case 'changeTextAtTable':
    case 'dissolveBlock':
      return { closedAt: closedAt ?? now, revision: revision + 1 };
    case 'recordBlockOutcome':
      return { determinedAt: now, outcome: 'ADOPTED', revision: revision + 1 };
    case 'recordTopicOutcome':
      return { determinedAt: now, outcome: input?.outcome ?? null, revision: revision + 1 };
  }
}

function eventOf(
  ballot: Ballot,
  vote: GivenVote | null,
  { emits, capacity }: Permitted<string, string>,
  { input }: BallotContext,
): BallotEvent {
  const text = (input?.reason ?? '').trim();
  const reason = text === '' ? null : text;
  const { id: ballotId, topicId, agendaId, textHash } = ballot;
  const about = { ballotId, ...(topicId === null ? { agendaId } : { topicId }), textHash };
  if (vote === null) {
    const outcome = ballot.outcome === null ? {} : { outcome: ballot.outcome };
    return { type: emits, recordKind: 'ballot', capacity, reason, data: { ...about, ...outcome } };
  }
  const type = vote.party === BUND ? BUND_POSITION_STATED : emits;
  const { party, choice, isOnBehalf } = vote;
  return { type, recordKind: 'vote', capacity, reason, data: { ...about, party, choice, isOnBehalf } };
}
