import { notificationChannelNames } from '#glossary';
import { escaped, FOOTER, htmlOf, linkTo, mailIdOf, PREFERENCES_PATH, type Mail } from './mail.js';
import type { NotificationKind } from './notification.js';
import { pathOf } from './notification-path.js';
import { textOf } from './notification-text.js';

export type DigestPeriod = 'DAILY' | 'WEEKLY';

export interface DigestEntry {
  readonly kind: NotificationKind;
  readonly recordKind: string;
  readonly recordId: string;
}

export interface DigestInput {
  readonly digestId: string;
  readonly period: DigestPeriod;
  readonly recipient: { readonly name: string; readonly address: string };
  /** The oldest first. */
  readonly entries: readonly DigestEntry[];
}

/** A mail that nobody reads to its end helps nobody: the rest is in the application. */
const MOST = 50;

/** One mail for everything since the last one. Like every mail it quotes nothing. */
export function composeDigestMail(input: DigestInput, publicUrl: string): Mail {
  const { digestId, period, recipient, entries } = input;
  const preferencesUrl = publicUrl + PREFERENCES_PATH;
  const greeting = `Guten Tag, ${recipient.name},`;
  const introduction =
    entries.length === 1
      ? 'seit der letzten Übersicht gibt es eine Nachricht für Sie:'
      : `seit der letzten Übersicht gibt es ${entries.length} Nachrichten für Sie:`;
  const shown = entries.slice(0, MOST).map(({ kind, recordKind, recordId }) => ({
    sentence: textOf(kind).sentence,
    link: publicUrl + pathOf(recordKind, recordId),
  }));
  const rest = entries.length - shown.length;
  const more = rest === 0 ? [] : [`Außerdem ${rest} weitere: ${publicUrl}/benachrichtigungen`];
  const choice = `Sie haben diese Übersicht gewählt. Ändern können Sie das hier: ${preferencesUrl}`;
  const lines = shown.map(({ sentence, link }) => `- ${sentence}\n  ${link}`).join('\n');
  return {
    messageId: mailIdOf(digestId, publicUrl),
    threadId: null,
    to: recipient,
    subject: `Konferenzmappe: ${notificationChannelNames[period]} (${entries.length})`,
    text: [greeting, introduction, lines, ...more, choice, FOOTER].join('\n\n') + '\n',
    html: htmlOf(notificationChannelNames[period], [
      `<p>${escaped(greeting)}</p>`,
      `<p>${escaped(introduction)}</p>`,
      '<ul>',
      ...shown.map(({ sentence, link }) => `<li>${linkTo(link, sentence)}</li>`),
      '</ul>',
      ...(rest === 0 ? [] : [`<p>${linkTo(`${publicUrl}/benachrichtigungen`, `Außerdem ${rest} weitere`)}</p>`]),
      `<p>${linkTo(preferencesUrl, 'Sie haben diese Übersicht gewählt und können das hier ändern.')}</p>`,
      `<p>${escaped(FOOTER)}</p>`,
    ]),
    preferencesUrl,
  };
}
