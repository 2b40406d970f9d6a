/**
 * The process that holds the PostgreSQL of one test run: node cluster-keeper.ts RUN_DIRECTORY RUNNER_PID
 * It outlives the Jest worker that started it, and ends with the run, even when the run is killed.
 */
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { startEmbeddedDatabase } from '../../../apps/standalone/src/embedded-database/index.js';

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

await announce('keeper.pid', String(process.pid));
try {
  const database = await startEmbeddedDatabase({ dataDirectory: runDirectory, durable: false });
  await announce('server', database.superuserUrl);
  while (!asked && runnerIsAlive()) await sleep(200);
  await database.stop();
} catch (error) {
  await announce('failure', error instanceof Error ? error.message : String(error));
  while (!asked && runnerIsAlive()) await sleep(200);
}
await rm(runDirectory, { recursive: true, force: true });
