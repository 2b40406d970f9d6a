import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '#testing';
import { appendHistory, Database, newId, SYSTEM_ACTOR, type DatabaseActor } from './index.js';

const HESSEN: DatabaseActor = { personId: newId(), audience: [7] };

let room: TestDatabase;
let database: Database;

beforeAll(async () => {
  room = await createTestDatabase();
  database = await Database.open({ url: room.appUrl, entities: [] });
});
afterAll(async () => {
  await database.close();
  await room.drop();
});

async function ask<Row>(url: string, text: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows as Row[];
  } finally {
    await client.end();
  }
}

const events = [
  {
    type: 'paper.changed',
    recordKind: 'paper',
    recordId: newId(),
    actorName: 'Kim',
    capacity: 'TEST',
    reason: null,
    occurredAt: new Date('2026-09-01T08:00:00Z'),
    data: {},
  },
] as const;
const entries = () => database.read(SYSTEM_ACTOR, async (tx) => (await tx.query('SELECT 1 FROM history')).length);

describe('the database', () => {
  it('has row-level security forced and a policy on every table', async () => {
    const bare = await ask<{ table: string }>(
      room.superuserUrl,
      `SELECT format('%I.%I', n.nspname, c.relname) AS table FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('public', 'publication') AND c.relname <> 'migrations'
         AND (NOT c.relrowsecurity OR NOT c.relforcerowsecurity
              OR NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))`,
    );
    expect(bare).toEqual([]);
  });

  it('lets the processes neither own a table nor bypass row-level security', async () => {
    const roles = await ask(
      room.superuserUrl,
      `SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname IN ('km_app', 'km_public', 'km_owner')`,
    );
    expect(roles).toEqual(Array(3).fill({ rolsuper: false, rolbypassrls: false }));
    const owned = await ask(
      room.superuserUrl,
      `SELECT relname FROM pg_class WHERE pg_get_userbyid(relowner) IN ('km_app', 'km_public')`,
    );
    expect(owned).toEqual([]);
  });

  it('shows nothing to a query outside a transaction with an actor', async () => {
    await database.write(SYSTEM_ACTOR, (tx) => appendHistory(tx, [0], events));
    expect(await ask(room.appUrl, 'SELECT 1 FROM history')).toEqual([]);
    expect(await ask(room.appUrl, 'SELECT 1 FROM people')).toEqual([]);
    expect(await ask(room.appUrl, 'SELECT 1 FROM topics')).toEqual([]);
  });

  it('forgets the actor when the transaction ends', async () => {
    await database.read(SYSTEM_ACTOR, (tx) => tx.query('SELECT 1'));
    const seen = await Promise.all(
      Array.from({ length: 20 }, () =>
        database.read(HESSEN, (tx) => tx.query<{ audience: number[] }>('SELECT actor_audience() AS audience')),
      ),
    );
    expect(seen.flat()).toEqual(Array(20).fill({ audience: [7] }));
  });

  it('rolls back when the work throws, and when it answers a refusal', async () => {
    const before = await entries();
    const failing = database.write(HESSEN, async (tx) => {
      await appendHistory(tx, [0, 7], events);
      throw new Error('halfway');
    });
    await expect(failing).rejects.toThrow('halfway');
    await database.write(HESSEN, async (tx) => {
      await appendHistory(tx, [0, 7], events);
      return { ok: false };
    });
    expect(await entries()).toBe(before);
  });

  it('refuses to write in a transaction for reading', async () => {
    await expect(database.read(HESSEN, (tx) => tx.query(`INSERT INTO outbox SELECT`))).rejects.toMatchObject({
      code: expect.stringMatching(/^(25006|42)/),
    });
  });

  it('takes no actor whose id or audience could be anything but ids', async () => {
    const hostile = { personId: `'); DROP TABLE history; --`, audience: [] };
    await expect(database.read(hostile, (tx) => tx.query('SELECT 1'))).rejects.toThrow('is not a UUID');
    await expect(database.read({ personId: null, audience: [1.5] }, (tx) => tx.query('SELECT 1'))).rejects.toThrow(
      'whole numbers',
    );
  });

  it('lets two write the same record one after the other', async () => {
    const recordId = newId();
    const entry = { ...events[0], recordId };
    await Promise.all(
      Array.from({ length: 8 }, () => database.write(HESSEN, (tx) => appendHistory(tx, [0, 7], [entry]))),
    );
    const rows = await database.read(HESSEN, (tx) =>
      tx.query<{ sequence: number }>('SELECT sequence FROM history WHERE record_id = $1 ORDER BY 1', [recordId]),
    );
    expect(rows.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  describe('reading for one person several times at once', () => {
    const state = (actor: DatabaseActor): Promise<{ pid: number; entries: number }> =>
      database.read(actor, async (tx) => {
        const [row] = await tx.query<{ pid: number; entries: number }>(
          'SELECT pg_backend_pid() AS pid, (SELECT count(*)::int FROM history) AS entries',
        );
        return row ?? { pid: 0, entries: 0 };
      });
    const somebody = (): DatabaseActor => ({ personId: newId(), audience: [7] });

    it('sees one state of the data on one connection', async () => {
      const actor = somebody();
      const [first, second] = await Promise.all([state(actor), state(actor)]);
      expect(second).toEqual(first);
    });

    it('keeps two people apart', async () => {
      const [first, second] = await Promise.all([state(somebody()), state({ personId: newId(), audience: [] })]);
      expect(first.pid).not.toBe(second.pid);
      expect(second.entries).toBe(0);
    });

    it('knows of what the person has just written', async () => {
      const actor = somebody();
      const before = await state(actor);
      await database.write(actor, (tx) => appendHistory(tx, [0, 7], [{ ...events[0], recordId: newId() }]));
      expect((await state(actor)).entries).toBe(before.entries + 1);
    });

    it('leaves a fault to the reading that made it, and to those at the same time', async () => {
      const actor = somebody();
      await expect(database.read(actor, (tx) => tx.query('SELECT 1 / 0'))).rejects.toThrow('division by zero');
      expect((await state(actor)).pid).toBeGreaterThan(0);
    });

    it('gives the connection back', async () => {
      for (let turn = 0; turn < 30; turn += 1) await state(somebody());
      await Promise.all(Array.from({ length: 30 }, () => state(somebody())));
      expect((await state(somebody())).pid).toBeGreaterThan(0);
    });
  });
});
