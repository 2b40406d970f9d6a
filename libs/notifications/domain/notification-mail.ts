import type { NotificationKind } from './notification.js';
import { pathOf } from './notification-path.js';
import { textOf } from './notification-text.js';

export interface NotificationMailInput {
  readonly notificationId: string;
  readonly kind: NotificationKind;
  readonly recordKind: string;
  readonly recordId: string;
  readonly because: string;
  readonly recipient: { readonly name: string; readonly address: string };
}

export interface Mail {
  /** The same for every attempt, so that a mailbox that gets a mail twice can tell. */
  readonly messageId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const FOOTER = 'Diese Nachricht wurde automatisch erzeugt. Bitte antworten Sie nicht darauf.';

/** The mail about one notification: what kind of thing happened and where to look, never a title or a text. */
export function composeMail(input: NotificationMailInput, publicUrl: string): Mail {
  const { subject, sentence } = textOf(input.kind);
  const link = publicUrl + pathOf(input.recordKind, input.recordId);
  const greeting = `Guten Tag, ${input.recipient.name},`;
  const because = `Sie erhalten diese Nachricht, weil ${input.because}.`;
  return {
    messageId: `<${input.notificationId}@${new URL(publicUrl).hostname}>`,
    to: input.recipient,
    subject: `Konferenzmappe: ${subject}`,
    text: [greeting, sentence, `Zur Konferenzmappe: ${link}`, because, FOOTER].join('\n\n') + '\n',
    html: htmlOf(subject, [
      escaped(greeting),
      escaped(sentence),
      `<a href="${escaped(link)}">In der Konferenzmappe öffnen</a>`,
      escaped(because),
      escaped(FOOTER),
    ]),
  };
}

function htmlOf(title: string, paragraphs: readonly string[]): string {
  return [
    '<!doctype html>',
    `<html lang="de"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body>`,
    ...paragraphs.map((paragraph) => `<p>${paragraph}</p>`),
    '</body></html>',
    '',
  ].join('\n');
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => references[character] ?? character);
}
