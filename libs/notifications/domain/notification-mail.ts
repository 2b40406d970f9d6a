import type { CalendarEvent } from './calendar-event.js';
import { FOOTER, mailIdOf, PREFERENCES_PATH, type Mail } from './mail.js';
import { bodiesOf } from './mail-bodies.js';
import type { NotificationKind } from './notification.js';
import { isMandatory } from './notification-channel.js';
import { pathOf } from './notification-path.js';
import { textOf } from './notification-text.js';

export interface NotificationMailInput {
  readonly notificationId: string;
  readonly kind: NotificationKind;
  readonly recordKind: string;
  readonly recordId: string;
  readonly because: string;
  /** What mail programs show as one conversation; names no record. */
  readonly threadId: string;
  readonly recipient: { readonly name: string; readonly address: string };
  readonly calendarEvent?: CalendarEvent | null;
}

const ALWAYS =
  'Nachrichten dieser Art kommen immer per E-Mail, weil Sie handeln müssen oder Ihre Rechte betroffen sind.';

const CHOICE = 'Festlegen, wie Sie solche Nachrichten erhalten';

/** The mail about one notification: what kind of thing happened and where to look, never a title or a text. */
export function composeMail(input: NotificationMailInput, publicUrl: string): Mail {
  const { subject, sentence } = textOf(input.kind);
  const link = publicUrl + pathOf(input.recordKind, input.recordId);
  const preferencesUrl = publicUrl + PREFERENCES_PATH;
  return {
    messageId: mailIdOf(input.notificationId, publicUrl),
    threadId: mailIdOf(`thread.${input.threadId}`, publicUrl),
    to: input.recipient,
    subject: `Konferenzmappe: ${subject}`,
    ...bodiesOf(
      subject,
      [
        { words: `Guten Tag ${input.recipient.name},` },
        { words: sentence },
        { words: 'In der Konferenzmappe öffnen', link },
      ],
      [
        { words: `Sie erhalten diese Nachricht, weil ${input.because}.` },
        isMandatory(input.kind) ? { words: ALWAYS } : { words: CHOICE, link: preferencesUrl },
        { words: FOOTER },
      ],
    ),
    preferencesUrl,
    ...(input.calendarEvent ? { calendarEvent: input.calendarEvent } : {}),
  };
}
