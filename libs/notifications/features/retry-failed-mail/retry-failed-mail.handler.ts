import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { capacitiesOn, WHOLE_CONFERENCE, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { permit, type Refusal } from '#platform/lifecycle';
import { failedMailLifecycle } from '../../domain/failed-mail-lifecycle.js';
import { FailedMails, type FailedMail } from '../../persistence/failed-mails.js';

export interface RetriedMail {
  /** As it is now. */
  readonly mail: FailedMail | null;
  readonly refusals: readonly Refusal[];
}

const unknownMail: Refusal = {
  code: 'NOT_FOUND',
  message: 'Diese E-Mail gibt es nicht, oder Sie dürfen sie nicht sehen.',
  field: 'mailId',
};

/** Sends a mail on its way once more: the same one, so that a mailbox that has it already can tell. */
@Injectable()
export class RetryFailedMailHandler {
  constructor(
    private readonly database: Database,
    private readonly failedMails: FailedMails,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, mailId: string): Promise<RetriedMail> {
    if (!isUuid(mailId)) return { mail: null, refusals: [unknownMail] };
    return this.database.write(actor, async (tx) => {
      const now = this.clock.now();
      const context = { now, capacities: capacitiesOn(actor, WHOLE_CONFERENCE) };
      const refusalsFor = (known: FailedMail): readonly Refusal[] => {
        const verdict = permit(failedMailLifecycle, known, 'retryFailedMail', context);
        return verdict.ok ? [] : verdict.refusals;
      };
      const before = await this.failedMails.find(tx, mailId);
      if (before === null) return { mail: null, refusals: [unknownMail] };
      const refusals = refusalsFor(before);
      if (refusals.length > 0) return { mail: before, refusals };
      const isTaken = await this.failedMails.retry(tx, mailId, actor.name, now);
      const mail = await this.failedMails.find(tx, mailId);
      return { mail, refusals: isTaken || mail === null ? [] : refusalsFor(mail) };
    });
  }
}
