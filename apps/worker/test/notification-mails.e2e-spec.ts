import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Notifications, type NotificationMessage } from '#notifications';
import { FixedClock, SystemClock, type Clock } from '#platform/clock';
import type { Config } from '#platform/config';
import { SYSTEM_ACTOR } from '#platform/database';
import { hurried } from './hurried.js';
import { mailLibraries } from './mail-libraries.js';
import { failedMailsOn, mailServerOn, messageTo, peopleCalled } from './mail-people.js';
import { MailServer, type MailServerTraits } from './mail-server.js';
import { selfMadeCertificate } from './self-made-certificate.js';
import { until, WorkerGround } from './worker-harness.js';

let ground: WorkerGround;
let mails: MailServer;
const notifications = new Notifications(new SystemClock());

beforeAll(async () => {
  ground = await WorkerGround.create('PostgreSQL');
});

beforeEach(async () => {
  mails = await MailServer.start();
});

afterEach(async () => {
  await ground.stopWorkers();
  await mails.stop();
  await ground.arrange(
    'TRUNCATE outbox, job_deliveries, mail_deliveries, failed_mails, mail_minutes, mail_server, notifications, captured_mails CASCADE',
  );
});

afterAll(async () => {
  await ground.drop();
});

async function startWorker(
  smtpUrl: string | null = mails.url,
  settings: Partial<Config> = {},
  clock?: Clock,
): Promise<void> {
  await ground.startWorker({
    ...(clock === undefined ? {} : { clock }),
    libraries: mailLibraries,
    config: { ...ground.config, smtpUrl, publicUrl: 'https://mappe.example', ...settings },
    timings: { ...hurried, backoffFactor: 0.0002 },
  });
}

const people = (...names: string[]): Promise<string[]> => peopleCalled(ground, names);

async function notify(message: NotificationMessage): Promise<void> {
  await ground.database.write(SYSTEM_ACTOR, (tx) => notifications.notify(tx, message));
}

const failed = () => failedMailsOn(ground);
const known = () => mailServerOn(ground);

function names(): string[] {
  return mails.recipients.map((address) => address.split('-')[0] ?? '');
}

