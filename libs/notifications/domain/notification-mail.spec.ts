import { describe, expect, it } from '@jest/globals';
import { composeMail, type NotificationMailInput } from './notification-mail.js';
import { pathOf } from './notification-path.js';

const input: NotificationMailInput = {
  notificationId: '01930000-0000-7000-8000-00000000000a',
  kind: 'topic-registered',
  recordKind: 'topic',
  recordId: '01930000-0000-7000-8000-00000000000b',
  because: 'Sie zur Geschäftsstelle gehören',
  threadId: '01930000-0000-7000-8000-00000000000c',
  recipient: { name: 'Jürgen Weiß', address: 'geschaeftsstelle@konferenzmappe.example' },
};

describe('The mail about a notification', () => {
  it('says of what must be known why it comes in any case, and offers no choice', () => {
    const { text, html } = composeMail({ ...input, kind: 'session-invited' }, 'https://mappe.example');
    const always =
      'Nachrichten dieser Art kommen immer per E-Mail, weil Sie handeln müssen oder Ihre Rechte betroffen sind.';
    expect(text.replaceAll('\n', ' ')).toContain(always);
    expect(html).toContain(`<p>${always}</p>`);
    expect(text + html).not.toContain('einstellungen');
  });

  it('cannot be turned into markup by a name', () => {
    const recipient = { name: '<script>alert("Weiß & Söhne")</script>', address: 'a@b.example' };
    const { html } = composeMail({ ...input, recipient }, 'https://mappe.example');
    expect(html).toContain('Guten Tag &lt;script&gt;alert(&quot;Weiß &amp; Söhne&quot;)&lt;/script&gt;,');
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
    ['writtenProcedure', '/umlaufverfahren/7'],
    ['commentRound', '/anmerkungsrunden/7'],
    ['session', '/sitzungen/7'],
    ['conference', '/konferenzen'],
    ['followUp', '/auftraege/7'],
    ['body', '/organisation/gremien/7'],
    ['person', '/organisation/personen/7'],
    ['chair-term', '/organisation/vorsitz'],
    ['resolution', '/benachrichtigungen'],
  ])('of a %s leads to %s', (recordKind, path) => {
    expect(pathOf(recordKind, '7')).toBe(path);
  });
});
