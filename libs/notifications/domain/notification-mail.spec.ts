import { describe, expect, it } from '@jest/globals';
import { composeMail, type NotificationMailInput } from './notification-mail.js';
import { notificationKinds } from './notification.js';
import { pathOf, textOf } from './notification-text.js';

const input: NotificationMailInput = {
  notificationId: '01930000-0000-7000-8000-00000000000a',
  kind: 'topic-registered',
  recordKind: 'topic',
  recordId: '01930000-0000-7000-8000-00000000000b',
  because: 'Sie zur Geschäftsstelle gehören',
  recipient: { name: 'Jürgen Weiß', address: 'geschaeftsstelle@konferenzmappe.example' },
};

describe('The mail about a notification', () => {
  it('reads like this', () => {
    expect(composeMail(input, 'https://mappe.example')).toEqual({
      messageId: '<01930000-0000-7000-8000-00000000000a@mappe.example>',
      to: { name: 'Jürgen Weiß', address: 'geschaeftsstelle@konferenzmappe.example' },
      subject: 'Konferenzmappe: Neue Themenanmeldung',
      text: `Guten Tag, Jürgen Weiß,

Ein Thema wurde zur Prüfung angemeldet.

Zur Konferenzmappe: https://mappe.example/themen/01930000-0000-7000-8000-00000000000b

Sie erhalten diese Nachricht, weil Sie zur Geschäftsstelle gehören.

Diese Nachricht wurde automatisch erzeugt. Bitte antworten Sie nicht darauf.
`,
      html: `<!doctype html>
<html lang="de"><head><meta charset="utf-8"><title>Neue Themenanmeldung</title></head><body>
<p>Guten Tag, Jürgen Weiß,</p>
<p>Ein Thema wurde zur Prüfung angemeldet.</p>
<p><a href="https://mappe.example/themen/01930000-0000-7000-8000-00000000000b">In der Konferenzmappe öffnen</a></p>
<p>Sie erhalten diese Nachricht, weil Sie zur Geschäftsstelle gehören.</p>
<p>Diese Nachricht wurde automatisch erzeugt. Bitte antworten Sie nicht darauf.</p>
</body></html>
`,
    });
  });

  it('says of each kind what happened, and no more', () => {
    expect(notificationKinds.map((kind) => [kind, textOf(kind).subject, textOf(kind).sentence])).toEqual([
      ['topic-registered', 'Neue Themenanmeldung', 'Ein Thema wurde zur Prüfung angemeldet.'],
      [
        'topic-returned',
        'Themenanmeldung zurückgegeben',
        'Eine Themenanmeldung wurde zurückgegeben. Der Grund steht beim Thema.',
      ],
      ['topic-accepted', 'Themenanmeldung angenommen', 'Eine Themenanmeldung wurde angenommen.'],
      ['topic-assigned', 'Thema zugewiesen', 'Ein Thema wurde einem Gremium zur Beratung zugewiesen.'],
      ['item-placed', 'Thema auf der Tagesordnung', 'Ein Thema wurde auf die Tagesordnung gesetzt.'],
      ['supplement-circulated', 'Nachtrag zur Tagesordnung', 'Zu einer Tagesordnung wurde ein Nachtrag versandt.'],
      ['resolution-adopted', 'Beschluss gefasst', 'Zu einem Thema wurde ein Beschluss gefasst.'],
      ['follow-up-asked', 'Auftrag aus einem Beschluss', 'Zu einem Auftrag an Ihre Stelle gibt es einen neuen Stand.'],
      ['follow-up-reported', 'Bericht vorgelegt', 'Zu einem Auftrag aus einem Beschluss wurde der Bericht vorgelegt.'],
      [
        'vote-superseded',
        'Text am Tisch geändert',
        'Der Text wurde geändert. Ihre Stimme zur früheren Fassung zählt für die neue nicht.',
      ],
      [
        'statement-announced',
        'Erklärung zu Protokoll angekündigt',
        'Zu einem Punkt wurde eine Erklärung zu Protokoll angekündigt.',
      ],
      [
        'statement-changed',
        'Mitgezeichnete Erklärung geändert',
        'Der Text einer Erklärung wurde geändert. Ihre Mitzeichnung galt dem früheren Text.',
      ],
    ]);
  });

  it('cannot be turned into markup by a name', () => {
    const recipient = { name: '<script>alert("Weiß & Söhne")</script>', address: 'a@b.example' };
    const { html } = composeMail({ ...input, recipient }, 'https://mappe.example');
    expect(html).toContain('Guten Tag, &lt;script&gt;alert(&quot;Weiß &amp; Söhne&quot;)&lt;/script&gt;,');
  });

  it('has the same identity at every attempt, and another for every notification', () => {
    const again = composeMail(input, 'https://mappe.example');
    const other = composeMail({ ...input, notificationId: input.recordId }, 'https://mappe.example');
    expect(again.messageId).toBe(composeMail(input, 'https://mappe.example').messageId);
    expect(other.messageId).not.toBe(again.messageId);
  });
});

describe('The link of a notification', () => {
  it.each([
    ['topic', '/themen/7'],
    ['agenda', '/tagesordnungen/7'],
    ['ballot', '/abstimmungen/7'],
    ['followUp', '/auftraege/7'],
    ['resolution', '/benachrichtigungen'],
  ])('of a %s leads to %s', (recordKind, path) => {
    expect(pathOf(recordKind, '7')).toBe(path);
  });
});
