import type { Ballot, BallotTopic } from './ballot.js';

/** What a ballot is about, and how it is taken. */
export type BallotSubject = Pick<
  Ballot,
  'kind' | 'agendaItemId' | 'writtenProcedureId' | 'sessionId' | 'supersedesId' | 'rule' | 'closesAt'
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
    agendaId: null,
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

/** The vote on a consent list as a block. */
export function newBlockBallot(
  id: string,
  { agendaId, sessionId, textHash, rule }: Pick<Ballot, 'agendaId' | 'sessionId' | 'textHash' | 'rule'>,
  now: Date,
): Ballot {
  return {
    id,
    kind: 'BLOCK',
    agendaId,
    sessionId,
    textHash,
    rule,
    topicId: null,
    agendaItemId: null,
    writtenProcedureId: null,
    supersedesId: null,
    proposalVersionId: null,
    closesAt: null,
    state: 'NEW',
    outcome: null,
    openedAt: now,
    closedAt: null,
    determinedAt: null,
    revision: 0,
  };
}

/** The vote on an item in a session, null as long as none is held: the chair ends it. */
export function onItem(agendaItemId: string, sessionId: string | null): Omit<BallotSubject, 'rule'> {
  return { kind: 'ITEM', agendaItemId, sessionId, writtenProcedureId: null, supersedesId: null, closesAt: null };
}
