import type { AgendaItemState, AgendaList, Classification, Outcome, TopicKind, TopicState } from '#glossary';
import type { Ballot, BallotTopic } from './ballot.js';
import type { BlockPart } from './block.js';

interface Topic {
  readonly id: string;
  readonly kind: TopicKind;
  readonly state: TopicState;
  readonly proposalVersionId: string | null;
  readonly proposalTextHash: string | null;
}

interface Voted<Known> {
  readonly topic: Topic;
  readonly item: { readonly id: string; readonly state: AgendaItemState; readonly isOfMainConference: boolean } | null;
  readonly latestBallot: Known | null;
}

/** A topic as the rules of a ballot see it. */
export function ballotTopicOf({ topic, item, latestBallot }: Voted<Ballot>): BallotTopic {
  const { id, kind, state, proposalVersionId, proposalTextHash } = topic;
  const isOnAgenda = item?.state === 'PLACED';
  const isOnBodyAgenda = item !== null && !item.isOfMainConference;
  const text = { proposalVersionId, textHash: proposalTextHash };
  return { id, kind, state, ...text, isOnAgenda, isOnBodyAgenda, latestBallot };
}

interface ListedTopic extends Topic {
  readonly title: string;
  readonly classification: Classification;
}

interface ListedItem {
  readonly id: string;
  readonly number: string | null;
  readonly state: AgendaItemState;
  readonly isOfMainConference: boolean;
  readonly outcome: Outcome | null;
}

/** The same as one item of a block. */
export function blockPartOf(
  { topic, item, latestBallot }: { topic: ListedTopic; item: ListedItem | null; latestBallot: Ballot | null },
  votedTextHash: string | null = null,
): BlockPart {
  const number = item?.number ?? null;
  return {
    name: number === null ? `„${topic.title}“` : `TOP ${number}`,
    topic: ballotTopicOf({ topic, item, latestBallot }),
    isRestricted: topic.classification === 'RESTRICTED' || topic.classification === 'VS_NFD',
    outcome: item?.outcome ?? null,
    votedTextHash,
  };
}

/** A topic that has left the conference meanwhile is no part of its block, though its item may still be on the list. */
export function isStillHere({ state }: { readonly state: TopicState }): boolean {
  return state === 'IN_PRE_CONFERENCE' || state === 'IN_MAIN_CONFERENCE';
}

/** Whether an item is on the consent list and not decided yet. */
export function isOpenConsent(item: {
  readonly list: AgendaList;
  readonly state: AgendaItemState;
  readonly outcome: Outcome | null;
  readonly topicDepartedAt: Date | null;
}): boolean {
  return item.list === 'CONSENT' && item.state === 'PLACED' && item.outcome === null && item.topicDepartedAt === null;
}

/**
 * The ballot whose result is to be determined: on the item as it stands now, alone or in a block, or in writing. What was voted on at an
 * earlier conference is determined already, or left behind.
 */
export function pendingBallotOf<Known extends Ballot>({ topic, item, latestBallot }: Voted<Known>): Known | null {
  if (latestBallot === null || (latestBallot.state !== 'OPEN' && latestBallot.state !== 'CLOSED')) return null;
  const isInWriting = topic.state === 'IN_WRITTEN_PROCEDURE';
  const isOnItem = latestBallot.kind === 'BLOCK' || latestBallot.agendaItemId === item?.id;
  const isPending = isInWriting ? latestBallot.kind === 'WRITTEN_PROCEDURE' : isOnItem;
  return isPending ? latestBallot : null;
}