describe('Mails about notifications', () => {
  it('reach each recipient once, by themselves, as automatic mail', async () => {
    const message = messageTo(await people('anna', 'berta', 'clara'));
    await startWorker();
    await notify(message);
    await ground.settled();
    expect(names()).toEqual(['anna', 'berta', 'clara']);
    const [first] = mails.received;
    expect(first?.mail.subject).toBe('Konferenzmappe: Neue Themenanmeldung');
    expect(first?.mail.text).toContain(`https://mappe.example/themen/${message.recordId}`);
    expect(first?.mail.text).toContain('Sie erhalten diese Nachricht, weil Sie zur Geschäftsstelle gehören.');
    expect(first?.mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(first?.mail.inReplyTo).toMatch(/^<thread\.[0-9a-f-]{36}@mappe\.example>$/);
    expect(new Set(mails.received.flatMap(({ mail }) => [mail.inReplyTo, mail.references])).size).toBe(1);
    expect(first?.mail.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line).toBe(
      'List-Unsubscribe: <https://mappe.example/benachrichtigungen/einstellungen>',
    );
    expect(first?.mail.messageId).toMatch(/^<[0-9a-f-]{36}@mappe\.example>$/);
    expect(new Set(mails.received.map(({ mail }) => mail.messageId)).size).toBe(3);
  });

  it('go out once when the same message is told again, even by two at the same moment', async () => {
    const message = messageTo(await people('anna', 'berta'));
    await startWorker();
    await Promise.all([notify(message), notify(message), notify(message)]);
    await notify(message);
    await ground.settled();
    expect(names()).toEqual(['anna', 'berta']);
  });

  it('go out once when several workers are at it', async () => {
    await Promise.all([startWorker(), startWorker()]);
    await notify(messageTo(await people('anna', 'berta', 'clara', 'dora', 'emma', 'frieda')));
    await ground.settled();
    expect(names()).toEqual(['anna', 'berta', 'clara', 'dora', 'emma', 'frieda']);
  });

  it('go out once when the queue runs the same job again', async () => {
    await startWorker();
    await notify(messageTo(await people('anna')));
    await ground.settled();
    await ground.arrange('DELETE FROM job_deliveries');
    await ground.arrange('UPDATE outbox SET done_at = NULL, relayed_at = NULL');
    await ground.settled();
    expect(names()).toEqual(['anna']);
  });

  it('are kept and not sent where no mail server is configured', async () => {
    await startWorker(null);
    await notify(messageTo(await people('anna')));
    await ground.settled();
    expect(mails.received).toEqual([]);
    expect(
      await ground.arrange("SELECT split_part(recipient, '-', 1) AS recipient, subject FROM captured_mails"),
    ).toEqual([{ recipient: 'Frau anna <anna', subject: 'Konferenzmappe: Neue Themenanmeldung' }]);
  });
});

describe('A mail server', () => {
  /** Another one than the usual. */
  async function another(traits: MailServerTraits): Promise<void> {
    await mails.stop();
    mails = await MailServer.start(traits);
  }

  async function giveUp(fault: string, answer: unknown = expect.anything()): Promise<void> {
    await until(async () => (await failed()).length === 1);
    expect(await failed()).toEqual([{ name: 'anna', fault, answer }]);
    expect(names()).toEqual([]);
  }

  it('that refuses an address or a mail keeps nobody else from theirs; it is tried again and then given up', async () => {
    await startWorker();
    await notify(messageTo(await people('abgelehnt', 'berta', 'clara', 'unerwuenscht', 'vertagt')));
    await until(async () => names().length === 2 && (await failed()).length === 3);
    expect(names()).toEqual(['berta', 'clara']);
    expect(mails.refusals).toBe(22);
    expect(await failed()).toEqual([
      { name: 'abgelehnt', fault: 'REFUSED_ADDRESS', answer: expect.stringContaining('no such mailbox') },
      { name: 'unerwuenscht', fault: 'REFUSED_MAIL', answer: expect.stringContaining('refused as spam') },
      { name: 'vertagt', fault: 'POSTPONED', answer: expect.stringContaining('greylisted') },
    ]);
  });

  it.each([
    ['takes its time', 'langsam'],
    ['says "later" to whom it does not know yet', 'graulistig'],
    ['drops the connection while the mail is on its way', 'abbruch'],
    ['answers nonsense', 'unsinn'],
  ])('that %s gets each mail once in the end', async (_manner, name) => {
    await startWorker();
    await notify(messageTo(await people(name, 'berta')));
    await ground.settled();
    expect(names()).toEqual(['berta', name].sort());
    expect(await failed()).toEqual([]);
  });

  it('that dies after it took a mail gets it again, and can tell by its identity', async () => {
    await startWorker();
    await notify(messageTo(await people('quittungslos', 'berta')));
    await ground.settled();
    expect(names()).toEqual(['berta', 'quittungslos', 'quittungslos']);
    expect(new Set(mails.received.map(({ mail }) => mail.messageId)).size).toBe(2);
  });

  it('that takes nothing from the sender for a while gets everything later', async () => {
    mails.toSender = MailServer.refusing(451, 'try again later');
    await startWorker();
    await notify(messageTo(await people('anna', 'berta')));
    await until(async () => mails.refusals > 2);
    mails.toSender = null;
    await ground.settled();
    expect(names()).toEqual(['anna', 'berta']);
  });

  it('that takes nothing from the sender at all is named as the reason', async () => {
    mails.toSender = MailServer.refusing(550, 'sender not allowed');
    await startWorker();
    await notify(messageTo(await people('anna')));
    await giveUp('REFUSED_SENDER', expect.stringContaining('sender not allowed'));
  });

  it('that hangs up on one mail, every time, keeps nobody else from theirs', async () => {
    await startWorker();
    await notify(messageTo(await people('immerabbruch', 'berta', 'clara')));
    await until(async () => names().length === 2 && (await failed()).length === 1);
    expect(await failed()).toMatchObject([{ name: 'immerabbruch', fault: 'UNREACHABLE' }]);
    expect(await known()).toMatchObject([{ state: 'WORKING' }]);
  });

  it('that takes short mails alone is named as the reason', async () => {
    await another({ largestMail: 500 });
    await startWorker();
    await notify(messageTo(await people('anna')));
    await giveUp('TOO_LARGE');
  });

  it('gets as many mails in a minute as it wants, from all workers together', async () => {
    const clock = new FixedClock(new Date('2026-11-02T08:00:30Z'));
    const askedIn = async (minute: string): Promise<number> => {
      const rows = await ground.arrange<{ asked: number }>('SELECT asked FROM mail_minutes WHERE minute = $1', [
        minute,
      ]);
      return rows[0]?.asked ?? 0;
    };
    await startWorker(mails.url, { mailRatePerMinute: 5 }, clock);
    await startWorker(mails.url, { mailRatePerMinute: 5 }, clock);
    await notify(messageTo(await people(...Array.from({ length: 12 }, (_, number) => `person${number}`))));
    // A place is used up by whoever takes it, also when the mail then fails: never more than five, sometimes fewer.
    for (let minute = 0; (await ground.openMessages()) > 0; minute++) {
      const begun = `2026-11-02T08:${String(minute).padStart(2, '0')}:00Z`;
      clock.moveTo(new Date(begun));
      await until(async () => (await askedIn(begun)) > 20 || (await ground.openMessages()) === 0);
      expect(mails.received.length).toBeLessThanOrEqual(5 * (minute + 1));
    }
    expect(new Set(mails.recipients).size).toBe(12);
    expect(mails.received).toHaveLength(12);
    expect(await failed()).toEqual([]);
  });

  it('gets many mails over few connections', async () => {
    await startWorker();
    await notify(messageTo(await people(...Array.from({ length: 30 }, (_, number) => `person${number}`))));
    await ground.settled();
    expect(mails.received).toHaveLength(30);
    // One more asked whether the server is there.
    expect(mails.connections).toBeLessThanOrEqual(6);
  });
});

describe('To a mail server elsewhere', () => {
  const host = '127.0.0.2';
  const certificate = selfMadeCertificate(host);
  const folder = mkdtempSync(join(tmpdir(), 'konferenzmappe-mail-'));
  const smtpCaFile = join(folder, 'ca.pem');

  beforeAll(() => writeFileSync(smtpCaFile, certificate.cert));
  afterAll(() => rmSync(folder, { recursive: true }));

  async function toServer(traits: MailServerTraits, settings: Partial<Config> = {}, url = (own: string) => own) {
    await mails.stop();
    mails = await MailServer.start({ host, ...traits });
    await startWorker(url(mails.url), settings);
    await notify(messageTo(await people('anna')));
  }

  async function isRefused(fault: string): Promise<void> {
    await until(async () => (await known())[0]?.['state'] === 'AWAY');
    expect(await known()).toMatchObject([{ fault }]);
    expect(await failed()).toEqual([]);
    expect(mails.received).toEqual([]);
  }

  it.each([
    ['with the first byte', true],
    ['after STARTTLS', false],
  ])('mails go encrypted %s, with the password', async (_when, isSecure) => {
    await toServer({ certificate, isSecure, password: 'sehr: geheim/@' }, { smtpCaFile });
    await ground.settled();
    expect(names()).toEqual(['anna']);
    expect(mails.encrypted).toBe(1);
  });

  it.each([true, false])('no mail goes when nobody vouches for its certificate (smtps: %s)', async (isSecure) => {
    await toServer({ certificate, isSecure });
    await isRefused('CERTIFICATE');
  });

  it('no mail goes when its certificate is for another address', async () => {
    await toServer({ certificate, host: '127.0.0.3' }, { smtpCaFile });
    await isRefused('CERTIFICATE');
  });

  it('no mail goes in the clear, even where it is offered', async () => {
    await toServer({});
    await isRefused('NOT_ENCRYPTED');
  });

  it('no password goes in the clear, even where mails may', async () => {
    await toServer({ password: 'geheim' }, { smtpAllowsPlaintext: true });
    await isRefused('NOT_ENCRYPTED');
  });

  it('mails go in the clear where that is allowed by name', async () => {
    await toServer({}, { smtpAllowsPlaintext: true });
    await ground.settled();
    expect(names()).toEqual(['anna']);
  });

  it('no mail goes with a wrong password', async () => {
    await toServer({ certificate, password: 'geheim' }, { smtpCaFile }, (own) => own.replace('geheim', 'falsch'));
    await isRefused('SIGN_IN');
  });

  it('no worker starts when the certificate to trust cannot be read', async () => {
    await expect(startWorker(mails.url, { smtpCaFile: join(folder, 'fehlt.pem') })).rejects.toThrow('SMTP_CA_FILE');
  });
});
