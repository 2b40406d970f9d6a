import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { untilDeserted } from './installed-copy.js';
import { startKeeper } from './test-cluster.js';

describe('The PostgreSQL of a test run', () => {
  let room: string;
  let run: string;
  let runner: ChildProcess;

  beforeEach(async () => {
    room = await mkdtemp(join(tmpdir(), 'km-test-run-'));
    run = join(room, 'run');
    await mkdir(run);
    runner = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
  });

  afterEach(async () => {
    runner.kill('SIGKILL');
    await untilDeserted(run);
    await rm(room, { recursive: true, force: true });
  });

  async function until(condition: () => boolean): Promise<void> {
    while (!condition()) await sleep(50);
  }

  it.each(['SIGINT', 'SIGKILL'] as const)('vanishes with its files when the run ends by %s', async (signal) => {
    await startKeeper(run, runner.pid ?? 0);
    await until(() => existsSync(join(run, 'server')));
    runner.kill(signal);
    await until(() => !existsSync(run));
    await untilDeserted(run);
    expect(existsSync(run)).toBe(false);
  });

  it('tells why it did not start, and vanishes as well', async () => {
    await writeFile(join(run, 'postgres'), 'in the way');
    await startKeeper(run, runner.pid ?? 0);
    await until(() => existsSync(join(run, 'failure')));
    expect(await readFile(join(run, 'failure'), 'utf8')).toContain('es ist kein Verzeichnis');
    runner.kill();
    await until(() => !existsSync(run));
  });
});
