import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { SystemClock } from '#platform/clock';
import { SignInSessions } from '#platform/auth';
import { bootstrapDatabase, Database, runMigrations, urlFor, type DatabaseUrls } from '#platform/database';
import { migrations } from '#migrations';
import { startEmbeddedDatabase } from '../apps/standalone/src/embedded-database/index.js';
import { fill, type FilledDatabase } from './fill.js';
import { freePort } from './free-port.js';

/** A filled database with both servers in front of it, and everybody signed in. */
export interface Stage {
  readonly filled: FilledDatabase;
  /** Session cookies, in the order of the coordinators. */
  readonly cookies: readonly string[];
  readonly ourPort: number;
  readonly plainPort: number;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Sets everything up in a directory that is removed afterwards, whatever happens. */
export async function onStage(profileDirectory: string | null, work: (stage: Stage) => Promise<void>): Promise<void> {
  const ends: (() => Promise<unknown>)[] = [];
  try {
    const directory = await mkdtemp(join(tmpdir(), 'konferenzmappe-bench-'));
    ends.push(() => rm(directory, { recursive: true, force: true }));
    // Durable, as in operation: a vote waits for the disk on both sides.
    const cluster = await startEmbeddedDatabase({ dataDirectory: directory });
    ends.push(() => cluster.stop());
    const urls = await bootstrap(cluster.superuserUrl);
    const filled = await fill(urlFor(cluster.superuserUrl, 'bench'));
    const cookies = await signIn(urls.appUrl, filled);
    const plain = fork(here('plain-server.js'), [urls.appUrl]);
    ends.push(() => end(plain));
    const [address] = (await once(plain, 'message')) as [AddressInfo];
    const ourPort = await freePort();
    const ours = startOurs(urls.appUrl, ourPort, profileDirectory);
    ends.push(() => end(ours));
    await untilReady(ours, ourPort);
    await work({ filled, cookies, ourPort, plainPort: address.port });
  } finally {
    for (const finish of ends.reverse()) await finish();
  }
}

async function bootstrap(superuserUrl: string): Promise<DatabaseUrls> {
  const passwords = { owner: 'bench', app: 'bench', public: 'bench' };
  const urls = await bootstrapDatabase({ superuserUrl, databaseName: 'bench', passwords });
  await runMigrations(urls.ownerUrl, migrations);
  return urls;
}

/** The sessions that sign-in would begin; both servers look them up at every request. */
async function signIn(url: string, { coordinators }: FilledDatabase): Promise<readonly string[]> {
  const database = await Database.open({ url, entities: [] });
  const sessions = new SignInSessions(database, new SystemClock());
  const cookies: string[] = [];
  for (const { personId } of coordinators) cookies.push(`km_session=${await sessions.begin(personId, null)}`);
  await database.close();
  return cookies;
}

/** The api as it is deployed, log and all. */
function startOurs(databaseUrl: string, port: number, profileDirectory: string | null): ChildProcess {
  const profiling = profileDirectory === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileDirectory}`];
  return spawn(process.execPath, [...profiling, here('../apps/api/src/main.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      DATABASE_URL: databaseUrl,
      OIDC_ISSUER: 'http://127.0.0.1:1',
      OIDC_CLIENT_ID: 'bench',
      OIDC_CLIENT_SECRET: 'bench',
    },
  });
}

async function untilReady(child: ChildProcess, port: number): Promise<void> {
  for (let attempt = 0; child.exitCode === null && attempt < 300; attempt += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (answer?.ok === true) return;
    await sleep(100);
  }
  throw new Error('The api did not become ready');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await Promise.race([exited, sleep(10_000).then(() => child.kill('SIGKILL'))]);
}
