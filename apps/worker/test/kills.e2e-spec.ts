import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Notifications } from '#notifications';
import { SystemClock } from '#platform/clock';
import { Database, newId, SYSTEM_ACTOR } from '#platform/database';
import { organisationEntities } from '#organisation';
import { QueueObserver } from '#platform/jobs';
import { describeWithRedis } from '../../../libs/testing/tools/index.js';
import { CuttableLine } from './cuttable-line.js';
import { happen } from './effects.js';
import { hurried } from './hurried.js';
import { killSteps } from './kill-steps.js';
import { mailLibraries } from './mail-libraries.js';
import { Obstacle, untilHalted } from './obstacle.js';
import { PatientMailServer } from './patient-mail-server.js';
import { kill, persist, until, WorkerGround, type BackendKind } from './worker-harness.js';

const LONG = 120_000;
const EVERYBODY = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid()`;

let ground: WorkerGround;
let observer: QueueObserver;

function onGround(kind: BackendKind): void {
  beforeAll(async () => {
    ground = await WorkerGround.create(kind);
    const { databaseUrl, redisUrl } = ground.config;
    observer = new QueueObserver({ databaseUrl, redisUrl });
  });

  afterEach(async () => {
    await ground.stopWorkers();
  });

  afterAll(async () => {
    await observer.close();
    await ground.drop();
  });
}

/** Every job has gone its way: the queue has nothing to do any more. */
async function untilQueueIsEmpty(): Promise<void> {
  await until(async () => {
    const state = (await observer.states())?.find(({ name }) => name === 'event-jobs');
    return state !== undefined && state.waiting + state.active + state.delayed === 0;
  });
}

async function expectOnce(ids: readonly string[], ...jobs: string[]): Promise<void> {
  await ground.settled();
  await untilQueueIsEmpty();
  for (const id of ids) expect(await ground.effectsOn(id)).toEqual(jobs);
}

function survivesKills(): void {
  it.each(killSteps)(
    'has its effect once when the worker is killed $step',
    async ({ event, job, prepare, arrive }) => {
      const [id = ''] = await happen(ground.database, event, 1, { seconds: 4 });
      const first = await prepare(ground);
      const victim = ground.spawnWorker();
      const clear = await arrive(ground, id, first);
      await kill(victim);
      await clear();
      await ground.startWorker();
      await expectOnce([id], ...(job === 'count-first' ? ['count-first', 'count-second'] : [job]));
    },
    LONG,
  );
}

function drains(): void {
  it(
    'ends the job under way when it is asked to, takes nothing new, and ends',
    async () => {
      const [running = ''] = await happen(ground.database, 'spec.took-long', 1, { seconds: 4 });
      const worker = ground.spawnWorker();
      await until(async () => (await ground.busyJobs()) === 1);
      const ended = once(worker, 'exit');
      worker.kill('SIGTERM');
      await until(async () => (await ground.arrange('SELECT FROM worker_presence WHERE is_stopping')).length === 1);
      const [late = ''] = await happen(ground.database, 'spec.happened');
      expect(await ended).toEqual([0, null]);
      expect(await ground.effectsOn(running)).toEqual(['count-slowly']);
      expect(await ground.effectsOn(late)).toEqual([]);
      expect(await ground.arrange('SELECT FROM worker_presence WHERE is_stopping')).toEqual([]);
      await ground.startWorker();
      await expectOnce([late], 'count-first', 'count-second');
    },
    LONG,
  );

  it(
    'does not wait for what takes too long, and hands it over',
    async () => {
      const [id = ''] = await happen(ground.database, 'spec.happened');
      const obstacle = await Obstacle.put(ground, 'LOCK TABLE effects IN SHARE MODE');
      const worker = ground.spawnWorker({ drainSeconds: 0.3 });
      await untilHalted(ground, 'INSERT INTO effects');
      const ended = once(worker, 'exit');
      worker.kill('SIGTERM');
      worker.kill('SIGINT');
      expect(await ended).toEqual([0, null]);
      await obstacle.clearAway();
      expect(await ground.openMessages()).toBe(1);
      await ground.startWorker();
      await expectOnce([id], 'count-first', 'count-second');
    },
    LONG,
  );
}

function survivesCuts(): void {
  it(
    'does everything once when all connections to the database end under running jobs',
    async () => {
      const slow = await happen(ground.database, 'spec.took-long', 3, { seconds: 2 });
      await ground.startWorker();
      await until(async () => (await ground.busyJobs()) === 3);
      await ground.arrange(EVERYBODY);
      await persist(() => happen(ground.database, 'spec.was-noted'));
      await expectOnce(slow, 'count-slowly');
    },
    LONG,
  );

  it.each([
    ['relaying', 'LOCK TABLE outbox IN SHARE MODE', 'UPDATE outbox SET relayed_at'],
    ['working', 'LOCK TABLE effects IN SHARE MODE', 'INSERT INTO effects'],
  ])(
    'does everything once when the line to the database is cut while it is %s',
    async (_what, lock, statement) => {
      const line = await CuttableLine.to(ground.config.databaseUrl);
      const ids = await happen(ground.database, 'spec.happened', 5);
      const obstacle = await Obstacle.put(ground, lock);
      const database = await Database.open({ url: line.url, entities: organisationEntities, poolSize: 12 });
      const worker = await ground.startWorker({ database, config: { ...ground.config, databaseUrl: line.url } });
      await untilHalted(ground, statement);
      line.cut();
      await obstacle.clearAway();
      ids.push(...(await happen(ground.database, 'spec.happened', 2)));
      line.mend();
      await expectOnce(ids, 'count-first', 'count-second');
      await worker.stop();
      await database.close();
      await line.close();
    },
    LONG,
  );
}

function sendsMailsOfOneIdentity(): void {
  let mails: PatientMailServer;

  beforeAll(async () => {
    mails = await PatientMailServer.start();
  });

  afterAll(() => mails.stop());

  /** Lets the worker come to the point where the server has its mail; answers the id of the message to send it. */
  async function aMailUnderWay(): Promise<string> {
    const personId = newId();
    await ground.arrange('INSERT INTO people (id, name, mail) VALUES ($1, $2, $3)', [
      personId,
      'Frau Anna',
      `anna-${personId}@konferenzmappe.example`,
    ]);
    const recipients = [{ personId, because: 'Sie zur Geschäftsstelle gehören' }];
    const about = { messageId: newId(), kind: 'topic-registered', recordKind: 'topic', recordId: newId() } as const;
    const notifications = new Notifications(new SystemClock());
    await ground.database.write(SYSTEM_ACTOR, (tx) => notifications.notify(tx, { ...about, recipients }));
    const [message] = await ground.arrange<{ id: string }>('SELECT id FROM outbox WHERE done_at IS NULL');
    if (message === undefined) throw new Error('There is no mail to send');
    return message.id;
  }

  async function expectOneMail(times: number): Promise<void> {
    const config = { ...ground.config, smtpUrl: mails.url };
    await ground.startWorker({ libraries: mailLibraries, config });
    await ground.settled();
    await untilQueueIsEmpty();
    const taken = mails.taken.splice(0);
    expect(taken).toHaveLength(times);
    expect(new Set(taken).size).toBe(1);
    expect(await ground.arrange('SELECT DISTINCT state FROM mail_deliveries')).toEqual([{ state: 'SENT' }]);
  }

  it(
    'sends the same mail again when the worker is killed before the receipt',
    async () => {
      mails.hold();
      await aMailUnderWay();
      const victim = ground.spawnWorker({ smtpUrl: mails.url });
      await until(async () => mails.taken.length === 1);
      await kill(victim);
      mails.letGo();
      await expectOneMail(2);
    },
    LONG,
  );

  it(
    'sends the same mail again when the worker is killed between the receipt and the note of it',
    async () => {
      mails.hold();
      const id = await aMailUnderWay();
      const victim = ground.spawnWorker({ smtpUrl: mails.url });
      await until(async () => mails.taken.length === 1);
      const obstacle = await Obstacle.put(ground, 'SELECT FROM outbox WHERE id = $1 FOR NO KEY UPDATE', [id]);
      mails.letGo();
      await untilHalted(ground, 'SELECT FROM outbox WHERE id');
      await kill(victim);
      await obstacle.clearAway();
      await expectOneMail(2);
    },
    LONG,
  );
}

function survives(kind: BackendKind): void {
  onGround(kind);
  survivesKills();
  drains();
  survivesCuts();
  sendsMailsOfOneIdentity();
}

describe('A job on PostgreSQL', () => survives('PostgreSQL'));
describeWithRedis('A job on Redis', () => survives('Redis'));

describeWithRedis('What stands in Redis', () => {
  onGround('Redis');

  afterEach(async () => {
    await ground.redis?.vanish();
    await ground.redis?.resume();
  });

  const misfortunes = [
    ['is started again', async () => (await ground.redis?.vanish(), ground.redis?.resume())],
    ['loses everything', () => ground.redis?.flush()],
  ] as const;

  it.each(misfortunes)('happens once when Redis %s while jobs wait and others run', async (_name, strike) => {
    const ids = await happen(ground.database, 'spec.took-long', 12, { seconds: 1 });
    await ground.startWorker();
    await until(async () => (await ground.busyJobs()) === 8);
    await strike();
    await expectOnce(ids, 'count-slowly');
  });

  it.each(misfortunes)('happens once when Redis %s while a job waits for its next attempt', async (_name, strike) => {
    ground.logLines.length = 0;
    const ids = await happen(ground.database, 'spec.was-difficult', 1, { failures: 1 });
    await ground.startWorker({ timings: { ...hurried, backoffFactor: 40 } });
    await until(async () => ground.logLines.some(({ outcome }) => outcome === 'failed'));
    await strike();
    await expectOnce(ids, 'count-at-last');
  });

  it('happens once when a job ends while Redis is away', async () => {
    const [id = ''] = await happen(ground.database, 'spec.took-long', 1, { seconds: 2 });
    await ground.startWorker();
    await until(async () => (await ground.busyJobs()) === 1);
    await ground.redis?.vanish();
    await ground.settled();
    await ground.redis?.resume();
    await expectOnce([id], 'count-slowly');
  });
});
