import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { deadlineEvents, deadlineRecordOnlyEvents } from '#deadlines';
import {
  notificationEvents,
  notificationRecordOnlyEvents,
  Notifications,
  NotificationsModule,
  type NotificationMessage,
} from '#notifications';
import { organisationEvents, OrganisationModule, organisationRecordOnlyEvents } from '#organisation';
import { SystemClock } from '#platform/clock';
import { newId, SYSTEM_ACTOR } from '#platform/database';
import type { Libraries } from '../src/index.js';
import { hurried } from './hurried.js';
import { MailServer } from './mail-server.js';
import { until, WorkerGround } from './worker-harness.js';

const libraries: Libraries = {
  modules: [OrganisationModule, NotificationsModule],
  events: {
    events: [...organisationEvents, ...deadlineEvents, ...notificationEvents],
    recordOnlyEvents: [...organisationRecordOnlyEvents, ...deadlineRecordOnlyEvents, ...notificationRecordOnlyEvents],
  },
};
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
    'TRUNCATE outbox, job_deliveries, mail_deliveries, failed_mails, notifications, captured_mails CASCADE',
  );
});

afterAll(async () => {
  await ground.drop();
});

async function startWorker(smtpUrl: string | null = mails.url): Promise<void> {
  await ground.startWorker({
    libraries,
    config: { ...ground.config, smtpUrl, publicUrl: 'https://mappe.example' },
    timings: { ...hurried, backoffFactor: 0.0002 },
  });
}

async function people(...names: string[]): Promise<string[]> {
  const ids = names.map(() => newId());
  for (const [index, name] of names.entries()) {
    const mail = `${name}-${ids[index]}@konferenzmappe.example`;
    await ground.arrange('INSERT INTO people (id, name, mail) VALUES ($1, $2, $3)', [ids[index], `Frau ${name}`, mail]);
  }
  return ids;
}

function messageTo(personIds: readonly string[]): NotificationMessage {
  const recipients = personIds.map((personId) => ({ personId, because: 'Sie zur Geschäftsstelle gehören' }));
  return { messageId: newId(), kind: 'topic-registered', recordKind: 'topic', recordId: newId(), recipients };
}

async function notify(message: NotificationMessage): Promise<void> {
  await ground.database.write(SYSTEM_ACTOR, (tx) => notifications.notify(tx, message));
}

async function deliveries(): Promise<Record<string, unknown>[]> {
  return ground.arrange(
    "SELECT split_part(address, '-', 1) AS name, state, error FROM mail_deliveries ORDER BY address",
  );
}

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
    expect(first?.mail.inReplyTo).toBe(`<topic.${message.recordId}@mappe.example>`);
    expect(first?.mail.references).toBe(`<topic.${message.recordId}@mappe.example>`);
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

  it('reach everybody else when one address is refused, which is tried again and then marked', async () => {
    await startWorker();
    await notify(messageTo(await people('abgelehnt', 'berta', 'clara')));
    await until(async () => (await deliveries()).length === 3);
    expect(names()).toEqual(['berta', 'clara']);
    expect(mails.refusals).toBe(11);
    expect(await deliveries()).toEqual([
      { name: 'abgelehnt', state: 'FAILED', error: expect.stringContaining('no such mailbox') },
      { name: 'berta', state: 'SENT', error: null },
      { name: 'clara', state: 'SENT', error: null },
    ]);
  });

  it('are waited for when the server is slow', async () => {
    await startWorker();
    await notify(messageTo(await people('langsam')));
    await ground.settled();
    expect(names()).toEqual(['langsam']);
  });

  it('are sent again when the connection is lost before the server took them', async () => {
    await startWorker();
    await notify(messageTo(await people('abbruch', 'berta')));
    await ground.settled();
    expect(names()).toEqual(['abbruch', 'berta']);
  });

  it('keep their identity when the connection is lost after the server took them', async () => {
    await startWorker();
    await notify(messageTo(await people('quittungslos')));
    await ground.settled();
    expect(new Set(mails.received.map(({ mail }) => mail.messageId)).size).toBe(1);
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

  it('are told of twice or not at all without the unique key, which is what keeps them single', async () => {
    const message = messageTo(await people('anna'));
    await ground.arrange('ALTER TABLE notifications DROP CONSTRAINT notifications_once');
    try {
      await expect(notify(message)).rejects.toThrow('notifications_once');
    } finally {
      await ground.arrange(
        'ALTER TABLE notifications ADD CONSTRAINT notifications_once UNIQUE (message_id, recipient_id, kind)',
      );
    }
  });
});
