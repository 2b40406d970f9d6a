import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '#organisation';
import { FixedClock } from '#platform/clock';
import { Database, SYSTEM_ACTOR } from '#platform/database';
import {
  appendToOutbox,
  claimMessage,
  deliverAgain,
  failDelivery,
  failureOf,
  findMessage,
  keepDeadLetter,
  OutboxRelay,
} from '#platform/outbox';
import { createTestDatabase, seedPeople, type SeededPeople, type TestDatabase } from '#testing';
import { DeadLetterTransitionHandler } from './dead-letter-transition.handler.js';
import {
  DeadLetterListQuery,
  type DeadLetterListRequest,
} from './features/list-dead-letters/dead-letter-list.query.js';
import { DeadLetters } from './persistence/dead-letters.js';
import { InstallationState } from './persistence/installation-state.js';

const noon = new Date('2026-11-02T12:00:00Z');
const later = new Date('2026-11-02T13:00:00Z');
const paper = 'Geheimer Beschlussvorschlag';
const recordId = '0198a000-0000-7000-8000-000000000001';
const all: DeadLetterListRequest = { first: 50, after: null, jobName: null, states: null, order: 'OLDEST' };

let testDatabase: TestDatabase;
let database: Database;
let people: SeededPeople;
let handler: DeadLetterTransitionHandler;
let list: DeadLetterListQuery;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = await Database.open({ url: testDatabase.appUrl, entities: [] });
  people = await seedPeople(testDatabase);
  handler = new DeadLetterTransitionHandler(database, new DeadLetters(), new FixedClock(later));
  list = new DeadLetterListQuery(database);
});

