import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ActorDirectory, SYSTEM, type Actor } from '#organisation';
import { parseConfig } from '#platform/config';
import { newId } from '#platform/database';
import { appendToOutbox, type OutboxMessage } from '#platform/outbox';
import { aConferenceStage, type ConferenceStage } from '#testing';
import { MailPace } from './delivery/mail-pace.js';
import { MailTransport } from './delivery/mail-transport.js';
import type { NotificationKind } from './domain/notification.js';
import { CollectDigestsJob } from './features/send-digest/collect-digests.job.js';
import { SendDigestMailJob } from './features/send-digest/send-digest-mail.job.js';
import { SendNotificationMailJob } from './features/send-notification-mail/send-notification-mail.job.js';
import { Digests } from './persistence/digests.js';
import { FailedMails } from './persistence/failed-mails.js';
import { MailDeliveries } from './persistence/mail-deliveries.js';
import { Notifications } from './persistence/notifications.js';
import { Preferences } from './persistence/preferences.js';

let stage: ConferenceStage;
let notifications: Notifications;
let sending: SendNotificationMailJob;
let collecting: CollectDigestsJob;
let digesting: SendDigestMailJob;

beforeAll(async () => {
  stage = await aConferenceStage();
  const { clock, database, testDatabase } = stage;
  const config = parseConfig({ DATABASE_URL: testDatabase.appUrl, PUBLIC_URL: 'https://mappe.example' });
  const transport = new MailTransport(config, clock, new MailPace(config, database, clock));
  notifications = new Notifications(clock);
  sending = new SendNotificationMailJob(new MailDeliveries(), new FailedMails(), transport, clock, config);
  collecting = new CollectDigestsJob(database, new Digests(), clock);
  digesting = new SendDigestMailJob(new Digests(), new FailedMails(), transport, clock, config);
});

beforeEach(async () => {
  stage.clock.moveTo(new Date('2026-11-10T09:00:00Z'));
  await stage.arrange(
    'TRUNCATE outbox, job_deliveries, mail_deliveries, notifications, digests, captured_mails CASCADE',
  );
  await stage.arrange('UPDATE assignments SET valid_to = NULL');
});

afterAll(() => stage?.close());

const restricted = { classification: 'RESTRICTED' as const, restrictedTo: ['HE'] } satisfies Parameters<
  ConferenceStage['placeTopic']
>[0];

/** Tells these people of a topic that somebody changed; answers who was told. */
async function told(
  kind: NotificationKind,
  { id: recordId }: { readonly id: string },
  mails: readonly string[],
  by: Actor = SYSTEM,
): Promise<string[]> {
  const recipients = mails.map((mail) => ({ personId: stage.person(mail).personId ?? '', because: 'es Sie angeht' }));
  const event = { event: 'topic.deferred', recordKind: 'topic', recordId, data: {}, occurredAt: stage.clock.now() };
  const messageId = await stage.database.write(by, (tx) => appendToOutbox(tx, event));
  const about = { messageId, kind, recordKind: 'topic', recordId, recipients };
  await stage.database.write(SYSTEM, (tx) => notifications.notify(tx, about));
  const rows = await stage.arrange<{ mail: string }>(
    `SELECT split_part(mail::text, '@', 1) AS mail FROM notifications JOIN people ON people.id = recipient_id
     WHERE message_id = $1 ORDER BY 1`,
    [messageId],
  );
  return rows.map(({ mail }) => mail);
}

/** Sends all that is to be sent; answers the subjects. */
async function sent(): Promise<string[]> {
  await collecting.run();
  const ordered = await stage.arrange<OutboxMessage>(
    `SELECT event, record_id AS "recordId" FROM outbox WHERE event IN ('notification.created', 'digest.collected')`,
  );
  for (const message of ordered) {
    const job = message.event === 'digest.collected' ? digesting : sending;
    await stage.database.write(SYSTEM, (tx) => job.run(tx, message));
  }
  const mails = await stage.arrange<{ subject: string }>('SELECT subject FROM captured_mails ORDER BY id');
  return mails.map(({ subject }) => subject.replace('Konferenzmappe: ', ''));
}

async function leave(mail: string): Promise<void> {
  await stage.arrange(`UPDATE assignments SET valid_to = '2026-11-09' WHERE person_id = $1`, [
    stage.person(mail).personId,
  ]);
}

