import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock } from '#platform/clock';
import { Database, newId, SYSTEM_ACTOR } from '#platform/database';
import { openJobQueues } from '#platform/jobs';
import { appendAllToOutbox } from '#platform/outbox';
import { describeWithRedis } from '../../../libs/testing/tools/index.js';
import { entities } from '../src/entities.js';
import { libraries } from '../src/index.js';
import { hurried } from './hurried.js';
import { MoodyMailServer } from './moody-mail-server.js';
import { until, WorkerGround, type BackendKind } from './worker-harness.js';

const ITEMS = 60;
/** How many want it in which way; all of them coordinate a Land or the Bund, so that every item concerns them. */
const wanted = { DAILY: 280, WEEKLY: 60, IN_APP: 50, MAIL: 10, NONE: 5 } as const;
const TOLD = wanted.DAILY + wanted.WEEKLY + wanted.IN_APP + wanted.MAIL;

const monday = new Date('2026-11-02T08:00:00Z');
const tuesday = new Date('2026-11-03T06:00:00Z');
const nextMonday = new Date('2026-11-09T06:00:00Z');

const everybody = 'array(SELECT generate_series(0, 203))';

const agenda = `
  WITH conference AS (
    INSERT INTO conferences (id, profile_code, number, season, year, place, starts_on, ends_on, chair_code,
      registration_deadline, direct_registration_deadline, committees_from, committees_to, agenda_draft_deadline,
      pre_conference_on, final_papers_deadline, names, revision, audience)
    SELECT gen_random_uuid(), code, 224, 'AUTUMN', 2026, 'Hamburg', '2026-12-02', '2026-12-04', 'HH', '2026-08-26',
      '2026-10-21', '2026-09-23', '2026-10-14', '2026-11-04', '2026-11-18', '2026-11-25', names, 1, ${everybody} FROM conference_profiles LIMIT 1 RETURNING id
  ), topic AS (
    INSERT INTO topics (id, state, kind, title, registrant_party, conference_id, lead_committee, classification, revision,
      created_at, updated_at, facts, rationale, co_registrants, involved_committees, rapporteurs, precedents, release_wish,
      pending_in_bundesrat, is_late, frozen_versions, audience)
    SELECT gen_random_uuid(), 'IN_MAIN_CONFERENCE', 'RESOLUTION', 'Punkt ' || n, 'HE', conference.id, 'AK1', 'INTERNAL', 1,
      now(), now(), '', '', '{}', '{}', '{}', '{}', true, false, false, '{}', ${everybody}
    FROM conference, generate_series(1, ${ITEMS}) AS n RETURNING id, title
  ), agenda AS (
    INSERT INTO agendas (id, conference_id, body_codes, state, circulated_at, revision, audience)
    SELECT gen_random_uuid(), id, '{MAIN_CONFERENCE}', 'CIRCULATED', now(), 2, ${everybody} FROM conference RETURNING id
  )
  INSERT INTO agenda_items (id, agenda_id, topic_id, number, position, group_code, list, state, title, placed_at, circulated_at, audience)
  SELECT gen_random_uuid(), agenda.id, topic.id, n, n, 'AK1', 'DISCUSSION', 'PLACED', title, now(), now(), ${everybody}
  FROM agenda, (SELECT *, row_number() OVER () AS n FROM topic) AS topic RETURNING id, topic_id AS "topicId"`;

const people = `
  WITH wish AS (
    SELECT gen_random_uuid() AS id, channel, row_number() OVER () AS n FROM unnest($1::text[], $2::int[]) AS each (channel, count)
      CROSS JOIN LATERAL generate_series(1, count)
  ), person AS (
    INSERT INTO people (id, name, mail) SELECT id, 'Frau ' || n, lower(channel) || '-' || n || '@konferenzmappe.example' FROM wish
  ), assignment AS (
    INSERT INTO assignments (id, person_id, role, party_code, valid_from)
    SELECT gen_random_uuid(), wish.id, 'PARTY_COORDINATOR', party.code, '2020-01-01'
    FROM wish JOIN (SELECT code, row_number() OVER (ORDER BY code) AS place FROM parties) AS party ON place = n % 17 + 1
  )
  INSERT INTO notification_preferences (person_id, kind, channel) SELECT id, 'item-placed', channel FROM wish`;

