import { partyCodes, partyNames } from '#glossary';
import { Notifications } from '#notifications';
import { Offices } from '#organisation';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { BUND_POSITION_STATED } from '../../domain/ballot-decision.js';

/** Whoever speaks for a party hears what the secretariat recorded in its name, and can object while there is time. */
@EventJob({ name: 'notify-party-of-recorded-vote', on: ['vote.recordedOnBehalf', BUND_POSITION_STATED] })
export class NotifyPartyOfRecordedVoteJob implements EventJobHandler {
  constructor(
    private readonly offices: Offices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, data }: OutboxMessage): Promise<void> {
    const party = partyCodes.find((each) => each === data['party']);
    if (party === undefined || data['isOnBehalf'] !== true) return;
    const holders = await this.offices.membersOf(tx, { role: 'PARTY_COORDINATOR', party });
    const because = `im Namen Ihrer Stelle gehandelt wurde: ${partyNames[party]}`;
    const recipients = holders.map(({ personId }) => ({ personId, because }));
    const about = { messageId: id, kind: 'vote-recorded', recordKind: 'ballot' } as const;
    await this.notifications.notify(tx, { ...about, recordId: String(data['ballotId']), recipients });
  }
}
