import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FixedClock } from '#platform/clock';
import { Database, SYSTEM_ACTOR } from '#platform/database';
import { createTestDatabase, type TestDatabase } from '#testing';
import { claimMessage, deliverAgain, discardDelivery, failDelivery, pruneOutbox, settleMessage } from './deliveries.js';
import type { Delivery } from './delivery.js';
import { appendToOutbox } from './outbox-message.js';
import { OutboxRelay } from './outbox-relay.js';

const noon = new Date('2026-11-02T12:00:00Z');
const clock = new FixedClock(noon);

let testDatabase: TestDatabase;
let database: Database;
let enqueued: Delivery[] = [];

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = await Database.open({ url: testDatabase.appUrl, entities: [] });
});

beforeEach(async () => {
  clock.moveTo(noon);
  enqueued = [];
  await database.write(SYSTEM_ACTOR, (tx) => tx.execute('DELETE FROM outbox'));
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

function aRelay(batchSize = 100): OutboxRelay {
  const jobsByEvent = new Map([
    ['spec.happened', ['first', 'second']],
    ['spec.was-noted', []],
  ]);
  const enqueue = async (deliveries: readonly Delivery[]): Promise<void> => void enqueued.push(...deliveries);
  return new OutboxRelay(database, clock, { jobsByEvent, enqueue }, { batchSize, resendAfterSeconds: 60 });
}

async function happen(event: string, times = 1): Promise<string[]> {
  return database.write(SYSTEM_ACTOR, async (tx) => {
    const ids: string[] = [];
    for (let turn = 0; turn < times; turn++) {
      const recordId = '00000000-0000-7000-8000-000000000001';
      ids.push(await appendToOutbox(tx, { event, recordKind: 'spec', recordId, data: {}, occurredAt: noon }));
    }
    return ids;
  });
}

async function done(outboxId: string, jobName: string): Promise<void> {
  await database.write(SYSTEM_ACTOR, (tx) => claimMessage(tx, { outboxId, jobName }, noon));
}

async function openMessages(): Promise<string[]> {
  const rows = await database.read(SYSTEM_ACTOR, (tx) =>
    tx.query<{ id: string }>('SELECT id FROM outbox WHERE done_at IS NULL ORDER BY id'),
  );
  return rows.map(({ id }) => id);
}

describe('The relay', () => {
  it('carries every job of a message once', async () => {
    const [id] = await happen('spec.happened');
    await aRelay().relay();
    await aRelay().relay();
    expect(enqueued).toEqual([
      { outboxId: id, jobName: 'first' },
      { outboxId: id, jobName: 'second' },
    ]);
  });

  it('carries each message once when many relay at the same moment', async () => {
    const ids = await happen('spec.happened', 40);
    await Promise.all([aRelay(15), aRelay(15), aRelay(15), aRelay(15)].map((relay) => relay.relay()));
    while (await aRelay(15).relay());
    expect(enqueued.map(({ outboxId }) => outboxId).sort()).toEqual([...ids, ...ids].sort());
  });

  it('says when there may be more than one batch', async () => {
    await happen('spec.happened', 5);
    const relay = aRelay(3);
    expect([await relay.relay(), await relay.relay(), await relay.relay()]).toEqual([true, false, false]);
  });

  it('carries again, after a while, only what is not done', async () => {
    const [id = ''] = await happen('spec.happened');
    await aRelay().relay();
    await done(id, 'first');
    clock.moveTo(new Date(noon.getTime() + 61_000));
    enqueued = [];
    await aRelay().relay();
    expect(enqueued).toEqual([{ outboxId: id, jobName: 'second' }]);
  });

  it('closes what is done already, and what is only to be recorded', async () => {
    const [id = ''] = await happen('spec.happened');
    await done(id, 'first');
    await done(id, 'second');
    await happen('spec.was-noted');
    await aRelay().relay();
    expect(enqueued).toEqual([]);
    expect(await openMessages()).toEqual([]);
  });

  it('leaves everything as it was when the queue refuses', async () => {
    const [id] = await happen('spec.happened');
    const target = {
      jobsByEvent: new Map([['spec.happened', ['first']]]),
      enqueue: () => Promise.reject(new Error('away')),
    };
    const relay = new OutboxRelay(database, clock, target, { batchSize: 10, resendAfterSeconds: 60 });
    await expect(relay.relay()).rejects.toThrow('away');
    await aRelay().relay();
    expect(enqueued.map(({ outboxId }) => outboxId)).toEqual([id, id]);
  });
});

describe('The claim of a job on a message', () => {
  it('is granted once, however many ask at the same moment', async () => {
    const [id = ''] = await happen('spec.happened');
    const claims = [1, 2, 3, 4].map(() =>
      database.write(SYSTEM_ACTOR, (tx) => claimMessage(tx, { outboxId: id, jobName: 'first' }, noon)),
    );
    expect((await Promise.all(claims)).filter((claim) => claim?.isGranted)).toHaveLength(1);
  });

  it('is free again when the transaction fails', async () => {
    const [id = ''] = await happen('spec.happened');
    const delivery = { outboxId: id, jobName: 'first' };
    const failing = database.write(SYSTEM_ACTOR, async (tx) => {
      await claimMessage(tx, delivery, noon);
      throw new Error('the job failed');
    });
    await expect(failing).rejects.toThrow('the job failed');
    expect(await database.write(SYSTEM_ACTOR, (tx) => claimMessage(tx, delivery, noon))).toMatchObject({
      isGranted: true,
    });
  });
});

describe('A delivery that was set aside', () => {
  const setAside = (outboxId: string) =>
    database.write(SYSTEM_ACTOR, async (tx) => {
      await failDelivery(tx, { outboxId, jobName: 'first' }, noon);
      return discardDelivery(tx, { outboxId, jobName: 'first' });
    });

  it('keeps the message open as long as another job is not done, and then holds it up no more', async () => {
    const [id = ''] = await happen('spec.happened');
    await aRelay().relay();
    expect(await setAside(id)).toBe(true);
    enqueued = [];
    await aRelay().relay();
    expect(enqueued).toEqual([{ outboxId: id, jobName: 'second' }]);
    expect(await openMessages()).toEqual([id]);
    await database.write(SYSTEM_ACTOR, async (tx) => {
      await claimMessage(tx, { outboxId: id, jobName: 'second' }, noon);
      await settleMessage(tx, id, ['first', 'second'], noon);
    });
    expect(await openMessages()).toEqual([]);
  });

  it('closes a message on which nothing else waits, at the next round of the relay', async () => {
    const [id = ''] = await happen('spec.happened');
    await aRelay().relay();
    await done(id, 'second');
    await setAside(id);
    await aRelay().relay();
    expect(await openMessages()).toEqual([]);
  });

  it('is neither begun, nor given up, nor run again, nor set aside any more', async () => {
    const [id = ''] = await happen('spec.happened');
    const delivery = { outboxId: id, jobName: 'first' };
    await setAside(id);
    const late = await database.write(SYSTEM_ACTOR, async (tx) => {
      await deliverAgain(tx, delivery);
      return [
        (await claimMessage(tx, delivery, noon))?.isGranted,
        await failDelivery(tx, delivery, noon),
        await discardDelivery(tx, delivery),
      ];
    });
    expect(late).toEqual([false, false, false]);
  });

  it('is kept with its message when the outbox is pruned', async () => {
    const [id = ''] = await happen('spec.happened');
    await done(id, 'second');
    await setAside(id);
    await aRelay().relay();
    const all = new Date(noon.getTime() + 1);
    expect(await database.write(SYSTEM_ACTOR, (tx) => pruneOutbox(tx, all, 10))).toBe(0);
  });
});

describe('Pruning', () => {
  it('removes what is done long ago, and nothing that is open', async () => {
    const [open] = await happen('spec.happened');
    await happen('spec.was-noted', 2);
    await aRelay().relay();
    const prune = (before: Date) => database.write(SYSTEM_ACTOR, (tx) => pruneOutbox(tx, before, 10));
    expect(await prune(noon)).toBe(0);
    expect(await prune(new Date(noon.getTime() + 1))).toBe(2);
    expect(await openMessages()).toEqual([open]);
  });
});

describe('The outbox', () => {
  it('can be read and emptied by the system alone', async () => {
    const [id] = await happen('spec.happened');
    const person = { personId: '00000000-0000-7000-8000-000000000002', audience: [1] };
    expect(await database.write(person, (tx) => tx.execute('DELETE FROM outbox'))).toBe(0);
    expect(await database.read(person, (tx) => tx.query('SELECT FROM outbox'))).toEqual([]);
    expect(await openMessages()).toEqual([id]);
  });

  it('notes who caused a message', async () => {
    const person = { personId: '00000000-0000-7000-8000-000000000002', audience: [1] };
    const recordId = '00000000-0000-7000-8000-000000000001';
    const about = { event: 'spec.happened', recordKind: 'spec', recordId, data: {}, occurredAt: noon };
    await database.write(person, (tx) => appendToOutbox(tx, about));
    const rows = database.read(SYSTEM_ACTOR, (tx) => tx.query('SELECT actor_person_id AS "actor" FROM outbox'));
    expect(await rows).toEqual([{ actor: person.personId }]);
  });
});
