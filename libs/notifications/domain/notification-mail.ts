import type { CalendarEvent } from './calendar-event.js';
import { escaped, FOOTER, htmlOf, linkTo, mailIdOf, PREFERENCES_PATH, type Mail } from './mail.js';
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
  readonly recipient: { readonly name: string; readonly address: string };
  readonly calendarEvent?: CalendarEvent | null;
}

const ALWAYS =
  'Nachrichten dieser Art kommen immer per E-Mail, weil Sie handeln müssen oder Ihre Rechte betroffen sind.';

/** The mail about one notification: what kind of thing happened and where to look, never a title or a text. */
export function composeMail(input: NotificationMailInput, publicUrl: string): Mail {
  const { subject, sentence } = textOf(input.kind);
  const link = publicUrl + pathOf(input.recordKind, input.recordId);
  const preferencesUrl = publicUrl + PREFERENCES_PATH;
  const greeting = `Guten Tag, ${input.recipient.name},`;
  const because = `Sie erhalten diese Nachricht, weil ${input.because}.`;
  const isAlways = isMandatory(input.kind);
  const choice = isAlways ? ALWAYS : `Wie Sie solche Nachrichten erhalten, legen Sie selbst fest: ${preferencesUrl}`;
  const choiceHtml = isAlways
    ? escaped(ALWAYS)
    : linkTo(preferencesUrl, 'Festlegen, wie Sie solche Nachrichten erhalten');
  return {
    messageId: mailIdOf(input.notificationId, publicUrl),
    threadId: mailIdOf(`${input.recordKind}.${input.recordId}`, publicUrl),
    to: input.recipient,
    subject: `Konferenzmappe: ${subject}`,
    text: [greeting, sentence, `Zur Konferenzmappe: ${link}`, because, choice, FOOTER].join('\n\n') + '\n',
    html: htmlOf(
      subject,
      [
        escaped(greeting),
        escaped(sentence),
        linkTo(link, 'In der Konferenzmappe öffnen'),
        escaped(because),
        choiceHtml,
        escaped(FOOTER),
      ].map((paragraph) => `<p>${paragraph}</p>`),
    ),
    preferencesUrl,
    ...(input.calendarEvent ? { calendarEvent: input.calendarEvent } : {}),
  };
}
