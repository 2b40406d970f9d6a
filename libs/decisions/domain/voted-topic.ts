import type { AgendaItemState, TopicKind, TopicState } from '#glossary';
import type { Ballot, BallotTopic } from './ballot.js';

interface Topic {
  readonly id: string;
  readonly kind: TopicKind;
  readonly state: TopicState;
  readonly proposalVersionId: string | null;
  readonly proposalTextHash: string | null;
}

interface Voted<Known> {
  readonly topic: Topic;
  readonly item: { readonly id: string; readonly state: AgendaItemState } | null;
  readonly latestBallot: Known | null;
}

/** A topic as the rules of a ballot see it. */
export function ballotTopicOf({ topic, item, latestBallot }: Voted<Ballot>): BallotTopic {
  const { id, kind, state, proposalVersionId, proposalTextHash } = topic;
  const isOnAgenda = item?.state === 'PLACED';
  return { id, kind, state, proposalVersionId, textHash: proposalTextHash, isOnAgenda, latestBallot };
}

/**
 * The ballot whose result is to be determined: on the item as it stands now, or in writing. What was voted on at an
 * earlier conference is determined already, or left behind.
 */
export function pendingBallotOf<Known extends Ballot>({ topic, item, latestBallot }: Voted<Known>): Known | null {
  if (latestBallot === null || (latestBallot.state !== 'OPEN' && latestBallot.state !== 'CLOSED')) return null;
  const isInWriting = topic.state === 'IN_WRITTEN_PROCEDURE';
  const isPending = isInWriting ? latestBallot.kind === 'WRITTEN_PROCEDURE' : latestBallot.agendaItemId === item?.id;
  return isPending ? latestBallot : null;
}
