import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { newId, type Tx } from '#platform/database';
import type { Mail } from '../domain/mail.js';
import { smtpOptionsOf } from './smtp-options.js';

/** Sends mails by SMTP; where no mail server is configured, keeps them for the development page. */
@Injectable()
export class MailTransport implements OnModuleDestroy {
  private readonly smtp: Transporter | null;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    const options = smtpOptionsOf(config);
    this.smtp = options === null ? null : createTransport(options);
  }

  /** Throws when the server does not take responsibility for the mail. */
  async send(tx: Tx, mail: Mail): Promise<void> {
    if (this.smtp === null) return this.capture(tx, mail);
    await this.smtp.sendMail({
      from: this.config.mailFrom,
      to: mail.to,
      messageId: mail.messageId,
      date: this.clock.now(),
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      ...(mail.threadId === null ? {} : { inReplyTo: mail.threadId, references: mail.threadId }),
      list: { unsubscribe: mail.preferencesUrl },
      // RFC 3834: no mail program answers by itself.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    });
  }

  onModuleDestroy(): void {
    this.smtp?.close();
  }

  private async capture(tx: Tx, { messageId, to, subject, text, html }: Mail): Promise<void> {
    await tx.execute(
      `INSERT INTO captured_mails (id, message_id, recipient, subject, text, html, captured_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT ON CONSTRAINT captured_mails_once DO NOTHING`,
      [newId(), messageId, `${to.name} <${to.address}>`, subject, text, html, this.clock.now()],
    );
  }
}
