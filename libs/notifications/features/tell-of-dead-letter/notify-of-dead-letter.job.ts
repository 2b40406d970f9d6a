import { v5 as uuidv5 } from 'uuid';
import { Offices } from '#organisation';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { findMessage, JOB_GIVEN_UP } from '#platform/outbox';
import { Notifications } from '../../persistence/notifications.js';

/** Any UUID, the same for ever. */
const DEAD_LETTERS = '0d0a3b5e-7f0c-4c55-9d0b-2d0b6f1c7a94';
const HOUR = 60 * 60 * 1000;

/**
 * Tells the technicians that a job was given up; how many there are is on their page. Many are often given up for one
 * reason: at most once for each job and hour, for the message's id is made of them.
 */
@EventJob({ name: 'notify-of-dead-letter', on: [JOB_GIVEN_UP] })
export class NotifyOfDeadLetterJob implements EventJobHandler {
  constructor(
    private readonly offices: Offices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { recordId, data, occurredAt }: OutboxMessage): Promise<void> {
    const { jobName, outboxId } = data;
    if (typeof jobName !== 'string' || typeof outboxId !== 'string') return;
    // A mail about mails that fail would fail too.
    if ((await findMessage(tx, outboxId))?.data['kind'] === 'job-given-up') return;
    const messageId = uuidv5(`${jobName} ${Math.floor(occurredAt.getTime() / HOUR)}`, DEAD_LETTERS);
    const technicians = await this.offices.membersOf(tx, { role: 'ADMIN' });
    const recipients = technicians.map(({ personId }) => ({ personId, because: 'Sie die Anlage technisch betreuen' }));
    const about = { messageId, recordKind: 'installation', recordId } as const;
    await this.notifications.notify(tx, { ...about, kind: 'job-given-up', recipients });
  }
}
