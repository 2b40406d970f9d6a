import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Notifications } from '#notifications';
import { FixedClock } from '#platform/clock';
import type { Config } from '#platform/config';
import { SYSTEM_ACTOR } from '#platform/database';
import { hurried } from './hurried.js';
import { mailLibraries } from './mail-libraries.js';
import { failedMailsOn, mailServerOn, messageTo, peopleCalled } from './mail-people.js';
import { MailServer } from './mail-server.js';
import { selfMadeCertificate } from './self-made-certificate.js';
import { until, WorkerGround } from './worker-harness.js';

const monday = new Date('2026-11-02T08:00:00Z');
const minute = 60_000;
const all = Array.from({ length: 12 }, (_, number) => `person${number}`);
const clock = new FixedClock(monday);
let ground: WorkerGround;
let mails: MailServer;

beforeAll(async () => {
  ground = await WorkerGround.create('PostgreSQL');
});

beforeEach(async () => {
  clock.moveTo(monday);
  ground.logLines.length = 0;
  mails = await MailServer.start();
});

afterEach(async () => {
  await ground.stopWorkers();
  await mails.stop();
  await ground.arrange(
    'TRUNCATE outbox, job_deliveries, mail_deliveries, failed_mails, mail_server, notifications CASCADE',
  );
});

afterAll(async () => {
  await ground.drop();
});

async function startWorker(smtpUrl: string, settings: Partial<Config> = {}): Promise<void> {
  await ground.startWorker({
    clock,
    libraries: mailLibraries,
    config: { ...ground.config, smtpUrl, ...settings },
    timings: { ...hurried, backoffFactor: 0.0002 },
  });
}

async function notifyAll(): Promise<void> {
  const message = messageTo(await peopleCalled(ground, all));
  await ground.database.write(SYSTEM_ACTOR, (tx) => new Notifications(clock).notify(tx, message));
}

const failed = () => failedMailsOn(ground);
const known = () => mailServerOn(ground);
const names = (): string[] => mails.recipients.map((address) => address.split('-')[0] ?? '');

describe('While the mail server takes nothing from anybody', () => {
  const putOff = (): number => ground.logLines.filter(({ outcome }) => outcome === 'not yet').length;
  const probes = async (): Promise<number> => Number((await known())[0]?.['probes'] ?? 0);

  /** Long enough for each to have used up its attempts, if waiting were one. */
  async function waitLong(fault: string): Promise<void> {
    await until(async () => (await known())[0]?.['fault'] === fault);
    for (const turn of [1, 2, 3]) {
      clock.moveTo(new Date(monday.getTime() + turn * 10 * minute));
      await until(async () => (await probes()) === turn);
    }
    await until(async () => putOff() > 20 * all.length);
    expect(await known()).toEqual([{ state: 'AWAY', since: monday, fault, probes: 3 }]);
    expect(await failed()).toEqual([]);
    expect(mails.received).toEqual([]);
  }

  async function eachGotTheirs(): Promise<void> {
    const back = new Date(monday.getTime() + 60 * minute);
    clock.moveTo(back);
    await ground.settled();
    expect(names()).toEqual([...all].sort());
    expect(new Set(mails.received.map(({ mail }) => mail.messageId)).size).toBe(all.length);
    expect(await known()).toEqual([{ state: 'WORKING', since: back, fault: null, probes: 0 }]);
    expect(await failed()).toEqual([]);
  }

  it('because it is not there, mails wait, and go out once when it is back', async () => {
    const { url, port } = mails;
    await mails.stop();
    await startWorker(url);
    await startWorker(url);
    await notifyAll();
    await waitLong('UNREACHABLE');
    mails = await MailServer.start({ port });
    await eachGotTheirs();
  });

  it('because the password is another one, mails wait, and go out once when it is the old one again', async () => {
    await mails.stop();
    const certificate = selfMadeCertificate('127.0.0.1');
    const folder = mkdtempSync(join(tmpdir(), 'konferenzmappe-mail-'));
    const smtpCaFile = join(folder, 'ca.pem');
    writeFileSync(smtpCaFile, certificate.cert);
    mails = await MailServer.start({ certificate, password: 'geheim' });
    mails.otherPassword = 'neu';
    await startWorker(mails.url, { smtpCaFile });
    rmSync(folder, { recursive: true });
    await notifyAll();
    await waitLong('SIGN_IN');
    mails.otherPassword = null;
    await eachGotTheirs();
  });

  it('because it closes down, mails wait, and go out once when it is open', async () => {
    await startWorker(mails.url);
    await until(async () => (await known())[0]?.['state'] === 'WORKING');
    mails.toEverybody = MailServer.refusing(421, 'service not available');
    await notifyAll();
    await waitLong('BUSY');
    mails.toEverybody = null;
    await eachGotTheirs();
  });

  it('it is asked by one worker at a time, and less and less often', async () => {
    mails.toEverybody = MailServer.refusing(421, 'service not available');
    await startWorker(mails.url);
    await startWorker(mails.url);
    await notifyAll();
    await waitLong('BUSY');
    // The next turn comes four minutes after the last.
    clock.moveTo(new Date(monday.getTime() + 33 * minute));
    const before = putOff();
    await until(async () => putOff() > before + 5 * all.length);
    expect(await known()).toMatchObject([{ probes: 3 }]);
  });

  it('for five days, mails are given up as undeliverable', async () => {
    mails.toEverybody = MailServer.refusing(421, 'service not available');
    await startWorker(mails.url);
    await notifyAll();
    await until(async () => (await known())[0]?.['state'] === 'AWAY');
    clock.moveTo(new Date(monday.getTime() + 5 * 24 * 60 * minute + minute));
    await until(async () => (await failed()).length === all.length);
    expect(mails.received).toEqual([]);
  });

  it('the worker starts all the same, and says so before there is any mail', async () => {
    await startWorker('smtp://127.0.0.1:1');
    await until(async () => ground.logLines.some(({ msg }) => msg === 'mail server checked'));
    expect(ground.logLines.find(({ msg }) => msg === 'mail server checked')).toMatchObject({ isWorking: false });
    expect(await known()).toMatchObject([{ state: 'AWAY', fault: 'UNREACHABLE' }]);
    ground.logLines.length = 0;
    await startWorker(mails.url);
    await until(async () => ground.logLines.some(({ msg }) => msg === 'mail server checked'));
    expect(ground.logLines.find(({ msg }) => msg === 'mail server checked')).toMatchObject({ isWorking: true });
    expect(await known()).toMatchObject([{ state: 'WORKING', fault: null }]);
  });
});
