import { describe, expect, it } from '@jest/globals';
import { composeDigestMail, type DigestEntry, type DigestInput } from './digest-mail.js';

const input: DigestInput = {
  digestId: '01930000-0000-7000-8000-00000000000d',
  period: 'DAILY',
  recipient: { name: 'Jürgen Weiß', address: 'koordination.he@konferenzmappe.example' },
  entries: [
    { kind: 'topic-accepted', recordKind: 'topic', recordId: '7' },
    { kind: 'agenda-circulated', recordKind: 'agenda', recordId: '8' },
  ],
};

describe('The mail with a summary', () => {
  it('reads like this', () => {
    const { messageId, threadId, subject, text, html } = composeDigestMail(input, 'https://mappe.example');
    expect({ messageId, threadId, subject }).toEqual({
      messageId: '<01930000-0000-7000-8000-00000000000d@mappe.example>',
      threadId: null,
      subject: 'Konferenzmappe: Tägliche Übersicht (2)',
    });
    expect(text).toBe(`Guten Tag, Jürgen Weiß,

seit der letzten Übersicht gibt es 2 Nachrichten für Sie:

- Eine Themenanmeldung wurde angenommen.
  https://mappe.example/themen/7
- Die Tagesordnung einer Sitzung wurde versandt.
  https://mappe.example/tagesordnungen/8

Sie haben diese Übersicht gewählt. Ändern können Sie das hier: https://mappe.example/benachrichtigungen/einstellungen

Diese Nachricht wurde automatisch erzeugt. Bitte antworten Sie nicht darauf.
`);
    expect(html).toBe(`<!doctype html>
<html lang="de"><head><meta charset="utf-8"><title>Tägliche Übersicht</title></head><body>
<p>Guten Tag, Jürgen Weiß,</p>
<p>seit der letzten Übersicht gibt es 2 Nachrichten für Sie:</p>
<ul>
<li><a href="https://mappe.example/themen/7">Eine Themenanmeldung wurde angenommen.</a></li>
<li><a href="https://mappe.example/tagesordnungen/8">Die Tagesordnung einer Sitzung wurde versandt.</a></li>
</ul>
<p><a href="https://mappe.example/benachrichtigungen/einstellungen">Sie haben diese Übersicht gewählt und können das hier ändern.</a></p>
<p>Diese Nachricht wurde automatisch erzeugt. Bitte antworten Sie nicht darauf.</p>
</body></html>
`);
  });

  it('ends after fifty entries and says how many more there are', () => {
    const entries = Array.from({ length: 60 }, (_, number): DigestEntry => ({
      kind: 'item-placed',
      recordKind: 'topic',
      recordId: `${number}`,
    }));
    const { subject, text, html } = composeDigestMail({ ...input, period: 'WEEKLY', entries }, 'https://mappe.example');
    expect(subject).toBe('Konferenzmappe: Wöchentliche Übersicht (60)');
    expect(text.match(/^- /gm)).toHaveLength(50);
    expect(text).toContain('Außerdem 10 weitere: https://mappe.example/benachrichtigungen\n');
    expect(html).toContain('Außerdem 10 weitere</a>');
  });
});
