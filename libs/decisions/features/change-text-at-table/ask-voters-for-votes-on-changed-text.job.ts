import { Notifications } from '#notifications';
import { Offices } from '#organisation';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { Ballots } from '../../persistence/ballot.repository.js';
import { Votes } from '../../persistence/vote.repository.js';

/** Tells those who voted on the earlier text that their vote does not count for the new one. */
@EventJob({ name: 'ask-voters-for-votes-on-changed-text', on: ['ballot.superseded'] })
export class AskVotersForVotesOnChangedTextJob implements EventJobHandler {
  constructor(
    private readonly ballots: Ballots,
    private readonly votes: Votes,
    private readonly offices: Offices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, recordId: ballotId }: OutboxMessage): Promise<void> {
    const next = (await this.ballots.successorsOf(tx, [ballotId])).get(ballotId);
    if (next === undefined) return;
    const votes = (await this.votes.votesByBallots(tx, [ballotId])).get(ballotId) ?? [];
    const bund = (await this.votes.bundPositionsByBallots(tx, [ballotId])).has(ballotId) ? (['BUND'] as const) : [];
    const recipients = [];
    for (const party of new Set([...votes.map((vote) => vote.party), ...bund])) {
      for (const { personId } of await this.offices.membersOf(tx, { role: 'PARTY_COORDINATOR', party })) {
        recipients.push({ personId, because: 'Sie über die frühere Fassung abgestimmt haben' });
      }
    }
    const about = { messageId: id, kind: 'vote-superseded', recordKind: 'ballot', recordId: next.id } as const;
    await this.notifications.notify(tx, { ...about, recipients });
  }
}
