import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const project = fileURLToPath(new URL('../../..', import.meta.url));

type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };
type TestScript = {
  readonly readCounts: (file: string) => Counts;
  readonly isGood: (counts: Counts, isCi: boolean) => boolean;
  readonly summaryLine: (counts: Counts) => string;
};
const tests = (await import(join(project, 'scripts/lib/tests.mjs'))) as TestScript;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'konferenzmappe-scripts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('npm test', () => {
  const counts = { passed: 5, failed: 0, skipped: 0 };

  it('counts a spec file that does not load as one failure', () => {
    const file = join(folder, 'result.json');
    const result = {
      numPassedTests: 5,
      numFailedTests: 1,
      numRuntimeErrorTestSuites: 1,
      numPendingTests: 2,
      numTodoTests: 0,
    };
    writeFileSync(file, JSON.stringify(result));
    expect(tests.readCounts(file)).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });

  it('counts a runner that left no result as one failure', () => {
    expect(tests.readCounts(join(folder, 'nothing.json'))).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('is good without failures', () => {
    expect(tests.isGood(counts, true)).toBe(true);
  });

  it('is not good when nothing ran', () => {
    expect(tests.isGood({ ...counts, passed: 0 }, false)).toBe(false);
  });

  it('takes a skipped test as a failure where nobody looks', () => {
    const skipped = { ...counts, skipped: 1 };
    expect([tests.isGood(skipped, false), tests.isGood(skipped, true)]).toEqual([true, false]);
  });

  it('names skipped tests only if there are some', () => {
    expect([counts, { ...counts, skipped: 3 }].map(tests.summaryLine)).toEqual([
      '5 passed, 0 failed',
      '5 passed, 0 failed, 3 skipped',
    ]);
  });
});

/** Runs .ci/run with an npm that says and answers what the case wants. */
function runCi(
  check: { says: string; code: number },
  test: { says: string; code: number },
): { last: string; code: number } {
  mkdirSync(join(folder, '.ci'));
  cpSync(join(project, '.ci/run'), join(folder, '.ci/run'));
  const npm = join(folder, 'npm');
  writeFileSync(
    npm,
    `#!/bin/sh\ncase "$*" in\n` +
      `*check*) printf '%b' '${check.says}'; exit ${check.code};;\n` +
      `*test*) printf '%b' '${test.says}'; exit ${test.code};;\nesac\n`,
  );
  chmodSync(npm, 0o755);
  const { stdout, status } = spawnSync('bash', [join(folder, '.ci/run')], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${folder}:${process.env['PATH'] ?? ''}` },
  });
  return { last: stdout.trimEnd().split('\n').at(-1) ?? '', code: status ?? -1 };
}

describe('.ci/run', () => {
  const fence = { says: 'ok      types\\n', code: 0 };
  const specs = { says: 'PASS\\n7 passed, 0 failed\\n', code: 0 };

  it('is green when fence and tests are', () => {
    expect(runCi(fence, specs)).toEqual({ last: '7 passed, 0 failed', code: 0 });
  });

  it('counts each broken check of the fence', () => {
    const broken = { says: 'FAILED  types\\n        error\\nFAILED  lint\\n', code: 1 };
    expect(runCi(broken, specs)).toEqual({ last: '7 passed, 2 failed', code: 1 });
  });

  it('is red when a test fails', () => {
    expect(runCi(fence, { says: '6 passed, 1 failed\\nnpm error\\n', code: 1 })).toEqual({
      last: '6 passed, 1 failed',
      code: 1,
    });
  });

  it('is red when the tests do not even report', () => {
    expect(runCi(fence, { says: 'killed\\n', code: 137 })).toEqual({ last: '0 passed, 1 failed', code: 1 });
  });
});

/** A process that takes the lock, writes down when it is inside, and leaves. */
function lockHolder(): Promise<number> {
  const script = join(folder, 'scripts', 'holder.mjs');
  writeFileSync(
    script,
    `import { appendFileSync } from 'node:fs';
     import { setTimeout as wait } from 'node:timers/promises';
     import { withLock } from './lib/lock.mjs';
     const note = (text) => appendFileSync(new URL('../log', import.meta.url), text + '\\n');
     await withLock(async () => { note('in'); await wait(100); note('out'); }, { onWait: () => {} });`,
  );
  return new Promise((done) => {
    spawn(process.execPath, [script], { env: { ...process.env, NODE_OPTIONS: '', TMPDIR: folder } }).on(
      'exit',
      (code) => done(code ?? -1),
    );
  });
}

describe('preparation', () => {
  beforeEach(() => cpSync(join(project, 'scripts'), join(folder, 'scripts'), { recursive: true }));

  it('is done by one process at a time', async () => {
    expect(await Promise.all([lockHolder(), lockHolder(), lockHolder()])).toEqual([0, 0, 0]);
    expect(readFileSync(join(folder, 'log'), 'utf8').trim().split('\n')).toEqual([
      'in',
      'out',
      'in',
      'out',
      'in',
      'out',
    ]);
  });

  it('goes on where a killed process left its lock', async () => {
    const show = `import { lockFile } from '${join(folder, 'scripts/lib/lock.mjs')}'; console.log(lockFile);`;
    const env = { ...process.env, NODE_OPTIONS: '', TMPDIR: folder };
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', show], { encoding: 'utf8', env });
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(stdout.trim(), String(pid));
    expect(await lockHolder()).toBe(0);
  });
});
