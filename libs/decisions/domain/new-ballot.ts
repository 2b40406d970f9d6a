import type { Ballot, BallotTopic } from './ballot.js';

/** What a ballot is about, and how it is taken. */
export type BallotSubject = Pick<
  Ballot,
  'kind' | 'agendaItemId' | 'writtenProcedureId' | 'supersedesId' | 'rule' | 'closesAt'
>;

/** A ballot before it is opened. Without a text it will not be; the lifecycle says so. */
export function newBallot(
  id: string,
  { id: topicId, proposalVersionId, textHash }: BallotTopic,
  { subject, now }: { readonly subject: BallotSubject; readonly now: Date },
): Ballot {
  return {
    ...subject,
    id,
    topicId,
    proposalVersionId: proposalVersionId ?? '',
    textHash: textHash ?? '',
    state: 'NEW',
    outcome: null,
    openedAt: now,
    closedAt: null,
    determinedAt: null,
    revision: 0,
  };
}

/** The vote on an item in a session: the chair ends it. */
export function onItem(agendaItemId: string): Omit<BallotSubject, 'rule'> {
  return { kind: 'ITEM', agendaItemId, writtenProcedureId: null, supersedesId: null, closesAt: null };
}
