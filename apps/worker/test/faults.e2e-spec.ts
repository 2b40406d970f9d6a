import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { describeWithRedis } from '../../../libs/testing/tools/index.js';
import { beats, happen } from './effects.js';
import { hurried } from './hurried.js';
import { kill, persist, until, WorkerGround, type BackendKind } from './worker-harness.js';

let ground: WorkerGround;

function onGround(kind: BackendKind): void {
  beforeAll(async () => {
    ground = await WorkerGround.create(kind);
  });

  afterEach(async () => {
    await ground.stopWorkers();
  });

  afterAll(async () => {
    await ground.drop();
  });
}

function survivesKill(kind: BackendKind): void {
  onGround(kind);

  it('loses nothing and does nothing twice when a worker is killed in the middle of its jobs', async () => {
    const slow = await happen(ground.database, 'spec.took-long', 3, { seconds: 3 });
    const quick = await happen(ground.database, 'spec.happened', 20);
    const victim = ground.spawnWorker();
    await until(async () => (await ground.busyJobs()) === 3);
    await kill(victim);
    expect(await ground.arrange('SELECT FROM effects WHERE message_id = ANY ($1)', [slow])).toEqual([]);
    await ground.startWorker();
    await ground.settled();
    for (const id of slow) expect(await ground.effectsOn(id)).toEqual(['count-slowly']);
    for (const id of quick) expect(await ground.effectsOn(id)).toEqual(['count-first', 'count-second']);
  }, 120_000);

  it('does nothing twice when a worker is killed after the commit, before the queue hears of it', async () => {
    const [id = ''] = await happen(ground.database, 'spec.happened');
    await ground.startWorker();
    await ground.settled();
    // The queue has forgotten the job and the outbox believes it open: both happen when the process ends right there.
    await ground.arrange('UPDATE outbox SET done_at = NULL, relayed_at = NULL WHERE id = $1', [id]);
    await ground.settled();
    expect(await ground.effectsOn(id)).toEqual(['count-first', 'count-second']);
  });

  it('starts again after the database was away', async () => {
    await ground.startWorker();
    await ground.arrange(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    const [id = ''] = await persist(() => happen(ground.database, 'spec.happened'));
    await ground.settled();
    expect(await ground.effectsOn(id)).toEqual(['count-first', 'count-second']);
  });
}

describe('A worker on PostgreSQL', () => survivesKill('PostgreSQL'));
describeWithRedis('A worker on Redis', () => survivesKill('Redis'));

describeWithRedis('An emptied Redis', () => {
  onGround('Redis');

  it('is filled again from the outbox, so that all waiting messages arrive once', async () => {
    // Eight jobs run at a time; the others wait in Redis.
    const ids = await happen(ground.database, 'spec.took-long', 24, { seconds: 0.7 });
    await ground.startWorker();
    await until(async () => (await ground.arrange('SELECT FROM outbox WHERE relayed_at IS NULL')).length === 0);
    await ground.redis?.flush();
    expect(await ground.openMessages()).toBeGreaterThan(0);
    await ground.settled();
    for (const id of ids) expect(await ground.effectsOn(id)).toEqual(['count-slowly']);
  });

  it('gets its schedules back', async () => {
    await ground.startWorker();
    await until(async () => beats.count > 0);
    await ground.redis?.flush();
    beats.count = 0;
    await until(async () => beats.count >= 2);
    expect(beats.count).toBeGreaterThanOrEqual(2);
  });
});

describeWithRedis('A Redis that goes away', () => {
  onGround('Redis');

  afterEach(async () => {
    await ground.redis?.vanish();
    await ground.redis?.resume();
  });

  it('delays what happens meanwhile, and nothing else', async () => {
    await ground.startWorker();
    await ground.redis?.vanish();
    const ids = await happen(ground.database, 'spec.happened', 3);
    await until(async () => ground.logLines.some((line) => line['msg'] === 'outbox not relayed'));
    await ground.redis?.resume();
    await ground.settled();
    for (const id of ids) expect(await ground.effectsOn(id)).toEqual(['count-first', 'count-second']);
  });

  it('keeps no worker from stopping', async () => {
    const worker = await ground.startWorker({ timings: { ...hurried, drainSeconds: 1 } });
    await ground.redis?.vanish();
    await worker.stop();
    expect(ground.logLines.at(-1)).toMatchObject({ msg: 'worker stopped' });
  });

  it('keeps no worker from starting, and is used as soon as it is there', async () => {
    await ground.redis?.vanish();
    await ground.startWorker();
    const [id = ''] = await happen(ground.database, 'spec.happened');
    await ground.redis?.resume();
    await ground.settled();
    expect(await ground.effectsOn(id)).toEqual(['count-first', 'count-second']);
  });
});
