import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { MailTransport } from '../../delivery/mail-transport.js';
import { composeDigestMail } from '../../domain/digest-mail.js';
import { kindOfDigest } from '../../domain/failed-mail-kinds.js';
import { Digests } from '../../persistence/digests.js';
import { FailedMails } from '../../persistence/failed-mails.js';

/** One job per summary, as for single mails. Tried for about three hours, and again on request. */
@EventJob({
  name: 'send-digest-mail',
  on: ['digest.collected', 'failedMail.retried'],
  attempts: 11,
  backoffSeconds: 10,
})
export class SendDigestMailJob implements EventJobHandler {
  constructor(
    private readonly digests: Digests,
    private readonly failedMails: FailedMails,
    private readonly transport: MailTransport,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  awaitTurn(): Promise<void> {
    return this.transport.awaitTurn();
  }

  async run(tx: Tx, { recordId: digestId }: OutboxMessage): Promise<void> {
    const input = await this.digests.claim(tx, digestId, this.clock.now());
    if (input === null) return;
    await this.transport.send(tx, composeDigestMail(input, this.config.publicUrl));
    await this.digests.settle(tx, digestId, null, this.clock.now());
    await this.failedMails.noteSent(tx, digestId, this.clock.now());
  }

  async giveUp(tx: Tx, { recordId: digestId }: OutboxMessage, error: Error): Promise<void> {
    const input = await this.digests.claim(tx, digestId, this.clock.now());
    if (input === null) return;
    const { personId, period, recipient } = input;
    const about = { id: digestId, kind: kindOfDigest(period), personId, address: recipient.address };
    await this.digests.settle(tx, digestId, error.message, this.clock.now());
    await this.failedMails.giveUp(tx, about, error, this.clock.now());
  }
}