interface PlacedItem {
  readonly id: string;
  readonly topicId: string;
}

function burstOn(kind: BackendKind): void {
  const clock = new FixedClock(monday);
  const databases: Database[] = [];
  let ground: WorkerGround;
  let mails: MoodyMailServer;

  beforeAll(async () => {
    ground = await WorkerGround.create(kind);
    mails = await MoodyMailServer.start();
    await ground.arrange(people, [Object.keys(wanted), Object.values(wanted)]);
  });

  afterAll(async () => {
    await ground.stopWorkers();
    for (const database of databases) await database.close();
    await mails.stop();
    await ground.drop();
  });

  async function startProduct(): Promise<void> {
    const config = { ...ground.config, smtpUrl: mails.url, publicUrl: 'https://mappe.example' };
    const database = await Database.open({ url: ground.testDatabase.appUrl, entities, poolSize: 12 });
    databases.push(database);
    const timings = { ...hurried, resendAfterSeconds: 10, backoffFactor: 0.0002 };
    await ground.startWorker({ libraries, config, database, clock, timings });
  }

  /** The whole agenda in one transaction, as circulating it does. */
  async function placeAllAtOnce(): Promise<void> {
    const items = await ground.arrange<PlacedItem>(agenda);
    const about = { event: 'agendaItem.placed', recordKind: 'agendaItem', occurredAt: monday };
    await ground.database.write(SYSTEM_ACTOR, (tx) =>
      appendAllToOutbox(
        tx,
        items.map(({ id, topicId }) => ({ ...about, recordId: id, data: { topicId, bodies: ['MAIN_CONFERENCE'] } })),
      ),
    );
  }

  async function notificationsSoFar(): Promise<number> {
    const [row] = await ground.arrange<{ count: number }>('SELECT count(*)::int AS count FROM notifications');
    return row?.count ?? 0;
  }

  /** Both workers collect at the same time, whatever the schedule says. */
  async function collectAt(instant: Date, digests: number): Promise<void> {
    clock.moveTo(instant);
    const { redisUrl, databaseUrl } = ground.config;
    const queues = openJobQueues({ redisUrl, databaseUrl });
    const queue = queues.queue('scheduled-jobs');
    try {
      const orders = [newId(), newId(), newId()];
      await queue.addBulk(orders.map((jobId) => ({ name: 'collect-digests', data: {}, opts: { jobId } })));
      await until(async () => (await ground.arrange('SELECT FROM digests')).length >= digests);
      await ground.settled();
    } finally {
      await queue.close();
      await queues.close();
    }
  }

  /** How many mails each person got, by how they want to be told: "daily 1" means that each of these got one. */
  function mailsByWish(): string[] {
    const counts = new Map<string, number>();
    for (const { to } of mails.taken) counts.set(to, (counts.get(to) ?? 0) + 1);
    const found = [...counts].map(([to, count]) => `${to.split('-')[0]} ${count}`);
    const groups = new Map<string, number>();
    for (const each of found) groups.set(each, (groups.get(each) ?? 0) + 1);
    return [...groups].map(([each, persons]) => `${persons} × ${each}`).sort();
  }

  it(`tells ${TOLD} people of ${ITEMS} items each, by two workers, in one statement per item`, async () => {
    await placeAllAtOnce();
    await Promise.all([startProduct(), startProduct()]);
    await until(async () => (await notificationsSoFar()) === ITEMS * TOLD);
    const perPerson = await ground.arrange(
      `SELECT channel, items, count(*)::int AS people FROM (
         SELECT recipient_id, channel, count(DISTINCT record_id)::int AS items, count(*) AS rows
         FROM notifications GROUP BY 1, 2 HAVING count(*) = count(DISTINCT record_id)) AS person
       GROUP BY 1, 2 ORDER BY 1`,
    );
    expect(perPerson).toEqual([
      { channel: 'DAILY', items: ITEMS, people: wanted.DAILY },
      { channel: 'IN_APP', items: ITEMS, people: wanted.IN_APP },
      { channel: 'MAIL', items: ITEMS, people: wanted.MAIL },
      { channel: 'WEEKLY', items: ITEMS, people: wanted.WEEKLY },
    ]);
    const [statements] = await ground.arrange(
      `SELECT count(DISTINCT (xmin::text, cmin::text))::int AS count FROM notifications WHERE channel = 'IN_APP'`,
    );
    expect(statements).toEqual({ count: ITEMS });
  }, 120_000);

  it('sends what was asked for at once, and one summary of all sixty to each who wants it in the morning', async () => {
    await collectAt(tuesday, wanted.DAILY);
    expect(mailsByWish()).toEqual([`${wanted.MAIL} × mail ${ITEMS}`, `${wanted.DAILY} × daily 1`].sort());
    await collectAt(nextMonday, wanted.DAILY + wanted.WEEKLY);
    expect(mailsByWish()).toEqual(
      [`${wanted.MAIL} × mail ${ITEMS}`, `${wanted.DAILY} × daily 1`, `${wanted.WEEKLY} × weekly 1`].sort(),
    );
  }, 120_000);

  it('has sent each of these mails once, although the server put many of them off', () => {
    expect(new Set(mails.taken.map(({ messageId }) => messageId)).size).toBe(mails.taken.length);
    expect(mails.taken).toHaveLength(ITEMS * wanted.MAIL + wanted.DAILY + wanted.WEEKLY);
    expect(mails.refusedRecipients).toBeGreaterThan(100);
    expect(mails.refusedMails).toBeGreaterThan(50);
  });

  it('tells nobody anything again when the queue and its notes are lost', async () => {
    const sent = mails.taken.length;
    await ground.arrange('DELETE FROM job_deliveries');
    await ground.arrange('UPDATE outbox SET done_at = NULL, relayed_at = NULL');
    await ground.settled();
    expect(mails.taken).toHaveLength(sent);
    expect(await notificationsSoFar()).toBe(ITEMS * TOLD);
  }, 120_000);

  it('knows of each of them in the database, and has nothing left to do', async () => {
    const [row] = await ground.arrange(
      `SELECT (SELECT count(*)::int FROM notifications) AS told,
         (SELECT count(*)::int FROM mail_deliveries WHERE state = 'SENT') AS mails,
         (SELECT count(*)::int FROM mail_deliveries WHERE state <> 'SENT') AS unsent,
         (SELECT count(*)::int FROM digests WHERE state = 'SENT') AS summaries,
         (SELECT count(*)::int FROM digests WHERE state <> 'SENT') AS unsummed,
         (SELECT count(*)::int FROM notifications WHERE digest_id IS NOT NULL) AS summed,
         (SELECT count(*)::int FROM job_deliveries WHERE state = 'FAILED') AS "givenUp",
         (SELECT count(*)::int FROM outbox WHERE done_at IS NULL) AS open`,
    );
    const summaries = wanted.DAILY + wanted.WEEKLY;
    expect(row).toEqual({
      ...{ told: ITEMS * TOLD, mails: ITEMS * wanted.MAIL, unsent: 0, summaries, unsummed: 0 },
      ...{ summed: ITEMS * summaries, givenUp: 0, open: 0 },
    });
  });
}

describe('Four hundred people and sixty items in one burst, on PostgreSQL', () => burstOn('PostgreSQL'));
describeWithRedis('Four hundred people and sixty items in one burst, on Redis', () => burstOn('Redis'));
