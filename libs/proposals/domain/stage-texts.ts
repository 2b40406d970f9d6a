import type { ProposalStage } from '#glossary';
import type { KeptRecommendation, Topic } from '#topics';

/** A stage the topic went through, and the text it was closed with. */
export interface ClosedStage {
  readonly stage: ProposalStage;
  readonly versionId: string;
  /** The conference it was meant for then; null for the registration. */
  readonly conferenceId: string | null;
}

type Staged = Pick<Topic, 'conferenceId' | 'frozenVersions'>;

/**
 * In the order in which they were closed. A topic that was deferred or sent back goes through a stage again: what the
 * earlier round closed with is told by the recommendation it gave, the last round also by the topic itself.
 */
export function closedStages(topic: Staged, recommendations: readonly KeptRecommendation[]): readonly ClosedStage[] {
  const given = recommendations.flatMap(closedBy);
  const kept = (stage: ProposalStage, conferenceId: string | null): readonly ClosedStage[] => {
    const versionId = topic.frozenVersions[stage];
    return versionId === undefined || given.some((each) => each.stage === stage)
      ? []
      : [{ stage, versionId, conferenceId }];
  };
  const { conferenceId } = topic;
  return [
    ...kept('REGISTRATION', null),
    ...kept('COMMITTEE_ADOPTED', conferenceId),
    ...given,
    ...kept('PRE_CONFERENCE', conferenceId),
    ...kept('FINAL', conferenceId),
    ...kept('AS_ADOPTED', conferenceId),
  ];
}

/** An involved committee has its say while the lead one goes on: it closes no stage. */
function closedBy({ stage, proposalVersionId, conferenceId }: KeptRecommendation): readonly ClosedStage[] {
  if (proposalVersionId === null || stage === 'INVOLVED_COMMITTEE') return [];
  const closed = stage === 'PRE_CONFERENCE' ? 'PRE_CONFERENCE' : 'COMMITTEE_ADOPTED';
  return [{ stage: closed, versionId: proposalVersionId, conferenceId }];
}
