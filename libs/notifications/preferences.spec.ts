import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { NotificationChannel } from '#glossary';
import { organisationEntities, type Actor } from '#organisation';
import { FixedClock } from '#platform/clock';
import { parseConfig } from '#platform/config';
import { Database, newId, SYSTEM_ACTOR } from '#platform/database';
import type { OutboxMessage } from '#platform/outbox';
import { actorAs, createTestDatabase, type TestDatabase } from '#testing';
import { MailPace } from './delivery/mail-pace.js';
import { MailTransport } from './delivery/mail-transport.js';
import { mandatoryKinds } from './domain/notification-channel.js';
import { notificationKinds, type NotificationKind } from './domain/notification.js';
import { ChooseDigestTimeHandler } from './features/choose-digest-time/choose-digest-time.handler.js';
import { ChooseNotificationChannelHandler } from './features/choose-notification-channel/choose-notification-channel.handler.js';
import { CollectDigestsJob } from './features/send-digest/collect-digests.job.js';
import { SendDigestMailJob } from './features/send-digest/send-digest-mail.job.js';
import { Digests } from './persistence/digests.js';
import { FailedMails } from './persistence/failed-mails.js';
import { NotificationPreferencesQuery } from './notification-preferences.query.js';
import { Notifications } from './persistence/notifications.js';
import { Preferences } from './persistence/preferences.js';

/** A Monday; in Berlin it is 9 o'clock. */
const monday = new Date('2026-11-02T08:00:00Z');
const clock = new FixedClock(monday);
const preferences = new Preferences();
const digests = new Digests();

let testDatabase: TestDatabase;
let database: Database;
let choosing: ChooseNotificationChannelHandler;
let timing: ChooseDigestTimeHandler;
let query: NotificationPreferencesQuery;
let collecting: CollectDigestsJob;
let sending: SendDigestMailJob;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = await Database.open({ url: testDatabase.appUrl, entities: organisationEntities });
  const config = parseConfig({ DATABASE_URL: testDatabase.appUrl, PUBLIC_URL: 'https://mappe.example' });
  choosing = new ChooseNotificationChannelHandler(database, preferences);
  timing = new ChooseDigestTimeHandler(database, preferences);
  query = new NotificationPreferencesQuery(database, preferences);
  collecting = new CollectDigestsJob(database, digests, clock);
  sending = new SendDigestMailJob(
    digests,
    new FailedMails(),
    new MailTransport(config, clock, new MailPace(config, database, clock)),
    clock,
    config,
  );
});

beforeEach(() => clock.moveTo(monday));

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

/** Runs a statement past all rules. */
async function arrange<Row>(
  statement: string,
  values: readonly unknown[] = [],
  { superuserUrl } = testDatabase,
): Promise<Row[]> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    return (await client.query(statement, [...values])).rows as Row[];
  } finally {
    await client.end();
  }
}

async function somebody(): Promise<Actor> {
  const personId = newId();
  await arrange('INSERT INTO people (id, name, mail) VALUES ($1, $2, $3)', [
    personId,
    'Frau Weiß',
    `${personId}@konferenzmappe.example`,
  ]);
  return actorAs({ role: 'READER', party: 'HE', personId });
}

async function somebodyWith(channel: NotificationChannel): Promise<Actor> {
  const actor = await somebody();
  expect(await choosing.execute(actor, ['topic-accepted'], channel)).toEqual([]);
  return actor;
}

async function tell(kind: NotificationKind, ...people: readonly Actor[]): Promise<void> {
  const recipients = people.map(({ personId }) => ({ personId: personId ?? '', because: 'Sie angemeldet haben' }));
  const about = { messageId: newId(), kind, recordKind: 'topic', recordId: newId() };
  await database.write(SYSTEM_ACTOR, (tx) => new Notifications(clock).notify(tx, { ...about, recipients }));
}

/** How somebody was told, one after the other, and for which of it a mail was ordered. */
async function toldTo({ personId }: Actor): Promise<string[]> {
  const rows = await arrange<{ kind: string; channel: string; mailed: boolean }>(
    `SELECT kind, channel, EXISTS (SELECT FROM outbox WHERE record_id = notifications.id) AS mailed
     FROM notifications WHERE recipient_id = $1 ORDER BY id`,
    [personId],
  );
  return rows.map(({ kind, channel, mailed }) => `${kind} ${channel}${mailed ? ' and a mail' : ''}`);
}

