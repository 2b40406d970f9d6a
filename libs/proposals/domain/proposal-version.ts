import type { ProposalStage, TopicState } from '#glossary';
import type { Clause } from './clause.js';

/** One immutable text of a proposed resolution (Fassung). An edit writes the next one. */
export interface ProposalVersion {
  readonly id: string;
  readonly topicId: string;
  /** 1, 2, 3 … per topic. */
  readonly number: number;
  readonly stage: ProposalStage;
  readonly clauses: readonly Clause[];
  readonly textHash: string;
  readonly authorName: string;
  readonly createdAt: Date;
}

/** The stage in which a text is written, by where the topic stands. */
export function stageOf(state: TopicState): ProposalStage {
  switch (state) {
    case 'DRAFT':
    case 'SUBMITTED':
    case 'RETURNED':
    case 'ACCEPTED':
    case 'WITHDRAWN':
    case 'MERGED':
      return 'REGISTRATION';
    case 'IN_COMMITTEE':
    case 'CONCLUDED':
      return 'COMMITTEE_DRAFT';
    case 'IN_PRE_CONFERENCE':
      return 'PRE_CONFERENCE';
    case 'IN_MAIN_CONFERENCE':
    case 'IN_WRITTEN_PROCEDURE':
      return 'FINAL';
    case 'DECIDED':
      return 'AS_ADOPTED';
  }
}
