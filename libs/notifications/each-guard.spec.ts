import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { organisationEntities } from '#organisation';
import { FixedClock } from '#platform/clock';
import { parseConfig } from '#platform/config';
import { newId } from '#platform/database';
import { EventJobRunner, type EventJobHandler } from '#platform/jobs';
import { createLogger } from '#platform/logging';
import { appendToOutbox } from '#platform/outbox';
import { LooseKeys } from '#testing';
import { MailPace } from './delivery/mail-pace.js';
import { MailTransport } from './delivery/mail-transport.js';
import { SendNotificationMailJob } from './features/send-notification-mail/send-notification-mail.job.js';
import { FailedMails } from './persistence/failed-mails.js';
import { MailDeliveries } from './persistence/mail-deliveries.js';
import { Notifications } from './persistence/notifications.js';

const now = new Date('2026-11-02T08:00:00Z');
const clock = new FixedClock(now);
const personId = newId();
const notifications = new Notifications(clock);
const event = 'spec.happened';

let stage: LooseKeys;
let sending: SendNotificationMailJob;

beforeAll(async () => {
  stage = await LooseKeys.open(organisationEntities);
  await stage.owner.query(`INSERT INTO people (id, name, mail) VALUES ($1, 'Anna', 'anna@konferenzmappe.example')`, [
    personId,
  ]);
  const config = parseConfig({ DATABASE_URL: stage.url, PUBLIC_URL: 'https://mappe.example' });
  const transport = new MailTransport(config, clock, new MailPace(config, stage.database, clock));
  sending = new SendNotificationMailJob(new MailDeliveries(), new FailedMails(), transport, clock, config);
  // Each sending is to be seen: nothing here keeps a second copy from being kept.
  await stage.loosen('captured_mails', 'captured_mails_once');
});
afterAll(() => stage.close());

/** Two workers run the job on the same message, the one before the other is through. */
async function runTwice(handler: EventJobHandler, outboxId: string): Promise<void> {
  const logger = createLogger('silent');
  await stage.overlapping((pause) => {
    const pausing: EventJobHandler = {
      run: async (tx, message) => {
        await handler.run(tx, message);
        await pause();
      },
    };
    const eventJobs = [{ name: 'some-job', on: [event], handler: pausing }];
    const events = { events: [event], recordOnlyEvents: [] };
    const runner = new EventJobRunner(stage.database, clock, logger, { eventJobs, scheduledJobs: [] }, events);
    return runner.run({ outboxId, jobName: 'some-job' }, 1);
  });
}

const happened = (recordId: string): Promise<string> =>
  stage.act((tx) => appendToOutbox(tx, { event, recordKind: 'topic', recordId, data: {}, occurredAt: now }));

const telling: EventJobHandler = {
  run: (tx, { id: messageId, recordId }) =>
    notifications.notify(tx, {
      ...{ messageId, kind: 'topic-accepted', recordKind: 'topic', recordId },
      recipients: [{ personId, because: 'Sie angemeldet haben' }],
    }),
};

async function timesTold(): Promise<number> {
  const recordId = newId();
  await runTwice(telling, await happened(recordId));
  return stage.countOf('notifications', 'record_id', recordId);
}

async function timesSent(): Promise<number> {
  await stage.owner.query('TRUNCATE captured_mails');
  const id = newId();
  await stage.owner.query(
    `INSERT INTO notifications (id, message_id, recipient_id, kind, record_kind, record_id, because, created_at)
     VALUES ($1, $1, $2, 'topic-accepted', 'topic', $1, 'x', $3)`,
    [id, personId, now],
  );
  await runTwice(sending, await happened(id));
  return stage.countOf('captured_mails', 'captured_at', now);
}

/** One after the other; the burst of four hundred people cannot tell which of them held. */
describe('Of the guards in a row each holds alone', () => {
  it('job_deliveries_once, without the keys of the mails and of the notifications', async () => {
    await stage.loosen('mail_deliveries', 'mail_deliveries_once');
    await stage.loosen('notifications', 'notifications_once');
    expect([await timesTold(), await timesSent()]).toEqual([1, 1]);
  });

  it('none of them: two workers tell twice and send twice', async () => {
    await stage.loosen('job_deliveries', 'job_deliveries_once');
    expect([await timesTold(), await timesSent()]).toEqual([2, 2]);
  });

  it('mail_deliveries_once, without the key of the deliveries', async () => {
    await stage.restore('mail_deliveries', 'mail_deliveries_once');
    expect([await timesTold(), await timesSent()]).toEqual([2, 1]);
  });

  it('notifications_once, without the key of the deliveries', async () => {
    await stage.owner.query('TRUNCATE notifications CASCADE');
    await stage.restore('notifications', 'notifications_once');
    expect([await timesTold(), await timesSent()]).toEqual([1, 1]);
  });
});