/** Runs the collector and whatever it orders; answers the subjects of the mails to this person. */
async function digestsTo({ personId }: Actor): Promise<string[]> {
  await collecting.run();
  const ordered = await arrange<{ recordId: string }>(
    `SELECT record_id AS "recordId" FROM outbox WHERE event = 'digest.collected'`,
  );
  for (const message of ordered) await database.write(SYSTEM_ACTOR, (tx) => sending.run(tx, message as OutboxMessage));
  const mails = await arrange<{ subject: string }>(
    'SELECT subject FROM captured_mails WHERE recipient LIKE $1 ORDER BY id',
    [`%${personId}%`],
  );
  return mails.map(({ subject }) => subject);
}

describe('The way in which somebody is told', () => {
  it('is a mail at once unless something else was chosen', async () => {
    const [anna, berta, chloe, dora] = [
      await somebody(),
      await somebodyWith('DAILY'),
      await somebodyWith('IN_APP'),
      await somebodyWith('NONE'),
    ];
    await tell('topic-accepted', anna, berta, chloe, dora, anna);
    expect(await toldTo(anna)).toEqual(['topic-accepted MAIL and a mail']);
    expect(await toldTo(berta)).toEqual(['topic-accepted DAILY']);
    expect(await toldTo(chloe)).toEqual(['topic-accepted IN_APP']);
    expect(await toldTo(dora)).toEqual([]);
  });

  it('is chosen for each kind by itself', async () => {
    const berta = await somebodyWith('NONE');
    await tell('topic-deferred', berta);
    expect(await toldTo(berta)).toEqual(['topic-deferred MAIL and a mail']);
  });

  it('cannot be chosen for what must be known', async () => {
    const anna = await somebody();
    const refusals = await choosing.execute(anna, ['session-invited', 'topic-accepted'], 'NONE');
    expect(refusals).toMatchObject([{ code: 'NOTIFICATION_MANDATORY', field: 'channel' }]);
    const { choices } = await query.execute(anna);
    expect(choices.filter(({ channel, usual }) => channel !== usual)).toEqual([]);
    const hers = mandatoryKinds.filter((kind) => kind !== 'job-given-up');
    expect(choices.filter(({ channels }) => channels.length === 1).map(({ kind }) => kind)).toEqual(hers);
  });

  it('is the usual one of each kind for whoever has chosen nothing', async () => {
    const anna = await somebody();
    await tell('item-placed', anna);
    await tell('membership-changed', anna);
    await tell('topic-deferred', anna);
    expect(await toldTo(anna)).toEqual([
      'item-placed DAILY',
      'membership-changed WEEKLY',
      'topic-deferred MAIL and a mail',
    ]);
  });

  it('is usually a mail for all but these kinds', async () => {
    const { choices } = await query.execute(actorAs({ role: 'SECRETARIAT', personId: newId() }));
    const usual = (channel: NotificationChannel): readonly string[] =>
      choices.flatMap((choice) => (choice.usual === channel ? [choice.kind] : [])).toSorted();
    expect(usual('DAILY')).toEqual([
      'committee-opinion-given',
      'correction-made',
      'follow-up-reported',
      'item-placed',
      'minutes-agreed',
      'minutes-objection-withdrawn',
      'resolution-adopted',
      'statement-announced',
      'statement-cosigned',
      'topic-concluded',
      'topic-joined',
      'topic-left',
      'topic-merged',
    ]);
    expect(usual('WEEKLY')).toEqual(['body-dissolved', 'body-set-up', 'membership-changed']);
    expect(usual('IN_APP')).toEqual(['mail-failed']);
    expect(usual('NONE')).toEqual([]);
  });

  it('is the usual one again when the choice is taken back', async () => {
    const berta = await somebodyWith('NONE');
    expect(await choosing.execute(berta, ['topic-deferred'], 'IN_APP')).toEqual([]);
    expect(await choosing.execute(berta, ['topic-accepted', 'item-placed', 'session-invited'], null)).toEqual([]);
    await tell('topic-accepted', berta);
    expect(await toldTo(berta)).toEqual(['topic-accepted MAIL and a mail']);
    expect(await arrange('SELECT kind FROM notification_preferences WHERE person_id = $1', [berta.personId])).toEqual([
      { kind: 'topic-deferred' },
    ]);
  });

  it('is offered for what can reach somebody, and for nothing else', async () => {
    const offeredTo = async (role: 'READER' | 'SECRETARIAT' | 'CHAIR' | 'ADMIN'): Promise<readonly string[]> => {
      const { choices } = await query.execute(actorAs({ role, personId: newId() }));
      return choices.map(({ kind }) => kind);
    };
    const toAll = new Set(await offeredTo('READER'));
    const besides = async (role: Parameters<typeof offeredTo>[0]): Promise<readonly string[]> =>
      (await offeredTo(role)).filter((kind) => !toAll.has(kind));
    expect(notificationKinds.filter((kind) => !toAll.has(kind)).sort()).toEqual([
      'deadlines-noticed-late',
      'follow-up-reported',
      'job-given-up',
      'late-topic-consented',
      'late-topic-registered',
      'mail-failed',
      'merge-answered',
      'topic-registered',
      'topic-restricted',
      'written-procedure-requested',
    ]);
    expect((await besides('SECRETARIAT')).toSorted()).toEqual([
      'follow-up-reported',
      'late-topic-consented',
      'mail-failed',
      'merge-answered',
      'topic-registered',
      'topic-restricted',
    ]);
    expect(await besides('CHAIR')).toEqual(['late-topic-registered', 'written-procedure-requested']);
    expect(await besides('ADMIN')).toEqual(['deadlines-noticed-late', 'job-given-up']);
  });

  it('stays a mail for what must be known, whatever the table holds', async () => {
    const anna = await somebody();
    await database.write(anna, (tx) => preferences.chooseChannel(tx, anna.personId, ['session-invited'], 'NONE'));
    await tell('session-invited', anna);
    expect(await toldTo(anna)).toEqual(['session-invited MAIL and a mail']);
  });

  it('cannot be chosen for what does not exist', async () => {
    expect(await choosing.execute(await somebody(), ['nothing'], 'DAILY')).toMatchObject([{ code: 'UNKNOWN_KIND' }]);
  });

  it('is chosen by nobody else', async () => {
    const [anna, berta] = [await somebody(), await somebody()];
    const foreign = database.write(anna, (tx) =>
      preferences.chooseChannel(tx, berta.personId, ['item-placed'], 'NONE'),
    );
    await expect(foreign).rejects.toThrow('row-level security');
    await choosing.execute(berta, ['item-placed'], 'NONE');
    const seen = await database.read(anna, (tx) => preferences.channelsOf(tx, berta.personId));
    expect(seen.size).toBe(0);
  });
});

