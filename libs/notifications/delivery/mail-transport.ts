import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { newId, type Tx } from '#platform/database';
import { counterOf } from '#platform/metrics';
import type { Mail } from '../domain/mail.js';
import { calendarPartOf } from './calendar-part.js';
import { MailPace } from './mail-pace.js';
import { messageOf } from './message.js';
import { smtpOptionsOf } from './smtp-options.js';

const mails = counterOf('mails', 'Mails by what became of them.', ['outcome']);

/** Sends mails by SMTP; where no mail server is configured, keeps them for the development page. */
@Injectable()
export class MailTransport implements OnModuleDestroy {
  private readonly smtp: Transporter | null;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly pace: MailPace,
  ) {
    const options = smtpOptionsOf(config);
    this.smtp = options === null ? null : createTransport(options);
  }

  /** Throws `NotYet` when as many mails as allowed have left in this minute. */
  async awaitTurn(): Promise<void> {
    if (this.smtp !== null) await this.pace.take();
  }

  /** Throws when the server does not take responsibility for the mail. */
  async send(tx: Tx, mail: Mail): Promise<void> {
    try {
      await (this.smtp === null ? this.capture(tx, mail) : this.smtp.sendMail(this.messageOf(mail)));
      mails.inc({ outcome: this.smtp === null ? 'captured' : 'sent' });
    } catch (error) {
      mails.inc({ outcome: 'failed' });
      throw error;
    }
  }

  onModuleDestroy(): void {
    this.smtp?.close();
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
