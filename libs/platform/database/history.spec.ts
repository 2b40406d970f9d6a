import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '#testing';
import {
  appendHistory,
  Database,
  newId,
  SYSTEM_ACTOR,
  verifyHistory,
  type DatabaseActor,
  type RecordEvent,
} from './index.js';

const HESSEN: DatabaseActor = { personId: newId(), audience: [7] };
const BAYERN: DatabaseActor = { personId: newId(), audience: [2] };

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

function anEvent(recordId: string, type = 'paper.changed'): RecordEvent {
  const occurredAt = new Date('2026-09-01T08:00:00Z');
  return {
    type,
    recordKind: 'paper',
    recordId,
    actorName: 'Kim',
    capacity: 'TEST',
    reason: null,
    occurredAt,
    data: { a: 1 },
  };
}

async function aHistoryOf(entries: number): Promise<string> {
  const id = newId();
  for (let index = 0; index < entries; index += 1) {
    await database.write(HESSEN, (tx) => appendHistory(tx, [0, 7], [anEvent(id, `paper.changed${index}`)]));
  }
  return id;
}

/** What somebody with all power over the server could do, triggers switched off. */
async function tamper(statement: string, values: unknown[]): Promise<void> {
  const client = new Client({ connectionString: room.superuserUrl });
  await client.connect();
  await client.query("SET session_replication_role = 'replica'");
  await client.query(statement, values);
  await client.end();
}

async function asOwner(statement: string): Promise<number | null> {
  const client = new Client({ connectionString: room.ownerUrl });
  await client.connect();
  try {
    await client.query(`SELECT set_config('app.audience', '{0}', false)`);
    return (await client.query(statement)).rowCount;
  } finally {
    await client.end();
  }
}

const broken = () => database.read(SYSTEM_ACTOR, verifyHistory);

describe('the history', () => {
  beforeEach(() => tamper('TRUNCATE history, history_heads', []));

  it('holds when nobody touched it', async () => {
    await aHistoryOf(3);
    expect(await broken()).toEqual([]);
  });

  it('shows a changed entry', async () => {
    const id = await aHistoryOf(3);
    await tamper(`UPDATE history SET actor_name = 'Niemand' WHERE record_id = $1 AND sequence = 2`, [id]);
    expect(await broken()).toEqual([{ recordKind: 'paper', recordId: id, sequence: 2, fault: 'CHANGED' }]);
  });

  it.each([1, 2, 3])('shows that entry %i of three was removed', async (sequence) => {
    const id = await aHistoryOf(3);
    await tamper('DELETE FROM history WHERE record_id = $1 AND sequence = $2', [id, sequence]);
    expect(await broken()).toMatchObject([{ recordId: id, fault: 'REMOVED_OR_REORDERED' }]);
  });

  it('shows reordered entries', async () => {
    const id = await aHistoryOf(3);
    await tamper(
      'UPDATE history SET sequence = CASE sequence WHEN 1 THEN 20 WHEN 2 THEN 10 ELSE 30 END WHERE record_id = $1',
      [id],
    );
    await tamper(
      'UPDATE history SET sequence = CASE sequence WHEN 10 THEN 1 WHEN 20 THEN 2 ELSE 3 END WHERE record_id = $1',
      [id],
    );
    expect((await broken()).map(({ recordId }) => recordId)).toEqual([id]);
  });

  it.each([
    ['an update', `UPDATE history SET reason = 'anders'`],
    ['a deletion', 'DELETE FROM history'],
    ['a truncation', 'TRUNCATE history'],
  ])('refuses %s by the processes', async (_what, statement) => {
    await aHistoryOf(1);
    await expect(database.write(HESSEN, (tx) => tx.execute(statement))).rejects.toMatchObject({ code: '42501' });
  });

  it.each([`UPDATE history SET reason = 'anders'`, 'TRUNCATE history'])('refuses the owner: %s', async (statement) => {
    await aHistoryOf(1);
    await expect(asOwner(statement)).rejects.toThrow('history cannot be changed');
  });

  it('keeps its entries from the owner who deletes', async () => {
    await aHistoryOf(2);
    expect(await asOwner('DELETE FROM history')).toBe(0);
    expect(await broken()).toEqual([]);
  });

  it('is seen by the audience of its record and by nobody else', async () => {
    const id = await aHistoryOf(2);
    const count = (actor: DatabaseActor) =>
      database.read(actor, async (tx) => (await tx.query('SELECT 1 FROM history WHERE record_id = $1', [id])).length);
    expect(await count(HESSEN)).toBe(2);
    expect(await count(BAYERN)).toBe(0);
  });

  it('writes no entry without the system in its audience', async () => {
    await expect(database.write(HESSEN, (tx) => appendHistory(tx, [7], [anEvent(newId())]))).rejects.toMatchObject({
      code: '23514',
    });
  });

  it('keeps the outbox message of each entry from everybody but the system', async () => {
    const id = await aHistoryOf(1);
    const messages = (actor: DatabaseActor) =>
      database.read(actor, (tx) => tx.query('SELECT event FROM outbox WHERE record_id = $1', [id]));
    expect(await messages(SYSTEM_ACTOR)).toHaveLength(1);
    expect(await messages(HESSEN)).toEqual([]);
  });
});
