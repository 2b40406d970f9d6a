import type { Outcome } from '#glossary';
import type { AcceptedBallot } from './ballot-decision.js';
import type { BlockItem } from './block.js';
import { isAdoption } from './outcomes.js';

/** A clause as it stands in the adopted text. */
export interface ResolutionClause {
  readonly id: string;
  readonly number: string | null;
  readonly text: string;
  readonly children: readonly ResolutionClause[];
}

/** A resolution (Beschluss): the text as adopted, for ever. */
export interface Resolution {
  readonly id: string;
  readonly topicId: string;
  /** Null for a resolution of the archive: its votes were never kept here. */
  readonly ballotId: string | null;
  readonly outcome: Outcome;
  readonly clauses: readonly ResolutionClause[];
  readonly textHash: string;
  /** ISO day in Berlin. */
  readonly adoptedOn: string;
  readonly itemNumber: string | null;
  /** The session in which it was adopted; null in writing, and for a resolution of the archive. */
  readonly sessionId: string | null;
  /** Null when it was adopted in a session. */
  readonly writtenProcedureId: string | null;
  /** "3/2026", as in "Umlaufbeschluss 3/2026". */
  readonly writtenProcedureNumber: string | null;
}

/** What the resolution takes from outside the ballot. */
export interface ResolutionText {
  readonly id: string;
  readonly adoptedOn: string;
  readonly itemNumber: string | null;
  readonly writtenProcedureNumber?: string | null;
  readonly proposalVersionId: string;
  readonly textHash: string;
  readonly clauses: readonly ResolutionClause[];
}

export const RESOLUTION_ADOPTED = 'resolution.adopted';
/** Taken from the archive. Nobody is told of what everybody has known for years. */
export const RESOLUTION_IMPORTED = 'resolution.imported';

/** The resolution that a determined ballot brings about; null for every outcome but adoption. */
export function resolutionOf({ ballot }: AcceptedBallot, text: ResolutionText): Resolution | null {
  if (ballot.state !== 'DETERMINED' || ballot.outcome === null || !isAdoption(ballot.outcome)) return null;
  if (text.proposalVersionId !== ballot.proposalVersionId || text.textHash !== ballot.textHash) {
    throw new Error('A resolution can only have the text that was voted on');
  }
  const { id, adoptedOn, itemNumber, clauses, textHash, writtenProcedureNumber = null } = text;
  return {
    id,
    topicId: topicOf(ballot),
    ballotId: ballot.id,
    outcome: ballot.outcome,
    clauses,
    textHash,
    adoptedOn,
    itemNumber,
    sessionId: ballot.sessionId,
    writtenProcedureId: ballot.writtenProcedureId,
    writtenProcedureNumber,
  };
}

/** One item of an adopted block, as if it had been voted on alone: each gets a resolution of its own. */
export function partOfBlock(decision: AcceptedBallot, item: BlockItem, outcome: Outcome): AcceptedBallot {
  const { topicId, proposalVersionId, textHash } = item;
  return { ...decision, ballot: { ...decision.ballot, topicId, proposalVersionId, textHash, outcome } };
}

function topicOf({ topicId }: AcceptedBallot['ballot']): string {
  if (topicId === null) throw new Error('A block has no resolution; its items have');
  return topicId;
}

/** The resolution of a topic that the archive knows as decided; null for every outcome but adoption. */
export function archivedResolutionOf(
  { id: topicId, outcome, proposalVersionId, proposalTextHash }: DecidedTopic,
  { id, adoptedOn, itemNumber, clauses, textHash, ...version }: ResolutionText,
): Resolution | null {
  if (outcome === null || !isAdoption(outcome)) return null;
  if (version.proposalVersionId !== proposalVersionId || textHash !== proposalTextHash) {
    throw new Error('A resolution can only have the text the topic was decided with');
  }
  const inSession = { sessionId: null, writtenProcedureId: null, writtenProcedureNumber: null };
  return { id, topicId, ballotId: null, outcome, clauses, textHash, adoptedOn, itemNumber, ...inSession };
}

interface DecidedTopic {
  readonly id: string;
  readonly outcome: Outcome | null;
  readonly proposalVersionId: string | null;
  readonly proposalTextHash: string | null;
}