describe('Who may read what', () => {
  it.each(['2026-11-10T09:00:00Z', '2027-01-01T09:00:00Z'])(
    'is the same in the database and in an act: %s',
    async (at) => {
      stage.clock.moveTo(new Date(at));
      const { clock, database } = stage;
      const people = await stage.arrange<{ id: string; audience: number[] }>(
        `SELECT id, audience_of_person(id, $1::date) AS audience FROM people`,
        [at.slice(0, 10)],
      );
      const directory = new ActorDirectory(database, clock);
      for (const { id, audience } of people) {
        const actor = await directory.actorOfPerson(id);
        expect([id, audience.toSorted((one, other) => one - other)]).toEqual([id, actor?.audience]);
      }
      expect(new Set(people.flatMap(({ audience }) => audience)).size).toBeGreaterThan(30);
    },
  );
});

describe('Somebody is told', () => {
  it('of what they may read, and of nothing else', async () => {
    const topic = await stage.placeTopic(restricted);
    const asked = ['koordination.he', 'koordination.by', 'koordination.bund', 'geschaeftsstelle', 'technik'];
    const readers = await told('topic-deferred', topic, asked);
    expect(readers).toContain('koordination.he');
    expect(readers).not.toContain('koordination.by');
    expect(readers).not.toContain('koordination.bund');
    expect(readers).not.toContain('technik');
  });

  it('of what others did, and of their own act only where it has to be known', async () => {
    const topic = await stage.placeTopic();
    const both = ['koordination.by', 'koordination.he'];
    expect(await told('topic-deferred', topic, both, stage.person('koordination.he'))).toEqual(['koordination.by']);
    expect(await told('topic-returned', topic, both, stage.person('koordination.he'))).toEqual(both);
    expect(await told('topic-deferred', topic, both)).toEqual(both);
  });

  it('of being left out and of what stays undone, though they may read nothing of it', async () => {
    await leave('koordination.by');
    const topic = await stage.placeTopic();
    for (const kind of ['session-uninvited', 'session-cancelled', 'deadline-escalated'] as const) {
      expect(await told(kind, topic, ['koordination.by'])).toEqual(['koordination.by']);
    }
    expect(await told('deadline-overdue', topic, ['koordination.by'])).toEqual([]);
  });
});

describe('A mail leaves', () => {
  it('only while its recipient may read what it leads to', async () => {
    const topic = await stage.placeTopic();
    await told('topic-deferred', topic, ['koordination.by', 'koordination.he']);
    await leave('koordination.by');
    expect(await sent()).toEqual(['Thema vertagt']);
  });

  it('to whoever was uninvited meanwhile as well', async () => {
    const topic = await stage.placeTopic();
    await told('session-uninvited', topic, ['koordination.by']);
    await leave('koordination.by');
    expect(await sent()).toEqual(['Einladung zu einer Sitzung aufgehoben']);
  });
});

describe('A summary', () => {
  const nextMorning = new Date('2026-11-11T07:00:00Z');

  it('leaves out what its recipient may not read any more', async () => {
    const [open, narrowed] = [await stage.placeTopic(), await stage.placeTopic()];
    for (const topic of [open, narrowed]) await told('topic-concluded', topic, ['koordination.by']);
    await stage.arrange(`UPDATE topics SET audience = '{0,7}' WHERE id = $1`, [narrowed.id]);
    stage.clock.moveTo(nextMorning);
    expect(await sent()).toEqual(['Tägliche Übersicht (1)']);
  });

  it('does not come when nothing of it may be read any more', async () => {
    await told('topic-concluded', await stage.placeTopic(), ['koordination.by']);
    await leave('koordination.by');
    stage.clock.moveTo(nextMorning);
    expect(await sent()).toEqual([]);
  });

  it.each(['IN_APP', 'NONE'] as const)('leaves out what is wanted by %s since', async (channel) => {
    const actor = stage.person('koordination.by');
    await told('topic-concluded', await stage.placeTopic(), ['koordination.by']);
    await told('topic-joined', await stage.placeTopic(), ['koordination.by']);
    const preferences = new Preferences();
    const choose = preferences.chooseChannel.bind(preferences);
    await stage.database.write(actor, (tx) => choose(tx, actor.personId, ['topic-joined'], channel));
    stage.clock.moveTo(nextMorning);
    expect(await sent()).toEqual(['Tägliche Übersicht (1)']);
  });
});