describe('A summary', () => {
  it('comes at its hour with what came before it, and once', async () => {
    const berta = await somebodyWith('DAILY');
    await tell('topic-accepted', berta);
    await tell('topic-accepted', berta);
    expect(await digestsTo(berta)).toEqual([]);
    clock.moveTo(new Date('2026-11-03T05:59:59Z'));
    expect(await digestsTo(berta)).toEqual([]);
    clock.moveTo(new Date('2026-11-03T06:00:00Z'));
    expect(await digestsTo(berta)).toEqual(['Konferenzmappe: Tägliche Übersicht (2)']);
    await tell('topic-accepted', berta);
    expect(await digestsTo(berta)).toEqual(['Konferenzmappe: Tägliche Übersicht (2)']);
    clock.moveTo(new Date('2026-11-04T09:00:00Z'));
    expect(await digestsTo(berta)).toEqual([
      'Konferenzmappe: Tägliche Übersicht (2)',
      'Konferenzmappe: Tägliche Übersicht (1)',
    ]);
  });

  it('is not sent twice when two workers collect at once', async () => {
    const berta = await somebodyWith('DAILY');
    await tell('topic-accepted', berta);
    clock.moveTo(new Date('2026-11-03T06:00:00Z'));
    await Promise.all([collecting.run(), collecting.run(), collecting.run()]);
    expect(await digestsTo(berta)).toEqual(['Konferenzmappe: Tägliche Übersicht (1)']);
  });

  it('leaves out what has been read, and is not sent when nothing is left', async () => {
    const berta = await somebodyWith('DAILY');
    await tell('topic-accepted', berta);
    await arrange('UPDATE notifications SET read_at = now() WHERE recipient_id = $1', [berta.personId]);
    clock.moveTo(new Date('2026-11-03T06:00:00Z'));
    expect(await digestsTo(berta)).toEqual([]);
  });

  it('is not sent when everything was read after it was found due', async () => {
    const berta = await somebodyWith('DAILY');
    await tell('topic-accepted', berta);
    clock.moveTo(new Date('2026-11-03T06:00:00Z'));
    const due = await database.read(SYSTEM_ACTOR, (tx) => digests.listDue(tx, clock.now()));
    const own = due.filter(({ personId }) => personId === berta.personId);
    expect(own).toHaveLength(1);
    await arrange('UPDATE notifications SET read_at = now() WHERE recipient_id = $1', [berta.personId]);
    for (const each of own) {
      expect(await database.write(SYSTEM_ACTOR, (tx) => digests.collect(tx, each))).toBeNull();
    }
  });

  it('does not come on a weekend', async () => {
    const berta = await somebodyWith('DAILY');
    clock.moveTo(new Date('2026-11-06T10:00:00Z'));
    await tell('topic-accepted', berta);
    for (const day of ['2026-11-07', '2026-11-08']) {
      clock.moveTo(new Date(`${day}T12:00:00Z`));
      expect(await digestsTo(berta)).toEqual([]);
    }
    clock.moveTo(new Date('2026-11-09T06:00:00Z'));
    expect(await digestsTo(berta)).toEqual(['Konferenzmappe: Tägliche Übersicht (1)']);
  });

  it('of a week comes on the day and at the hour that were chosen, or later when nothing ran', async () => {
    const berta = await somebodyWith('WEEKLY');
    expect(await timing.execute(berta, { hour: 16, weekday: 4 })).toEqual([]);
    await tell('topic-accepted', berta);
    clock.moveTo(new Date('2026-11-05T14:59:59Z'));
    expect(await digestsTo(berta)).toEqual([]);
    clock.moveTo(new Date('2026-11-06T08:00:00Z'));
    expect(await digestsTo(berta)).toEqual(['Konferenzmappe: Wöchentliche Übersicht (1)']);
  });

  it('keeps its hour in summer and in winter', async () => {
    const berta = await somebodyWith('DAILY');
    clock.moveTo(new Date('2027-03-26T12:00:00Z'));
    await tell('topic-accepted', berta);
    clock.moveTo(new Date('2027-03-29T04:59:59Z'));
    expect(await digestsTo(berta)).toEqual([]);
    clock.moveTo(new Date('2027-03-29T05:00:00Z'));
    expect(await digestsTo(berta)).toEqual(['Konferenzmappe: Tägliche Übersicht (1)']);
  });

  it.each([
    ['at midnight', 0, '2026-11-02T22:59:59Z', '2026-11-02T23:00:00Z'],
    [
      'an hour before the next, as well when it is the next by then',
      23,
      '2026-11-02T21:59:59Z',
      '2026-11-02T23:30:00Z',
    ],
    ['at the end of the week, or on Monday when nothing ran', 23, '2026-11-02T21:59:59Z', '2026-11-09T00:30:00Z'],
  ])('comes %s', async (_when, hour, before, after) => {
    const berta = await somebodyWith('DAILY');
    expect(await timing.execute(berta, { hour, weekday: 1 })).toEqual([]);
    await tell('topic-accepted', berta);
    clock.moveTo(new Date(before));
    expect(await digestsTo(berta)).toEqual([]);
    clock.moveTo(new Date(after));
    for (const _turn of [1, 2]) expect(await digestsTo(berta)).toEqual(['Konferenzmappe: Tägliche Übersicht (1)']);
  });

  it('of a week comes in the next one when nothing ran, and in its own turn again', async () => {
    const berta = await somebodyWith('WEEKLY');
    expect(await timing.execute(berta, { hour: 23, weekday: 5 })).toEqual([]);
    await tell('topic-accepted', berta);
    clock.moveTo(new Date('2026-11-06T21:59:59Z'));
    expect(await digestsTo(berta)).toEqual([]);
    clock.moveTo(new Date('2026-11-08T12:00:00Z'));
    expect(await digestsTo(berta)).toEqual([]);
    clock.moveTo(new Date('2026-11-09T07:00:00Z'));
    await tell('topic-accepted', berta);
    const weekly = 'Konferenzmappe: Wöchentliche Übersicht (1)';
    expect(await digestsTo(berta)).toEqual([weekly]);
    clock.moveTo(new Date('2026-11-13T22:00:00Z'));
    expect(await digestsTo(berta)).toEqual([weekly, weekly]);
  });

  it('comes once on a day on which its hour is moved', async () => {
    const berta = await somebodyWith('DAILY');
    await tell('topic-accepted', berta);
    clock.moveTo(new Date('2026-11-03T06:00:00Z'));
    expect(await digestsTo(berta)).toHaveLength(1);
    await tell('topic-accepted', berta);
    expect(await timing.execute(berta, { hour: 12, weekday: 1 })).toEqual([]);
    clock.moveTo(new Date('2026-11-03T11:00:00Z'));
    expect(await digestsTo(berta)).toHaveLength(1);
    clock.moveTo(new Date('2026-11-04T11:00:00Z'));
    expect(await digestsTo(berta)).toHaveLength(2);
  });

  it('comes at an hour of a workday', async () => {
    const anna = await somebody();
    expect(await timing.execute(anna, { hour: 24, weekday: 6 })).toMatchObject([
      { code: 'INVALID_HOUR' },
      { code: 'INVALID_WEEKDAY' },
    ]);
    expect(await query.execute(anna)).toMatchObject({ digestHour: 7, digestWeekday: 1 });
  });
});
