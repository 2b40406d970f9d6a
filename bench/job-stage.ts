import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { SMTPServer } from 'smtp-server';
import { migrations } from '#migrations';
import { bootstrapDatabase, runMigrations, urlFor, type DatabaseUrls } from '#platform/database';
import { migrateJobs, type JobQueuesOptions } from '#platform/jobs';
import { startEmbeddedDatabase } from '../apps/standalone/src/embedded-database/index.js';
import { freePort } from './free-port.js';

/** Where jobs wait; for the yardstick in a place of its own, so that neither takes the other's jobs. */
export interface Backend {
  readonly name: 'PostgreSQL' | 'Redis';
  readonly ours: JobQueuesOptions;
  readonly bare: JobQueuesOptions;
}

/** A database, both backends of the queue, and a mail server that takes everything. */
export interface JobStage {
  readonly urls: DatabaseUrls;
  readonly backends: readonly Backend[];
  readonly smtpUrl: string;
  /** Past all rules: for filling, emptying and looking. */
  readonly owner: Client;
}

type End = () => Promise<unknown>;

/** Sets everything up in a directory that is removed afterwards, whatever happens. */
export async function onJobStage(work: (stage: JobStage) => Promise<void>): Promise<void> {
  const ends: End[] = [];
  try {
    const directory = await mkdtemp(join(tmpdir(), 'konferenzmappe-bench-'));
    ends.push(() => rm(directory, { recursive: true, force: true }));
    // Durable, as in operation.
    const cluster = await startEmbeddedDatabase({ dataDirectory: join(directory, 'postgres') });
    ends.push(() => cluster.stop());
    const urls = await databaseCalled('bench', cluster.superuserUrl);
    await runMigrations(urls.ownerUrl, migrations);
    const { appUrl: bareUrl } = await databaseCalled('bare', cluster.superuserUrl);
    const owner = new Client({ connectionString: urlFor(cluster.superuserUrl, 'bench') });
    await owner.connect();
    ends.push(() => owner.end());
    const redisUrl = await startRedis(directory, ends);
    const smtpUrl = await startMailServer(ends);
    const backendOn = (name: Backend['name'], url: string | null): Backend => ({
      name,
      ours: { databaseUrl: urls.appUrl, redisUrl: url },
      bare: { databaseUrl: bareUrl, redisUrl: url === null ? null : `${url}/1` },
    });
    const onRedis = redisUrl === null ? [] : [backendOn('Redis', redisUrl)];
    await work({ urls, backends: [backendOn('PostgreSQL', null), ...onRedis], smtpUrl, owner });
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

async function databaseCalled(databaseName: string, superuserUrl: string): Promise<DatabaseUrls> {
  const passwords = { owner: 'bench', app: 'bench', public: 'bench' };
  const urls = await bootstrapDatabase({ superuserUrl, databaseName, passwords });
  await migrateJobs(urls.ownerUrl);
  return urls;
}

/** As in operation: append-only file, nothing evicted. Null where there is no redis-server. */
async function startRedis(directory: string, ends: End[]): Promise<string | null> {
  const isThere = spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;
  if (!isThere) return null;
  const port = await freePort();
  const settings = ['--appendonly', 'yes', '--maxmemory-policy', 'noeviction', '--save', ''];
  const place = ['--bind', '127.0.0.1', '--port', String(port), '--dir', directory];
  const server = spawn('redis-server', [...place, ...settings], { stdio: 'ignore' });
  ends.push(async () => {
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
  });
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url, { retryStrategy: () => 20, maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  while (client.status !== 'ready') await sleep(20);
  client.disconnect();
  return url;
}

async function startMailServer(ends: End[]): Promise<string> {
  const port = await freePort();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, answer) => void stream.resume().on('end', () => answer()),
  });
  server.on('error', () => undefined);
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  ends.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return `smtp://127.0.0.1:${port}`;
}
