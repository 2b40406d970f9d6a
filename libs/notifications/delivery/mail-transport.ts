import { Inject, Injectable, Optional } from '@nestjs/common';
import type { SendMailOptions } from 'nodemailer';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { newId, type Tx } from '#platform/database';
import { NotYet } from '#platform/jobs';
import { counterOf } from '#platform/metrics';
import type { Mail } from '../domain/mail.js';
import { calendarPartOf } from './calendar-part.js';
import { MailPace } from './mail-pace.js';
import { MailServerWatch } from './mail-server-watch.js';
import { messageOf } from './message.js';

const mails = counterOf('mails', 'Mails by what became of them.', ['outcome']);

/** Sends mails by SMTP; where no mail server is configured, keeps them for the development page. */
@Injectable()
export class MailTransport {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly pace: MailPace,
    // None where no mail server is configured.
    @Optional() @Inject(MailServerWatch) private readonly server: MailServerWatch | null = null,
  ) {}

  /** Throws `NotYet` while the server takes nothing, and when as many mails as allowed have left in this minute. */
  async awaitTurn(): Promise<void> {
    if (this.server === null) return;
    await this.server.awaitTurn();
    await this.pace.take();
  }

  /** Throws when the server does not take responsibility for the mail; `NotYet` when it does so for none. */
  async send(tx: Tx, mail: Mail): Promise<void> {
    try {
      await (this.server === null ? this.capture(tx, mail) : this.server.send(this.messageOf(mail)));
      mails.inc({ outcome: this.server === null ? 'captured' : 'sent' });
    } catch (error) {
      mails.inc({ outcome: error instanceof NotYet ? 'put_off' : 'failed' });
      throw error;
    }
  }

  private messageOf(mail: Mail): SendMailOptions {
    return { ...messageOf(mail, this.config.mailFrom, this.clock.now()), ...calendarPartOf(mail, this.config) };
  }

  private async capture(tx: Tx, { messageId, to, subject, text, html }: Mail): Promise<void> {
    await tx.execute(
      `INSERT INTO captured_mails (id, message_id, recipient, subject, text, html, captured_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT ON CONSTRAINT captured_mails_once DO NOTHING`,
      [newId(), messageId, `${to.name} <${to.address}>`, subject, text, html, this.clock.now()],
    );
  }
}
