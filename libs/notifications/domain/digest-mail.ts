import { notificationChannelNames } from '#glossary';
import { FOOTER, mailIdOf, PREFERENCES_PATH, type Mail } from './mail.js';
import { bodiesOf } from './mail-bodies.js';
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
  const rest = entries.length - MOST;
  const more = { words: `Außerdem ${rest} weitere`, link: `${publicUrl}/benachrichtigungen` };
  return {
    messageId: mailIdOf(digestId, publicUrl),
    threadId: null,
    to: recipient,
    subject: `Konferenzmappe: ${notificationChannelNames[period]} (${entries.length})`,
    ...bodiesOf(
      notificationChannelNames[period],
      [
        { words: `Guten Tag ${recipient.name},` },
        {
          words:
            entries.length === 1
              ? 'seit der letzten Übersicht gibt es eine Nachricht für Sie:'
              : `seit der letzten Übersicht gibt es ${entries.length} Nachrichten für Sie:`,
        },
        {
          list: entries.slice(0, MOST).map(({ kind, recordKind, recordId }) => ({
            words: textOf(kind).sentence,
            link: publicUrl + pathOf(recordKind, recordId),
          })),
        },
        ...(rest > 0 ? [more] : []),
      ],
      [
        { words: 'Sie haben diese Übersicht gewählt und können das hier ändern', link: preferencesUrl },
        { words: FOOTER },
      ],
    ),
    preferencesUrl,
  };
}
