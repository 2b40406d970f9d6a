import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { entities } from '#apps/api';
import { libraries } from '#apps/worker';
import { landCodes, topicStateNames, type Role } from '#glossary';
import { SYSTEM, type Actor } from '#organisation';
import { FixedClock } from '#platform/clock';
import { parseConfig, type Config } from '#platform/config';
import { Database, verifyHistory } from '#platform/database';
import { createTestDatabase, type TestDatabase } from '#testing';
import { DeskQuery } from '#topics';
import { createDemoData } from './demo-data.js';
import { DemoStage } from './demo-stage.js';
import { CHAIR } from './paper-acts.js';
import { demoPeople } from './people.js';

interface Demo {
  readonly store: TestDatabase;
  readonly database: Database;
  readonly config: Config;
  readonly clock: FixedClock;
  rows<Row>(statement: string): Promise<Row[]>;
  close(): Promise<void>;
}

async function aDatabase(now: string): Promise<Demo> {
  const store = await createTestDatabase();
  const database = await Database.open({ url: store.appUrl, entities, poolSize: 2 });
  return {
    store,
    database,
    config: parseConfig({ DATABASE_URL: store.appUrl }),
    clock: new FixedClock(new Date(now)),
    rows: (statement) => database.read(SYSTEM, (tx) => tx.query(statement)),
    close: async () => {
      await database.close();
      await store.drop();
    },
  };
}

const fill = (demo: Demo, database = demo.database): Promise<void> =>
  createDemoData({ ...demo, database, onProgress: () => undefined });

