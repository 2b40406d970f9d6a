import type { Capacity, PublicationState } from '#glossary';
import type { DecisionContext } from '#platform/lifecycle';
import type { PublicationReport } from './publication-report.js';

/** Something of a conference becoming public: prepared by one person, approved by another (Vier-Augen-Prinzip). */
export interface Publication {
  readonly id: string;
  readonly conferenceId: string;
  readonly state: PublicationState | 'NEW';
  readonly report: PublicationReport;
  /** Person. */
  readonly preparedBy: string;
  readonly preparedByName: string;
  readonly preparedAt: Date;
  /** Another person. */
  readonly approvedBy: string | null;
  readonly approvedByName: string | null;
  readonly approvedAt: Date | null;
  readonly revision: number;
}

export interface PublicationContext extends DecisionContext<Capacity> {
  readonly person: { readonly id: string; readonly name: string } | null;
  /** What the report would say now; null while only asking which actions are available. */
  readonly reportNow: PublicationReport | null;
  /** Is one prepared and waiting to be approved? */
  readonly isAnotherPrepared: boolean;
  /** Null while only asking. */
  readonly input: { readonly reason?: string | undefined } | null;
}
