import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { Client } from 'pg';

import { migrations } from '#migrations';
import { bootstrapDatabase, runMigrations, type RolePasswords } from '#platform/database';

const templateName = 'km_template';

/** One PostgreSQL for the whole run, with a migrated database that specs clone. */
export type TestCluster = {
  readonly superuserUrl: string;
  readonly templateName: string;
  readonly passwords: RolePasswords;
};

/** Whoever asks first starts the cluster; all others, in this process and in other workers, wait for it. */
export async function testCluster(): Promise<TestCluster> {
  const run = process.env['KM_TEST_RUN'];
  if (run === undefined) throw new Error('Test databases exist only under Jest (libs/testing/jest/global-setup.js)');
  const first = await mkdir(run, { mode: 0o700 }).then(
    () => true,
    () => false,
  );
  if (first) await prepare(run).catch((error: unknown) => announce(run, 'failure', String(error)));
  return JSON.parse(await appearance(run, 'cluster.json')) as TestCluster;
}

async function prepare(run: string): Promise<void> {
  await startKeeper(run, Number(process.env['KM_TEST_RUNNER_PID']));
  const superuserUrl = await appearance(run, 'server');
  const password = (): string => randomBytes(12).toString('hex');
  const passwords = { owner: password(), app: password(), public: password() };
  const { ownerUrl } = await bootstrapDatabase({ superuserUrl, databaseName: templateName, passwords });
  await runMigrations(ownerUrl, migrations);
  await closeTemplate(superuserUrl);
  await announce(run, 'cluster.json', JSON.stringify({ superuserUrl, templateName, passwords } satisfies TestCluster));
}

/** Starts the process that holds the server for as long as the runner lives. */
export async function startKeeper(run: string, runnerPid: number): Promise<void> {
  const keeper = fileURLToPath(
    new URL('../../../apps/standalone/src/embedded-database/throw-away-database.ts', import.meta.url),
  );
  const log = await open(join(run, 'keeper.log'), 'a');
  const child = spawn(process.execPath, ['--import', 'tsx', '--conditions', 'source', keeper, run, String(runnerPid)], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    env: keeperEnvironment(),
  });
  child.unref();
  await log.close();
}

/** Jest's own Node options would only slow the keeper down. */
function keeperEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _ignored, ...environment } = process.env;
  return environment;
}

/** A template can only be cloned while nobody is connected to it. */
async function closeTemplate(superuserUrl: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(`ALTER DATABASE ${templateName} WITH ALLOW_CONNECTIONS false IS_TEMPLATE true`);
  } finally {
    await client.end();
  }
}

async function announce(run: string, name: string, content: string): Promise<void> {
  const file = join(run, name);
  await writeFile(`${file}.partial`, content, { mode: 0o600 });
  await rename(`${file}.partial`, file);
}

async function appearance(run: string, name: string): Promise<string> {
  for (let turn = 0; turn < 2_400; turn++) {
    const content = await readFile(join(run, name), 'utf8').catch(() => null);
    if (content !== null) return content;
    const failure = await readFile(join(run, 'failure'), 'utf8').catch(() => null);
    if (failure !== null) throw new Error(`The test cluster did not start: ${failure}`);
    await sleep(25);
  }
  const log = await readFile(join(run, 'keeper.log'), 'utf8').catch(() => '');
  throw new Error(`The test cluster did not start in time. ${log}`);
}
