import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { organisationEntities } from '#organisation';
import { SystemClock } from '#platform/clock';
import { parseConfig, type Config } from '#platform/config';
import { Database } from '#platform/database';
import { migrateJobs } from '#platform/jobs';
import { createLogger } from '#platform/logging';
import { createTestDatabase, RedisServer, type TestDatabase } from '#testing';
import { startWorker, type RunningWorker, type WorkerOptions } from '../src/index.js';
import { effectLibraries, effectsTable } from './effects.js';
import { hurried } from './hurried.js';
import type { WorkerProcess } from './worker-process.js';

export type BackendKind = 'PostgreSQL' | 'Redis';

/** A database, a queue and any number of workers on both. */
export class WorkerGround {
  private readonly workers: RunningWorker[] = [];
  private readonly children: ChildProcess[] = [];
  readonly logLines: Record<string, unknown>[] = [];

  private constructor(
    readonly testDatabase: TestDatabase,
    readonly database: Database,
    readonly redis: RedisServer | null,
    readonly config: Config,
    private readonly owner: Client,
  ) {}

  static async create(kind: BackendKind): Promise<WorkerGround> {
    const testDatabase = await createTestDatabase();
    await migrateJobs(testDatabase.ownerUrl);
    const redis = kind === 'Redis' ? await RedisServer.start() : null;
    const database = await Database.open({ url: testDatabase.appUrl, entities: organisationEntities, poolSize: 20 });
    const config = parseConfig({
      DATABASE_URL: testDatabase.appUrl,
      ...(redis === null ? {} : { REDIS_URL: redis.url }),
    });
    const owner = new Client({ connectionString: testDatabase.superuserUrl });
    await owner.connect();
    await owner.query(effectsTable);
    return new WorkerGround(testDatabase, database, redis, config, owner);
  }

  async startWorker(options: Partial<WorkerOptions> = {}): Promise<RunningWorker> {
    const destination = {
      write: (line: string) => void this.logLines.push(JSON.parse(line) as Record<string, unknown>),
    };
    const worker = await startWorker({
      config: this.config,
      database: this.database,
      clock: new SystemClock(),
      logger: createLogger('debug', destination),
      libraries: effectLibraries,
      timings: hurried,
      ...options,
    });
    this.workers.push(worker);
    return worker;
  }

  /** A worker in a process of its own. */
  spawnWorker(different: Partial<WorkerProcess> = {}): ChildProcess {
    const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
    const child = spawn(
      process.execPath,
      [
        '--import',
        here('../../../libs/testing/process/run-typescript.js'),
        here('./worker-process.ts'),
        JSON.stringify({ ...this.usualProcess, ...different }),
      ],
      { cwd: here('../../..'), stdio: ['ignore', 'ignore', 'inherit'], env: { PATH: process.env['PATH'] } },
    );
    this.children.push(child);
    return child;
  }

  private get usualProcess(): WorkerProcess {
    const { databaseUrl, redisUrl } = this.config;
    return { databaseUrl, redisUrl, smtpUrl: null, drainSeconds: 15 };
  }

  async stopWorkers(): Promise<void> {
    await Promise.all(this.children.splice(0).map(kill));
    await Promise.all(this.workers.splice(0).map((worker) => worker.stop()));
  }

  /** Past all rules. */
  async arrange<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.owner.query(text, values)).rows as Row[];
  }

  /** Jobs that had an effect on the message, in alphabetical order; twice means twice. */
  async effectsOn(messageId: string): Promise<string[]> {
    const rows = await this.arrange<{ job: string }>('SELECT job FROM effects WHERE message_id = $1 ORDER BY job', [
      messageId,
    ]);
    return rows.map(({ job }) => job);
  }

  async openMessages(): Promise<number> {
    const [row] = await this.arrange<{ open: number }>(
      'SELECT count(*)::int AS open FROM outbox WHERE done_at IS NULL',
    );
    return row?.open ?? 0;
  }

  /** How many jobs are busy at this moment: those of this ground, and not of a spec beside it on the same server. */
  async busyJobs(): Promise<number> {
    const [row] = await this.arrange<{ busy: number }>(
      `SELECT count(*)::int AS busy FROM pg_stat_activity
       WHERE datname = current_database() AND state = 'active' AND query LIKE 'SELECT pg_sleep%'`,
    );
    return row?.busy ?? 0;
  }

  /** Waits until nothing is left to do. */
  async settled(): Promise<void> {
    await until(async () => (await this.openMessages()) === 0);
  }

  async drop(): Promise<void> {
    await this.stopWorkers();
    await this.owner.end();
    await this.database.close();
    await this.redis?.stop();
    await this.testDatabase.drop();
  }
}

export async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 3000; turn++) {
    if (await isSo()) return;
    await sleep(30);
  }
  throw new Error('It never came to that');
}

/** Tries until it does not throw. */
export async function persist<Value>(attempt: () => Promise<Value>): Promise<Value> {
  for (let turn = 0; turn < 50; turn++) {
    try {
      return await attempt();
    } catch {
      await sleep(30);
    }
  }
  return attempt();
}

/** Without warning, as a power cut or the kernel would. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
