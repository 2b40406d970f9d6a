import type { Capacity, CorrectionState } from '#glossary';
import type { DecisionContext, Refusal } from '#platform/lifecycle';
import type { ResolutionClause } from './resolution.js';

/** A correction (Berichtigung) of a resolution after its adoption: a whole text of its own. */
export interface Correction {
  readonly id: string;
  readonly resolutionId: string;
  readonly topicId: string;
  /** 1, 2, 3 … per resolution, given when it is confirmed. */
  readonly number: number | null;
  readonly clauses: readonly ResolutionClause[];
  readonly textHash: string;
  /** What was wrong. */
  readonly reason: string;
  readonly state: CorrectionState | 'NEW';
  readonly proposedAt: Date;
  readonly proposedBy: string;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  /** Why it was rejected. */
  readonly answer: string | null;
  readonly revision: number;
}

/** The resolution a correction is about, as far as a decision depends on it. */
export interface CorrectedResolution {
  /** Hash of the text that stands: as adopted, or as corrected last. */
  readonly textHash: string;
  readonly confirmedCorrections: number;
  readonly isCorrectionProposed: boolean;
}

export interface CorrectionContext extends DecisionContext<Capacity> {
  readonly actorName: string;
  readonly resolution: CorrectedResolution;
  /** Faults of the text as it was entered. */
  readonly faults: readonly Refusal[];
  /** Null while only asking which actions are available. */
  readonly input: { readonly reason?: string | null | undefined; readonly textHash?: string | undefined } | null;
}
