import type { SendMailOptions } from 'nodemailer';
import type { Mail } from '../domain/mail.js';

/** The mail as it leaves, with what programs on its way must know of it. */
export function messageOf(mail: Mail, from: string, date: Date): SendMailOptions {
  return {
    from,
    to: mail.to,
    messageId: mail.messageId,
    date,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    ...(mail.threadId === null ? {} : { inReplyTo: mail.threadId, references: mail.threadId }),
    list: { unsubscribe: mail.preferencesUrl },
    // RFC 3834: no mail program answers by itself.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  };
}
