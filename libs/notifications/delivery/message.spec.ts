import { describe, expect, it } from '@jest/globals';
import { simpleParser, type ParsedMail } from 'mailparser';
import { createTransport } from 'nodemailer';
import { composeDigestMail } from '../domain/digest-mail.js';
import type { Mail } from '../domain/mail.js';
import { notificationKinds, type NotificationKind } from '../domain/notification.js';
import { composeMail } from '../domain/notification-mail.js';
import { messageOf } from './message.js';

const publicUrl = 'https://mappe.example';
const id = '01930000-0000-7000-8000-00000000000a';
const someone = { name: 'Jürgen Weiß', address: 'weiss@land.example' };
const at = new Date('2026-11-02T08:00:00Z');
const line = createTransport({ streamTransport: true, buffer: true });

const about = (kind: NotificationKind, recipient = someone): Mail => {
  const record = { recordKind: 'topic', recordId: id, because: 'Sie angemeldet haben', threadId: id };
  return composeMail({ notificationId: id, kind, ...record, recipient }, publicUrl);
};

const digest = (recipient = someone): Mail => {
  const entries = [{ kind: 'topic-accepted', recordKind: 'topic', recordId: id }] as const;
  return composeDigestMail({ digestId: id, period: 'DAILY', recipient, entries }, publicUrl);
};

/** The bytes as they leave. */
async function sent(mail: Mail): Promise<string> {
  const { message } = await line.sendMail(messageOf(mail, 'Geschäftsstelle <mappe@imk.example>', at));
  return String(message);
}

async function arrived(mail: Mail): Promise<ParsedMail> {
  return simpleParser(await sent(mail));
}

/** Names of the header's fields, as whoever transports the mail reads them. */
async function fieldsOf(mail: Mail): Promise<readonly string[]> {
  const [header = ''] = (await sent(mail)).split('\r\n\r\n');
  return header.split('\r\n').flatMap((each) => /^([\w-]+):/.exec(each)?.[1] ?? []);
}

const usual = await fieldsOf(about('topic-accepted'));

describe('A mail as it leaves', () => {
  it.each<readonly [string, () => Mail]>([
    ...notificationKinds.map((kind) => [kind, () => about(kind)] as const),
    ['a summary', digest],
  ])('says that a machine sent it and where one chooses what comes: %s', async (_kind, mail) => {
    const { headers, headerLines } = await arrived(mail());
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('x-auto-response-suppress')).toBe('All');
    expect(headerLines.find(({ key }) => key === 'list-unsubscribe')?.line).toBe(
      'List-Unsubscribe: <https://mappe.example/benachrichtigungen/einstellungen>',
    );
  });

  it('has the same identity at every attempt', async () => {
    const identities = [await arrived(about('topic-accepted')), await arrived(about('topic-accepted'))];
    expect(identities.map(({ messageId }) => messageId)).toEqual([`<${id}@mappe.example>`, `<${id}@mappe.example>`]);
    expect((await arrived(digest())).messageId).toBe(`<${id}@mappe.example>`);
  });

  it.each([
    ['name', { ...someone, name: 'Weiß\r\nBcc: presse@zeitung.example\r\n\r\nGuten Tag' }],
    ['address', { ...someone, address: 'weiss@land.example\r\nBcc: presse@zeitung.example' }],
    ['name with another address', { ...someone, name: 'Weiß" <presse@zeitung.example>, "x' }],
  ])('takes no further field and no further recipient from a %s', async (_where, recipient) => {
    for (const mail of [about('topic-accepted', recipient), digest(recipient)]) {
      expect((await fieldsOf(mail)).filter((field) => !usual.includes(field))).toEqual([]);
      const { envelope } = await line.sendMail(messageOf(mail, 'mappe@imk.example', at));
      expect(envelope.to).toHaveLength(1);
      expect(envelope.to).not.toContain('presse@zeitung.example');
    }
  });

  it('takes no further field from a subject', async () => {
    const mail = { ...about('topic-accepted'), subject: 'Thema\r\nBcc: presse@zeitung.example\r\n\r\nText' };
    expect(await fieldsOf(mail)).toEqual(usual);
  });

  it('keeps a very long subject with umlauts whole, in lines that every server takes', async () => {
    const subject = `Konferenzmappe: ${'Überörtliche Löschwasserversorgung '.repeat(30)}`.trim();
    const mail = { ...about('topic-accepted'), subject };
    expect((await arrived(mail)).subject).toBe(subject);
    for (const each of (await sent(mail)).split('\r\n')) expect(Buffer.byteLength(each)).toBeLessThanOrEqual(998);
  });

  it('reaches a name and a domain with umlauts', async () => {
    const recipient = { name: 'Jörg Müßig-Öztürk', address: 'muessig@münchen.example' };
    const mail = about('topic-accepted', recipient);
    const { envelope } = await line.sendMail(messageOf(mail, 'mappe@imk.example', at));
    expect(envelope.to).toEqual(['muessig@xn--mnchen-3ya.example']);
    const { to } = await arrived(mail);
    expect([to].flat()[0]?.value[0]?.name).toBe(recipient.name);
  });
});
