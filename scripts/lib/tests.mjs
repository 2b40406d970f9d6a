/** Runs Jest and counts. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from './run.mjs';
import { provideSystemTools } from './system-tools.mjs';

const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');

/** One more than two processors can run at a time: many specs wait for a program, a browser or a deadline. */
const workers = Math.min(Math.max(availableParallelism(), 3), 4);

export function readCounts(file) {
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    return {
      passed: result.numPassedTests,
      // A spec file that does not even load counts as one failure: none of its sentences was examined.
      failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
      skipped: result.numPendingTests + result.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** With CI=true a skipped test is a failure: nobody is there to notice it. No test at all is never a success. */
export function isGood({ passed, failed, skipped }, isCi) {
  return failed === 0 && passed > 0 && !(isCi && skipped > 0);
}

/** Jest prints as it goes. */
export async function runTests(args) {
  const tools = await provideSystemTools((text) => console.log(`  ${text}`));
  const folder = mkdtempSync(join(tmpdir(), 'konferenzmappe-test-'));
  const outputFile = join(folder, 'result.json');
  try {
    const { ok } = await run(
      process.execPath,
      [
        jest,
        `--maxWorkers=${workers}`,
        // Connections to a Redis that vanished end by themselves only minutes later.
        '--forceExit',
        '--json',
      ]
        .concat(`--outputFile=${outputFile}`)
        .concat(args),
      { capture: false, env: tools },
    );
    const counts = readCounts(outputFile);
    return { ...counts, ok: ok && isGood(counts, process.env.CI === 'true') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
