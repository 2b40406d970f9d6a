import type { Outcome } from '#glossary';
import type { AcceptedBallot } from './ballot-decision.js';
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
  readonly ballotId: string;
  readonly outcome: Outcome;
  readonly clauses: readonly ResolutionClause[];
  readonly textHash: string;
  /** ISO day in Berlin. */
  readonly adoptedOn: string;
  readonly itemNumber: string | null;
}

/** What the resolution takes from outside the ballot. */
export interface ResolutionText {
  readonly id: string;
  readonly adoptedOn: string;
  readonly itemNumber: string | null;
  readonly proposalVersionId: string;
  readonly textHash: string;
  readonly clauses: readonly ResolutionClause[];
}

export const RESOLUTION_ADOPTED = 'resolution.adopted';

/** The resolution that a determined ballot brings about; null for every outcome but adoption. */
export function resolutionOf({ ballot }: AcceptedBallot, text: ResolutionText): Resolution | null {
  if (ballot.state !== 'DETERMINED' || ballot.outcome === null || !isAdoption(ballot.outcome)) return null;
  if (text.proposalVersionId !== ballot.proposalVersionId || text.textHash !== ballot.textHash) {
    throw new Error('A resolution can only have the text that was voted on');
  }
  const { id, adoptedOn, itemNumber, clauses, textHash } = text;
  return {
    id,
    topicId: ballot.topicId,
    ballotId: ballot.id,
    outcome: ballot.outcome,
    clauses,
    textHash,
    adoptedOn,
    itemNumber,
  };
}