const counted = ['people', 'assignments', 'conferences', 'sessions', 'topics', 'proposal_versions', 'agendas']
  .concat(['agenda_items', 'ballots', 'votes', 'bund_positions', 'resolutions', 'history', 'outbox'])
  .map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`);
const countsOf = async (demo: Demo): Promise<Record<string, number>> =>
  (await demo.rows<Record<string, number>>(`SELECT ${counted.join(', ')}`))[0] ?? {};

describe('the demo on an empty database', () => {
  let demo: Demo;
  let stage: DemoStage;

  beforeAll(async () => {
    demo = await aDatabase('2026-11-23T11:00:00Z');
    await fill(demo);
    stage = await DemoStage.open(demo.database, demo.config, demo.clock.now());
  });

  afterAll(async () => {
    await stage.close();
    await demo.close();
  });

  const deskOf = async (mailbox: string): Promise<readonly string[]> => {
    const actor = await stage.as(mailbox, demo.clock.now());
    return (await stage.handler(DeskQuery).execute(actor)).map(({ action }) => action);
  };

  it('has follow-ups that are open, overdue, asked for again, reported, extended, conditional and asked of all', async () => {
    const found = await demo.rows<{ what: string }>(`
      SELECT DISTINCT unnest(ARRAY[state, due_kind,
        CASE WHEN due_day < '2026-11-23' THEN 'OVERDUE' END, CASE WHEN repeats_id IS NOT NULL THEN 'REPEATED' END,
        CASE WHEN (SELECT count(DISTINCT party) FROM follow_up_implementations WHERE follow_up_id = follow_ups.id) = 16
             THEN 'ALL' END]) AS what FROM follow_ups`);
    expect(found.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['OPEN', 'REPORTED', 'EXTENDED', 'CONDITION', 'CONFERENCE', 'OVERDUE', 'REPEATED', 'ALL']),
    );
  });

  it('has nobody without a task', async () => {
    expect(await demo.rows('SELECT mail FROM people WHERE id NOT IN (SELECT person_id FROM assignments)')).toEqual([]);
  });

  it.each([
    ...[...landCodes, 'BUND'].map((party) => [`koordination.${party.toLowerCase()}`, 'submitTopicRegistration']),
    ...[1, 2, 3, 4, 5, 6].map((committee) => [`vorsitz.ak${committee}`, 'forwardTopicToPreConference']),
    ['geschaeftsstelle', 'acceptTopicRegistration'],
    ['geschaeftsstelle', 'assignTopicToCommittee'],
    [CHAIR, 'consentToLateTopic'],
    [CHAIR, 'forwardTopicToMainConference'],
    [CHAIR, 'recordTopicOutcome'],
  ])('leaves open work on the desk of %s: %s', async (mailbox, action) => {
    expect(await deskOf(mailbox)).toContain(action);
  });

  it('gives everybody but the technical administration something to read', async () => {
    const readers = new Map<Role, number>();
    for (const { mail, assignments } of demoPeople) {
      const mailbox = mail.split('@')[0] ?? '';
      const [{ role } = { role: 'ADMIN' as const }] = assignments;
      if (role === 'CHAIR' && mailbox !== 'vorsitz.hh') continue;
      const actor: Actor = await stage.as(mailbox, demo.clock.now());
      const [seen] = await demo.database.read(actor, (tx) =>
        tx.query<{ count: number }>('SELECT count(*)::int AS count FROM topics'),
      );
      readers.set(role, Math.min(readers.get(role) ?? Infinity, seen?.count ?? 0));
    }
    const withNothing = [...readers].filter(([, count]) => count === 0).map(([role]) => role);
    expect(withNothing).toEqual(['ADMIN']);
  });

  it('shows topics in every state', async () => {
    const states = await demo.rows<{ state: string }>('SELECT DISTINCT state FROM topics');
    expect(states.map(({ state }) => state).sort()).toEqual(Object.keys(topicStateNames).sort());
    const ties = `SELECT count(*) FILTER (WHERE previous_conference_ids <> '{}')::int AS deferred,
        count(need_to_know_group_id)::int AS grouped, count(*) FILTER (WHERE is_placeholder)::int AS placeholders,
        (SELECT count(*)::int FROM topic_precedents) AS cited FROM topics`;
    expect(await demo.rows(ties)).toEqual([{ deferred: 1, grouped: 1, placeholders: 1, cited: 1 }]);
  });

  it('has a current conference, a next one with registration open, and past ones with their resolutions', async () => {
    const conferences = await demo.rows(
      `SELECT number, season, place, starts_on::text AS "startsOn", chair_code AS chair,
              direct_registration_deadline > '2026-11-23' AS "isOpen",
              (SELECT count(*)::int FROM resolutions WHERE conference_id = conferences.id) AS resolutions
       FROM conferences ORDER BY starts_on DESC`,
    );
    expect(conferences).toMatchObject([
      { number: 227, season: 'SPRING', place: 'Wiesbaden', startsOn: '2027-06-09', chair: 'HE', isOpen: true },
      { number: 226, season: 'AUTUMN', place: 'Hamburg', startsOn: '2026-12-02', chair: 'HH', isOpen: false },
      { number: null, season: 'SPECIAL', startsOn: '2026-11-20', chair: 'HH', isOpen: false },
      { number: 223, resolutions: 2 },
      { number: 210, resolutions: 3 },
      { number: 203, resolutions: 2 },
      { number: 187, resolutions: 1 },
      { number: 183, resolutions: 3 },
      { number: 182, resolutions: 1 },
      { number: 169, resolutions: 1 },
    ]);
  });

  it('votes in a special session that has been opened', async () => {
    expect(
      await demo.rows(`SELECT state, pending_ballots AS pending FROM sessions WHERE body_code = 'MAIN_CONFERENCE'
                       AND conference_id = (SELECT id FROM conferences WHERE season = 'SPECIAL')`),
    ).toEqual([{ state: 'IN_PROGRESS', pending: 2 }]);
  });

  it('has a written procedure that was adopted and one that some have voted in', async () => {
    const procedures = await demo.rows(
      `SELECT state, number, resolution_number AS resolution,
              (SELECT count(*)::int FROM written_release_votes WHERE procedure_id = procedure.id) AS forms
       FROM written_procedures AS procedure ORDER BY number`,
    );
    expect(procedures).toEqual([
      { state: 'ADOPTED', number: 1, resolution: 1, forms: 17 },
      { state: 'RUNNING', number: 2, resolution: null, forms: 6 },
    ]);
  });

  it('has a round of comments that ended at its deadline and one in which some have answered', async () => {
    expect(
      await demo.rows(`SELECT state, body, ended_at = closes_at AS "atDeadline",
                              (SELECT count(*)::int FROM comments WHERE round_id = round.id) AS comments
                       FROM comment_rounds AS round ORDER BY opened_at`),
    ).toEqual([
      { state: 'CLOSED', body: 'AK3', atDeadline: true, comments: 4 },
      { state: 'OPEN', body: 'AK5', atDeadline: null, comments: 3 },
    ]);
  });

  it('has reminded people of what they still have to do, up to the head of an office', async () => {
    const found = await demo.rows<{ rung: string }>('SELECT DISTINCT rung FROM reminders ORDER BY rung');
    expect(found.map(({ rung }) => rung)).toEqual(expect.arrayContaining(['ESCALATION', 'OVERDUE', 'TWO_DAYS']));
    const [late] = await demo.rows<{ count: number }>(
      `SELECT count(*)::int FROM reminders WHERE reminded_at > '2026-11-23T11:00:00Z'`,
    );
    expect(late?.count).toBe(0);
  });

  it('keeps the text of each resolution as the one its topic was decided with', async () => {
    expect(
      await demo.rows(
        `SELECT topics.title FROM resolutions JOIN topics ON topics.id = topic_id
         JOIN proposal_versions version ON version.id = proposal_version_id
         WHERE NOT (resolutions.text_hash = proposal_text_hash AND version.text_hash = proposal_text_hash)`,
      ),
    ).toEqual([]);
  });

  it('has a circulated agenda on which the late topic carries a suffix, and ballots some have voted in', async () => {
    const items = await demo.rows<{ number: string }>('SELECT number FROM agenda_items ORDER BY position');
    expect(items.every(({ number }) => number !== null)).toBe(true);
    expect(items.filter(({ number }) => /^\d+[a-z]$/.test(number))).toHaveLength(1);
    expect(await countsOf(demo)).toMatchObject({ agendas: 2, ballots: 4, votes: 28, bund_positions: 3 });
    expect(await demo.rows('SELECT kind, state FROM ballots ORDER BY kind, state')).toEqual([
      { kind: 'BLOCK', state: 'OPEN' },
      { kind: 'ITEM', state: 'OPEN' },
      { kind: 'WRITTEN_PROCEDURE', state: 'DETERMINED' },
      { kind: 'WRITTEN_PROCEDURE', state: 'OPEN' },
    ]);
  });

  it('has acted in the past alone, and in an unbroken history', async () => {
    expect(await demo.rows(`SELECT event FROM history WHERE occurred_at > '2026-11-23T11:00:00Z'`)).toEqual([]);
    expect(await demo.database.read(SYSTEM, verifyHistory)).toEqual([]);
  });

  it('leaves a few messages of the last two weeks to be told, of events that the worker knows', async () => {
    const open = await demo.rows<{ event: string; isOld: boolean }>(
      `SELECT event, occurred_at < '2026-11-09T11:00:00Z' AS "isOld" FROM outbox WHERE done_at IS NULL`,
    );
    const { events } = libraries.events;
    expect(open.filter(({ event, isOld }) => isOld || !events.includes(event))).toEqual([]);
    const told = open.filter(({ event }) => /submitted|accepted|assigned|returned|placed/.test(event));
    expect(told.length).toBeGreaterThan(8);
    expect(told.filter(({ event }) => event === 'agendaItem.placed')).toHaveLength(4);
  });

  it('changes nothing when it starts again', async () => {
    const before = await countsOf(demo);
    await fill(demo);
    expect(await countsOf(demo)).toEqual(before);
  });
});

describe('a start that is killed', () => {
  let whole: unknown;
  let writes = 0;

  beforeAll(async () => {
    const demo = await aDatabase('2026-11-23T11:00:00Z');
    await fill(
      demo,
      watched(demo.database, () => (writes += 1)),
    );
    whole = await everything(demo);
    await demo.close();
  });

  const everything = async (demo: Demo): Promise<unknown> => ({
    ...(await countsOf(demo)),
    topics: await demo.rows('SELECT title, state, revision, updated_at, audience FROM topics ORDER BY title'),
  });

  it.each([
    ['after its first act', () => 1],
    ['among the past conferences', () => 15],
    ['early in the half-year', () => Math.round(writes / 3)],
    ['late in the half-year', () => Math.round((writes * 3) / 4)],
    ['before its last act', () => writes - 1],
  ])('%s is completed by the next one, days later', async (_when, acts) => {
    const demo = await aDatabase('2026-11-23T11:00:00Z');
    let left = acts();
    const gone = watched(demo.database, () => {
      left -= 1;
      if (left < 0) throw new Error('The database is gone');
    });
    await expect(fill(demo, gone)).rejects.toThrow('The database is gone');
    demo.clock.moveTo(new Date('2026-11-25T17:00:00Z'));
    await fill(demo);
    expect(await everything(demo)).toEqual(whole);
    expect(await demo.database.read(SYSTEM, verifyHistory)).toEqual([]);
    await demo.close();
  });
});

describe('the demo on a day', () => {
  it.each(['2026-12-24T22:59:59Z', '2027-01-01T08:00:00+01:00', '2027-06-25T10:00:00Z'])(
    'like %s plays as well',
    async (now) => {
      const demo = await aDatabase(now);
      await fill(demo);
      expect(await demo.rows(`SELECT event FROM history WHERE occurred_at > '${now}'`)).toEqual([]);
      expect(await countsOf(demo)).toMatchObject({ conferences: 10, agendas: 2, ballots: 4, votes: 28 });
      await demo.close();
    },
  );

  it('leaves a database alone in which people are at work', async () => {
    const demo = await aDatabase('2026-11-23T11:00:00Z');
    await demo.database.write(SYSTEM, (tx) =>
      tx.execute(`INSERT INTO people (id, name, mail) VALUES (gen_random_uuid(), 'Kim Beispiel', 'kim@land.example')`),
    );
    await fill(demo);
    expect(await countsOf(demo)).toMatchObject({ people: 1, conferences: 0, topics: 0, history: 0 });
    await demo.close();
  });
});

/** The same database; somebody hears of each write before it happens. */
function watched(database: Database, beforeWrite: () => void): Database {
  return new Proxy(database, {
    get: (target, property) => {
      if (property === 'write') beforeWrite();
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
