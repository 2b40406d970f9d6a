/**
 * A PostgreSQL for one test run, in a process of its own: throw-away-database.ts RUN_DIRECTORY RUNNER_PID
 *
 * Answers through files in the run directory: `server` (the superuser's address) or `failure`, and `keeper.pid`.
 * Ends with the run, on SIGTERM or because the runner is gone, and takes the directory along.
 */
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { startEmbeddedDatabase } from './embedded-database.js';

const [runDirectory = '', runnerPid = ''] = process.argv.slice(2);

let asked = false;
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => (asked = true));

function runnerIsAlive(): boolean {
  try {
    return process.kill(Number(runnerPid), 0);
  } catch {
    return false;
  }
}

/** Readers see the whole file or none. */
async function announce(name: string, content: string): Promise<void> {
  const file = join(runDirectory, name);
  await writeFile(`${file}.partial`, content, { mode: 0o600 });
  await rename(`${file}.partial`, file);
}

async function untilTheRunEnds(): Promise<void> {
  while (!asked && runnerIsAlive()) await sleep(200);
}

await announce('keeper.pid', String(process.pid));
try {
  const database = await startEmbeddedDatabase({ dataDirectory: runDirectory, durable: false });
  await announce('server', database.superuserUrl);
  await untilTheRunEnds();
  await database.stop();
} catch (error) {
  await announce('failure', error instanceof Error ? error.message : String(error));
  await untilTheRunEnds();
}
await rm(runDirectory, { recursive: true, force: true });
