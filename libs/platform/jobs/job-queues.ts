import {
  createPostgresBackend,
  createRedisBackend,
  Queue,
  Worker,
  type IQueueBackend,
  type Job,
  type PgPool,
} from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import { Pool, type PoolClient } from 'pg';

export const queueNames = ['event-jobs', 'scheduled-jobs'] as const;
export type QueueName = (typeof queueNames)[number];

/** What a queue carries: ids, never contents. Scheduled jobs carry nothing but the instant for which they were put in. */
export interface JobData {
  readonly outboxId?: string;
  readonly run?: number;
  readonly instant?: string;
}

export type QueuedJob = Job<JobData, void, string>;
export type JobQueue = Queue<JobData, void, string, JobData, void, string, IQueueBackend, never>;
export type JobWorker = Worker<JobData, void, string, IQueueBackend>;

export interface JobWorkerOptions {
  readonly concurrency: number;
  /** How long a job of a vanished worker stays taken. */
  readonly lockMilliseconds: number;
}

/** BullMQ on whichever of its two backends is configured; nobody else knows which. */
export interface JobQueues {
  readonly kind: 'redis' | 'postgres';
  queue(name: QueueName): JobQueue;
  worker(name: QueueName, process: (job: QueuedJob) => Promise<void>, options: JobWorkerOptions): JobWorker;
  isReachable(): Promise<boolean>;
  /** To be called after queues and workers are closed. */
  close(): Promise<void>;
}

export interface JobQueuesOptions {
  /** Null: the queue lives on the same PostgreSQL as everything else. */
  readonly redisUrl: string | null;
  readonly databaseUrl: string;
}

export function openJobQueues({ redisUrl, databaseUrl }: JobQueuesOptions): JobQueues {
  return redisUrl === null ? onPostgres(databaseUrl) : onRedis(redisUrl);
}

/** A vanished worker's job is started again this often; then it is the job that kills workers. */
const MAX_STALLED_COUNT = 5;

function workerOptions({ concurrency, lockMilliseconds }: JobWorkerOptions) {
  return {
    concurrency,
    lockDuration: lockMilliseconds,
    stalledInterval: lockMilliseconds,
    maxStalledCount: MAX_STALLED_COUNT,
  };
}

/** Prefix of all keys, so that one Redis can serve other products too. */
const REDIS_PREFIX = 'konferenzmappe';

/** Remembers the connections that BullMQ makes of it: they must end even when Redis is away and no goodbye arrives. */
class DuplicatingRedis extends Redis {
  readonly duplicates: Redis[] = [];

  override duplicate(override?: Partial<RedisOptions>): Redis {
    const duplicate = super.duplicate(override);
    this.duplicates.push(duplicate);
    return duplicate;
  }
}

function onRedis(url: string): JobQueues {
  // Adding must fail soon, or it would hold the outbox rows while Redis is away; waiting for jobs must never give up.
  const producer = new Redis(url, { maxRetriesPerRequest: 2 });
  const consumer = new DuplicatingRedis(url, { maxRetriesPerRequest: null });
  for (const connection of [producer, consumer]) connection.on('error', () => undefined);
  return {
    kind: 'redis',
    queue: (name) =>
      new Queue(name, { connection: producer, prefix: REDIS_PREFIX }, createRedisBackend) as unknown as JobQueue,
    worker: (name, process, options) =>
      new Worker(
        name,
        process,
        { connection: consumer, prefix: REDIS_PREFIX, ...workerOptions(options) },
        createRedisBackend,
      ) as unknown as JobWorker,
    isReachable: () =>
      producer.ping().then(
        () => true,
        () => false,
      ),
    close: async () => {
      for (const connection of [producer, consumer, ...consumer.duplicates]) connection.disconnect();
    },
  };
}

/** BullMQ uses this schema whenever it is handed a pool. */
export const JOBS_SCHEMA = 'bullmq';

const ignore = (): void => undefined;

function watchOver(client: PoolClient): void {
  if (!client.listeners('error').includes(ignore)) client.on('error', ignore);
}

/** What BullMQ's backend keeps of its first attempt to connect. */
interface Remembering {
  readyPromise?: Promise<void> | undefined;
  waitUntilReady(): Promise<void>;
}

/**
 * BullMQ remembers its first attempt to connect for ever, also when it failed: whoever starts while the database is
 * away would never work again. A failure is forgotten here, so that the next question connects anew.
 */
const reconnectingBackend: typeof createPostgresBackend = (...given) => {
  const backend = createPostgresBackend(...given);
  const { connection } = backend as unknown as { readonly connection: Remembering };
  for (const part of [connection, backend as unknown as Remembering]) {
    const wait = part.waitUntilReady.bind(part);
    part.waitUntilReady = () =>
      wait().catch((error: unknown) => {
        part.readyPromise = undefined;
        throw error;
      });
  }
  return backend;
};

function onPostgres(databaseUrl: string): JobQueues {
  const pool = new Pool({
    connectionString: databaseUrl,
    options: `-c search_path=${JOBS_SCHEMA}`,
    application_name: 'konferenzmappe jobs',
    keepAlive: true,
    max: 8,
  });
  pool.on('error', ignore);
  // A lost connection that nobody listens to would end the process: between uses, and after BullMQ has let go of it.
  pool.on('connect', watchOver);
  pool.on('release', (_error: Error, client: PoolClient) => watchOver(client));
  // BullMQ describes the driver's pool by a type of its own.
  const connection = pool as unknown as PgPool;
  return {
    kind: 'postgres',
    queue: (name) => new Queue(name, { connection }, reconnectingBackend) as unknown as JobQueue,
    worker: (name, process, options) =>
      new Worker(name, process, { connection, ...workerOptions(options) }, reconnectingBackend) as unknown as JobWorker,
    isReachable: () =>
      pool.query('SELECT FROM migration').then(
        () => true,
        () => false,
      ),
    close: () => pool.end(),
  };
}
