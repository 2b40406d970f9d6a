import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Ends the PostgreSQL of this run, if a spec asked for one, and waits until nothing is left of it. */
export default async function globalTeardown() {
  const run = process.env.KM_TEST_RUN;
  if (run === undefined || !existsSync(run)) return;
  try {
    process.kill(Number(readFileSync(join(run, 'keeper.pid'), 'utf8')), 'SIGTERM');
  } catch {
    return; // It has ended already, or never came up.
  }
  for (let turn = 0; turn < 400 && existsSync(run); turn++) await sleep(50);
}
