/**
 * Every mail that leaves, word for word, as a file in `golden-mails`. After a new kind or other words, write them anew and
 * read what has changed before you commit it:
 *
 *   NODE_OPTIONS=--experimental-vm-modules npx jest libs/notifications/golden-mails --updateSnapshot
 */
import { describe, expect, it } from '@jest/globals';
import { simpleParser, type ParsedMail } from 'mailparser';
import { createTransport } from 'nodemailer';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { messageOf } from './delivery/message.js';
import { composeDigestMail, type DigestEntry, type DigestPeriod } from './domain/digest-mail.js';
import type { Mail } from './domain/mail.js';
import { notificationKinds, type NotificationKind } from './domain/notification.js';
import { channelsOf } from './domain/notification-channel.js';
import { composeMail } from './domain/notification-mail.js';
import { textOf } from './domain/notification-text.js';

const PUBLIC_URL = 'https://mappe.example';
const folder = new URL('./golden-mails/', import.meta.url);
const isUpdate = (expect.getState() as { snapshotState?: { _updateSnapshot?: string } }).snapshotState;
const id = (last: string): string => `01930000-0000-7000-8000-00000000000${last}`;
const recipient = { name: 'Jürgen Weiß', address: 'weiss@konferenzmappe.example' };

/** What a kind tells of, by how its name begins. */
const records: readonly (readonly [beginning: string, recordKind: string])[] = [
  ['vote', 'ballot'],
  ['written-procedure', 'writtenProcedure'],
  ['follow-up', 'followUp'],
  ['agenda', 'agenda'],
  ['supplement', 'agenda'],
  ['minutes', 'minutes'],
  ['session', 'session'],
  ['conference', 'conference'],
  ['deadlines-noticed-late', 'installation'],
  ['deadline', 'timeline'],
  ['comment-round', 'commentRound'],
  ['body', 'body'],
  ['membership', 'body'],
  ['chair-term', 'chair-term'],
  ['assignment', 'person'],
  ['deputy', 'person'],
  ['mail', 'failedMail'],
  ['job', 'installation'],
];

const recordKindOf = (kind: NotificationKind): string =>
  records.find(([beginning]) => kind.startsWith(beginning))?.[1] ?? 'topic';

const entryOf = (kind: NotificationKind): DigestEntry => ({ kind, recordKind: recordKindOf(kind), recordId: id('b') });

function mailAbout(kind: NotificationKind): Mail {
  const about = { notificationId: id('a'), ...entryOf(kind), because: 'Sie zur Geschäftsstelle gehören' };
  return composeMail({ ...about, threadId: id('c'), recipient }, PUBLIC_URL);
}

function summary(period: DigestPeriod, kinds: readonly NotificationKind[]): Mail {
  return composeDigestMail({ digestId: id('d'), period, recipient, entries: kinds.map(entryOf) }, PUBLIC_URL);
}

const byMail = notificationKinds.filter((kind) => channelsOf(kind).includes('MAIL'));
const inSummaries = notificationKinds.filter((kind) => channelsOf(kind).includes('DAILY'));

const mails: ReadonlyMap<string, Mail> = new Map([
  ...byMail.map((kind) => [kind, mailAbout(kind)] as const),
  ['summary-daily', summary('DAILY', inSummaries.slice(0, 20))],
  ['summary-weekly', summary('WEEKLY', inSummaries.slice(20))],
  ['summary-of-one', summary('DAILY', ['topic-accepted'])],
  ['summary-of-many', summary('WEEKLY', [...inSummaries, ...inSummaries, ...inSummaries].slice(0, 60))],
]);

/** As it comes out of a mailbox. */
async function delivered(mail: Mail): Promise<ParsedMail> {
  const transport = createTransport({ streamTransport: true, buffer: true });
  const message = messageOf(mail, 'Konferenzmappe <konferenzmappe@mappe.example>', new Date('2026-11-02T08:00:00Z'));
  const { message: raw } = await transport.sendMail(message);
  return simpleParser(raw as Buffer);
}

const shownHeaders = [
  ...['from', 'to', 'subject', 'date', 'message-id', 'in-reply-to', 'references'],
  ...['list-unsubscribe', 'auto-submitted', 'x-auto-response-suppress', 'content-type'],
];