beforeEach(async () => {
  await database.write(SYSTEM_ACTOR, (tx) => tx.execute('DELETE FROM outbox'));
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

function actor(mail: string): Actor {
  const found = people.get(mail);
  if (found === undefined) throw new Error(`Nobody is called ${mail}`);
  return { ...found.actor };
}

/** A message with a paper in it, and a job that failed quoting the paper. */
async function giveUp(jobName = 'send-notification-mail', at = noon, outboxId?: string): Promise<string> {
  const told = { event: 'notification.created', recordKind: 'notification', recordId, occurredAt: at };
  return database.write(SYSTEM_ACTOR, async (tx) => {
    const id = outboxId ?? (await appendToOutbox(tx, { ...told, data: { title: paper } }));
    const [row] = await tx.query<{ run: number }>('SELECT run FROM job_deliveries WHERE outbox_id = $1', [id]);
    const delivery = { outboxId: id, jobName, run: row?.run ?? 0 };
    const message = await findMessage(tx, id);
    if (message === null || !(await failDelivery(tx, delivery, at))) return id;
    const failure = failureOf(Object.assign(new Error(paper), { code: '23514' }));
    await keepDeadLetter(tx, { delivery, message, failure, attempts: 3 }, at);
    return id;
  });
}

async function theLetter(who = 'technik') {
  const [letter] = (await list.execute(actor(who), all)).nodes;
  if (letter === undefined) throw new Error('Nothing was given up');
  return letter;
}

describe('What was given up', () => {
  it('is seen by the technical administration and by nobody else', async () => {
    await giveUp();
    const seeing: string[] = [];
    for (const mail of people.keys()) {
      if ((await list.execute(actor(mail), all)).totalCount > 0) seeing.push(mail);
    }
    expect(seeing).toEqual(['technik']);
  });

  it('tells nothing of contents', async () => {
    const outboxId = await giveUp();
    const letter = await theLetter();
    expect(letter).toMatchObject({
      outboxId,
      jobName: 'send-notification-mail',
      event: 'notification.created',
      recordKind: 'notification',
      state: 'GIVEN_UP',
      attempts: 3,
      failure: 'DATABASE_REFUSED',
      failureCode: '23514',
    });
    expect(JSON.stringify(letter)).not.toContain('Beschluss');
    const kept = await database.read(SYSTEM_ACTOR, (tx) =>
      tx.query(`SELECT to_jsonb(d)::text || to_jsonb(l)::text AS kept FROM job_deliveries d JOIN dead_letters l
                USING (outbox_id, job_name)`),
    );
    expect(JSON.stringify(kept)).not.toContain('Beschluss');
  });

  it('gives the technical administration no look at messages', async () => {
    await giveUp();
    const seen = await database.read(actor('technik'), (tx) =>
      tx.query('SELECT id FROM outbox UNION ALL SELECT outbox_id FROM job_deliveries'),
    );
    expect(seen).toEqual([]);
  });

  it('is listed page by page in each order, by job and by state', async () => {
    const ids: string[] = [];
    for (let hour = 0; hour < 5; hour += 1) {
      ids.push(await giveUp(`job-${5 - hour}`, new Date(noon.getTime() + hour * 3_600_000)));
    }
    const technician = actor('technik');
    const paged = async (order: DeadLetterListRequest['order']): Promise<string[]> => {
      const found: string[] = [];
      let after: string | null = null;
      do {
        const page = await list.execute({ ...technician }, { ...all, first: 2, after, order });
        expect(page.totalCount).toBe(5);
        found.push(...page.nodes.map(({ outboxId }) => outboxId));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      return found;
    };
    expect(await paged('OLDEST')).toEqual(ids);
    expect(await paged('LATEST')).toEqual([...ids].reverse());
    expect(await paged('JOB')).toEqual([...ids].reverse());
    expect((await list.execute({ ...technician }, { ...all, jobName: 'job-2' })).totalCount).toBe(1);
    expect((await list.execute({ ...technician }, { ...all, states: ['SOLVED'] })).totalCount).toBe(0);
  });

  it('answers to no page mark of another order, or of somebody else', async () => {
    await giveUp();
    await giveUp();
    const { pageInfo } = await list.execute(actor('technik'), { ...all, first: 1 });
    const foreign = list.execute(actor('technik'), { ...all, order: 'JOB', after: pageInfo.endCursor });
    await expect(foreign).rejects.toThrow('Seitenmarke');
    const made = Buffer.from(JSON.stringify(['OLDEST', 'irgendwann', recordId])).toString('base64url');
    await expect(list.execute(actor('technik'), { ...all, after: made })).rejects.toThrow('Seitenmarke');
  });
});

describe('Running again what was given up', () => {
  it('is done for the technical administration, and for everybody else there is nothing to run', async () => {
    await giveUp();
    const { id, revision, jobName } = await theLetter();
    for (const mail of [...people.keys()].filter((each) => each !== 'technik')) {
      expect(await handler.runAgain(actor(mail), id, revision)).toMatchObject({ refusals: [{ code: 'NOT_FOUND' }] });
      expect(await handler.runAllAgain(actor(mail), jobName)).toMatchObject({ refusals: [{ code: 'NOT_FOUND' }] });
    }
    expect(await handler.runAgain(actor('technik'), id, revision)).toMatchObject({ ok: true });
    expect(await theLetter()).toMatchObject({ state: 'RUNNING_AGAIN', revision: revision + 1 });
  });

  it('hands the message to the relay once more, under another number', async () => {
    const outboxId = await giveUp();
    await database.write(SYSTEM_ACTOR, (tx) => tx.execute('UPDATE outbox SET relayed_at = now()'));
    const { id, revision } = await theLetter();
    await handler.runAgain(actor('technik'), id, revision);
    const [row] = await database.read(SYSTEM_ACTOR, (tx) =>
      tx.query(
        `SELECT state, run, relayed_at FROM job_deliveries JOIN outbox ON outbox.id = outbox_id WHERE outbox_id = $1`,
        [outboxId],
      ),
    );
    expect(row).toEqual({ state: 'AGAIN', run: 1, relayed_at: null });
  });

  it('happens once when two press the button at the same moment', async () => {
    await giveUp();
    const { id, revision } = await theLetter();
    const answers = await Promise.all([1, 2, 3].map(() => handler.runAgain(actor('technik'), id, revision)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const [again] = await database.read(SYSTEM_ACTOR, (tx) => tx.query('SELECT run FROM job_deliveries'));
    expect(again).toEqual({ run: 1 });
  });

  it('is not possible while it is running again, and says so', async () => {
    await giveUp();
    const { id, revision } = await theLetter();
    await handler.runAgain(actor('technik'), id, revision);
    const twice = await handler.runAgain(actor('technik'), id, revision + 1);
    expect(twice).toMatchObject({ refusals: [{ code: 'NOT_POSSIBLE_IN_STATE' }] });
  });

  it('takes up all of a job, and no other job', async () => {
    for (const jobName of ['send-digest-mail', 'send-digest-mail', 'notify-of-body']) await giveUp(jobName);
    expect(await handler.runAllAgain(actor('technik'), 'send-digest-mail')).toEqual({ ok: true, count: 2 });
    const { nodes } = await list.execute(actor('technik'), { ...all, states: ['GIVEN_UP'] });
    expect(nodes.map(({ jobName }) => jobName)).toEqual(['notify-of-body']);
  });

  it('is the same letter when it fails again, and solved when it does not', async () => {
    const outboxId = await giveUp();
    const { id, revision } = await theLetter();
    await handler.runAgain(actor('technik'), id, revision);
    await giveUp('send-notification-mail', later, outboxId);
    expect(await theLetter()).toMatchObject({ id, state: 'GIVEN_UP', attempts: 6, lastFailedAt: later });
    const late = await handler.runAgain(actor('technik'), id, revision);
    expect(late).toMatchObject({ ok: false, refusals: [{ code: 'CHANGED_MEANWHILE' }] });
    await handler.runAgain(actor('technik'), id, revision + 2);
    await database.write(SYSTEM_ACTOR, (tx) =>
      claimMessage(tx, { outboxId, jobName: 'send-notification-mail' }, later),
    );
    expect(await theLetter()).toMatchObject({ id, state: 'SOLVED' });
    const delivery = { outboxId, jobName: 'send-notification-mail' };
    await database.write(SYSTEM_ACTOR, (tx) => deliverAgain(tx, delivery));
    expect(await database.write(SYSTEM_ACTOR, (tx) => claimMessage(tx, delivery, later))).toMatchObject({
      isGranted: false,
    });
  });

  it('is not undone by a late word of the run before', async () => {
    const outboxId = await giveUp();
    const { id, revision } = await theLetter();
    await handler.runAgain(actor('technik'), id, revision);
    const delivery = { outboxId, jobName: 'send-notification-mail', run: 0 };
    expect(await database.write(SYSTEM_ACTOR, (tx) => failDelivery(tx, delivery, later))).toBe(false);
    expect(await theLetter()).toMatchObject({ state: 'RUNNING_AGAIN' });
  });

  it('leaves behind who did it', async () => {
    await giveUp();
    const { id, revision } = await theLetter();
    await handler.runAgain(actor('technik'), id, revision);
    const [entry] = await database.read(actor('technik'), (tx) =>
      tx.query(`SELECT event, capacity, actor_person_id FROM history WHERE record_id = $1`, [id]),
    );
    const { personId } = actor('technik');
    expect(entry).toEqual({ event: 'deadLetter.runAgain', capacity: 'ADMIN', actor_person_id: personId });
  });
});

describe('Setting aside what was given up', () => {
  const reason = 'Das Postfach gibt es nicht mehr.';

  it('is done for the technical administration, and for everybody else there is nothing to set aside', async () => {
    await giveUp();
    const { id: deadLetterId, revision: expectedRevision } = await theLetter();
    const request = { deadLetterId, expectedRevision, reason };
    for (const mail of [...people.keys()].filter((each) => each !== 'technik')) {
      expect(await handler.discard(actor(mail), request)).toMatchObject({ refusals: [{ code: 'NOT_FOUND' }] });
    }
    expect(await handler.discard(actor('technik'), { ...request, reason: ' ' })).toMatchObject({
      refusals: [{ code: 'REASON_REQUIRED', field: 'reason' }],
    });
    expect(await theLetter()).toMatchObject({ state: 'GIVEN_UP' });
    expect(await handler.discard(actor('technik'), request)).toMatchObject({ ok: true });
    expect(await theLetter()).toMatchObject({ state: 'DISCARDED', revision: expectedRevision + 1 });
  });

  it('happens once when two press the button at the same moment, and leaves behind who and why', async () => {
    await giveUp();
    const { id: deadLetterId, revision: expectedRevision } = await theLetter();
    const request = { deadLetterId, expectedRevision, reason };
    const answers = await Promise.all([1, 2, 3].map(() => handler.discard(actor('technik'), request)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const entries = await database.read(actor('technik'), (tx) =>
      tx.query('SELECT event, capacity, actor_person_id, reason FROM history WHERE record_id = $1', [deadLetterId]),
    );
    const { personId } = actor('technik');
    expect(entries).toEqual([{ event: 'deadLetter.discarded', capacity: 'ADMIN', actor_person_id: personId, reason }]);
  });

  it('wins or loses against running again as a whole', async () => {
    await giveUp();
    const { id: deadLetterId, revision } = await theLetter();
    const [again, aside] = await Promise.all([
      handler.runAgain(actor('technik'), deadLetterId, revision),
      handler.discard(actor('technik'), { deadLetterId, expectedRevision: revision, reason }),
    ]);
    expect([again.ok, aside.ok].sort()).toEqual([false, true]);
    const [delivery] = await database.read(SYSTEM_ACTOR, (tx) => tx.query('SELECT state FROM job_deliveries'));
    expect(delivery).toEqual({ state: again.ok ? 'AGAIN' : 'DISCARDED' });
  });

  it('keeps the message, from which nothing is expected any more', async () => {
    const outboxId = await giveUp();
    const { id: deadLetterId, revision: expectedRevision } = await theLetter();
    await handler.discard(actor('technik'), { deadLetterId, expectedRevision, reason });
    expect(await handler.runAllAgain(actor('technik'), 'send-notification-mail')).toMatchObject({ ok: false });
    const jobsByEvent = new Map([
      ['notification.created', ['send-notification-mail']],
      ['deadLetter.discarded', []],
      ['deadLetter.givenUp', []],
    ]);
    const enqueue = (): Promise<void> => Promise.resolve();
    const options = { batchSize: 10, resendAfterSeconds: 60 };
    await new OutboxRelay(database, new FixedClock(later), { jobsByEvent, enqueue }, options).relay();
    const kept = database.read(SYSTEM_ACTOR, (tx) => tx.query('SELECT done_at FROM outbox WHERE id = $1', [outboxId]));
    expect(await kept).toEqual([{ done_at: later }]);
    expect(await new InstallationState(database).backlog()).toEqual({ open: 0, openSince: null });
  });
});

describe('The backlog', () => {
  it('counts what is still to happen, not what was given up', async () => {
    await giveUp();
    const waiting = { event: 'spec.happened', recordKind: 'spec', recordId, data: {}, occurredAt: noon };
    await database.write(SYSTEM_ACTOR, async (tx) => {
      await tx.execute(`DELETE FROM outbox WHERE event = 'deadLetter.givenUp'`);
      await appendToOutbox(tx, waiting);
    });
    expect(await new InstallationState(database).backlog()).toEqual({ open: 1, openSince: noon });
  });
});
