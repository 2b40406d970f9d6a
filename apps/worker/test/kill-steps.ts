import { Redis } from 'ioredis';
import { Obstacle, untilHalted } from './obstacle.js';
import { until, type WorkerGround } from './worker-harness.js';

export interface KillStep {
  readonly step: string;
  /** Called before the worker is there. */
  prepare(ground: WorkerGround): Promise<Obstacle | null>;
  /** Waits until the worker has come to the step. */
  arrive(ground: WorkerGround, messageId: string, first: Obstacle | null): Promise<() => Promise<void>>;
  readonly event: string;
  readonly job: string;
}

const quick = { event: 'spec.happened', job: 'count-first' };
const EFFECTS = 'LOCK TABLE effects IN SHARE MODE';
const clearing = (obstacle: Obstacle | null) => async (): Promise<void> => obstacle?.clearAway();

/** From the moment the queue has given the job to the worker until the queue hears that it is done. */
export const killSteps: readonly KillStep[] = [
  {
    step: 'before it has claimed the message',
    ...quick,
    prepare: (ground) => Obstacle.put(ground, 'LOCK TABLE job_deliveries IN SHARE MODE'),
    arrive: async (ground, _id, first) => {
      await untilHalted(ground, '%INSERT INTO job_deliveries');
      return clearing(first);
    },
  },
  {
    step: 'after the claim, before the effect',
    ...quick,
    prepare: (ground) => Obstacle.put(ground, EFFECTS),
    arrive: async (ground, _id, first) => {
      await untilHalted(ground, 'INSERT INTO effects');
      return clearing(first);
    },
  },
  {
    step: 'in the middle of its work, after the effect',
    event: 'spec.took-long',
    job: 'count-slowly',
    prepare: async () => null,
    arrive: async (ground) => {
      await until(async () => (await ground.busyJobs()) > 0);
      return clearing(null);
    },
  },
  {
    step: 'after the effect, before the commit',
    ...quick,
    prepare: (ground) => Obstacle.put(ground, EFFECTS),
    arrive: async (ground, id, first) => {
      await untilHalted(ground, 'INSERT INTO effects');
      const last = await Obstacle.put(ground, 'SELECT FROM outbox WHERE id = $1 FOR NO KEY UPDATE', [id]);
      await first?.clearAway();
      await untilHalted(ground, 'SELECT FROM outbox WHERE id');
      return clearing(last);
    },
  },
  {
    step: 'after the commit, before the queue hears of it',
    ...quick,
    prepare: (ground) => Obstacle.put(ground, EFFECTS),
    arrive: async (ground, id, first) => {
      await untilHalted(ground, 'INSERT INTO effects');
      const hear = await deafenQueue(ground);
      await first?.clearAway();
      await until(async () => {
        const [row] = await ground.arrange<{ done: boolean }>(
          'SELECT done_at IS NOT NULL AS done FROM outbox WHERE id = $1',
          [id],
        );
        return row?.done ?? false;
      });
      return hear;
    },
  },
];

/** The queue answers to reading and takes nothing; answers what lets it take again. */
async function deafenQueue(ground: WorkerGround): Promise<() => Promise<void>> {
  if (ground.redis === null) return clearing(await Obstacle.put(ground, 'LOCK TABLE bullmq.job IN SHARE MODE'));
  const redis = new Redis(ground.redis.url);
  await redis.call('CLIENT', 'PAUSE', '600000', 'WRITE');
  return async () => {
    await redis.call('CLIENT', 'UNPAUSE');
    redis.disconnect();
  };
}
