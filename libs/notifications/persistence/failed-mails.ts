import { Injectable } from '@nestjs/common';
import type { FailedMailState, MailFault } from '#glossary';
import { OFFICE_AUDIENCE } from '#organisation';
import { appendHistory, SYSTEM_AUDIENCE, type ReadTx, type Tx } from '#platform/database';
import { answerOf, faultOf } from '../domain/mail-fault.js';

export interface GivenUpMail {
  /** Of the notification or the digest. */
  readonly id: string;
  readonly kind: string;
  readonly personId: string;
  readonly address: string;
}

export interface FailedMail extends GivenUpMail {
  readonly personName: string;
  readonly fault: MailFault;
  readonly answer: string;
  readonly state: FailedMailState;
  readonly failedAt: Date;
  readonly revision: number;
}

export const failedMailColumns = `failed_mails.id, kind, person_id AS "personId", coalesce(people.name, '') AS "personName",
  address, fault, answer, state, failed_at AS "failedAt", revision`;

const AUDIENCE = [SYSTEM_AUDIENCE, OFFICE_AUDIENCE.SECRETARIAT];
const by = { actorName: 'System', capacity: 'SYSTEM', reason: null };

/** Mails that were given up. Seen by the secretariat alone. */
@Injectable()
export class FailedMails {
  async find(tx: ReadTx, id: string): Promise<FailedMail | null> {
    const [mail] = await tx.query<FailedMail>(
      `SELECT ${failedMailColumns} FROM failed_mails LEFT JOIN people ON people.id = person_id WHERE failed_mails.id = $1`,
      [id],
    );
    return mail ?? null;
  }

  async giveUp(tx: Tx, { id, kind, personId, address }: GivenUpMail, error: Error, now: Date): Promise<void> {
    const noted = await tx.execute(
      `INSERT INTO failed_mails (id, kind, person_id, address, fault, answer, state, failed_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'FAILED', $7)
       ON CONFLICT ON CONSTRAINT failed_mails_once DO UPDATE SET state = 'FAILED', address = excluded.address,
         fault = excluded.fault, answer = excluded.answer, failed_at = excluded.failed_at, revision = failed_mails.revision + 1
         WHERE failed_mails.state <> 'SENT'`,
      [id, kind, personId, address, faultOf(error), answerOf(error), now],
    );
    if (noted > 0) await this.tell(tx, id, 'failedMail.givenUp', now);
  }

  /** Of a mail that was given up before. */
  async noteSent(tx: Tx, id: string, now: Date): Promise<void> {
    const sent = await tx.execute(
      `UPDATE failed_mails SET state = 'SENT', revision = revision + 1 WHERE id = $1 AND state <> 'SENT'`,
      [id],
    );
    if (sent > 0) await this.tell(tx, id, 'failedMail.sent', now);
  }

  /** Back under way; false when somebody else was faster. The history tells the jobs, and names who asked. */
  async retry(tx: Tx, id: string, actorName: string, now: Date): Promise<boolean> {
    const taken = await tx.asSystem((system) =>
      system.execute(
        `UPDATE failed_mails SET state = 'PENDING', revision = revision + 1 WHERE id = $1 AND state = 'FAILED'`,
        [id],
      ),
    );
    if (taken === 0) return false;
    await this.tell(tx, id, 'failedMail.retried', now, { actorName, capacity: 'SECRETARIAT', reason: null });
    return true;
  }

  private async tell(tx: Tx, recordId: string, type: string, occurredAt: Date, who = by): Promise<void> {
    await appendHistory(tx, AUDIENCE, [{ type, recordKind: 'failedMail', recordId, ...who, occurredAt, data: {} }]);
  }
}