async function goldenOf(mail: Mail): Promise<string> {
  const { headerLines, subject, text, html } = await delivered(mail);
  const headers = shownHeaders.flatMap((name) => headerLines.filter(({ key }) => key === name));
  const lines = headers.map(({ key, line }) =>
    key === 'subject' ? `Subject: ${subject}` : line.replace(/\s+/g, ' ').replace(/; boundary=.*/, ''),
  );
  return [...lines, '', '--- Text', text, '--- HTML', html].join('\n');
}

const fileOf = (name: string): string => fileURLToPath(new URL(`${name}.txt`, folder));

if (isUpdate?._updateSnapshot === 'all') {
  for (const file of readdirSync(folder)) rmSync(new URL(file, folder));
  for (const [name, mail] of mails) writeFileSync(fileOf(name), await goldenOf(mail));
}

describe('The mails that leave', () => {
  it('have a golden file each, and no file is left over', () => {
    expect(readdirSync(folder).sort()).toEqual([...mails.keys()].map((name) => `${name}.txt`).sort());
  });

  it.each([...mails])('read word for word as in the golden file: %s', async (name, mail) => {
    expect(await goldenOf(mail)).toBe(readFileSync(fileOf(name), 'utf8'));
  });

  it('leave out what is told in the application alone', () => {
    const inAppOnly = notificationKinds.filter((kind) => !byMail.includes(kind));
    expect(inAppOnly.map((kind) => [kind, textOf(kind).subject])).toEqual([['mail-failed', 'E-Mail nicht zugestellt']]);
  });
});

/** Contrast of two colours (WCAG 2.2, 1.4.3). */
function contrastOf(one: string, other: string): number {
  const light = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((from) => parseInt(colour.slice(from, from + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low = 0, high = 0] = [light(one), light(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

describe.each([...mails])('The mail %s', (_name, mail) => {
  it('leads nowhere but here, and fetches nothing', () => {
    const links = `${mail.text} ${mail.html}`.match(/[a-z]+:\/\/[^\s"<>]+/g) ?? [];
    expect(links.length).toBeGreaterThan(1);
    expect(links.filter((link) => !link.startsWith(`${PUBLIC_URL}/`))).toEqual([]);
    expect(mail.html).not.toMatch(/<img|src=|url\(|@import|<script|<form|\son\w+=/i);
  });

  it('has lines that no program has to break', () => {
    const long = mail.text.split('\n').filter((line) => line.length > 78 && !/^ *https:\/\/\S+$/.test(line));
    expect(long).toEqual([]);
  });

  it('is a page in German that can be read in daylight and at night', () => {
    expect(mail.html).toMatch(/^<!doctype html>\n<html lang="de">.*<meta charset="utf-8">/);
    expect(mail.html).toMatch(/<title>[^<]+<\/title>/);
    expect(mail.html).toContain('<meta name="color-scheme" content="light dark">');
    const [, title = ''] = /<title>([^<]+)<\/title>/.exec(mail.html) ?? [];
    expect(mail.html.match(/<h\d>[^<]*<\/h\d>/g)).toEqual([`<h1>${title}</h1>`]);
    const links = [...mail.html.matchAll(/<a href="[^"]+">([^<]*)<\/a>/g)].map(([, words = '']) => words);
    expect(links.filter((words) => words.length < 10 || words.includes('://'))).toEqual([]);
    const pairs = [...mail.html.matchAll(/color:(#[0-9a-f]{6});background:(#[0-9a-f]{6})/g)];
    expect(pairs).toHaveLength(4);
    for (const [, ink = '', paper = ''] of pairs) expect(contrastOf(ink, paper)).toBeGreaterThanOrEqual(7);
  });

  it('says who sends it, that nobody need answer, and to what it belongs', async () => {
    const { headers, messageId, inReplyTo, references, subject } = await delivered(mail);
    expect(subject).toMatch(/^Konferenzmappe: \S/);
    expect(messageId).toBe(mail.messageId);
    expect(inReplyTo ?? null).toBe(mail.threadId);
    expect(references ?? null).toBe(mail.threadId);
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('x-auto-response-suppress')).toBe('All');
    expect(headers.get('list')).toMatchObject({
      unsubscribe: { url: `${PUBLIC_URL}/benachrichtigungen/einstellungen` },
    });
    expect(mail.threadId ?? '').not.toContain(id('b'));
  });
});
