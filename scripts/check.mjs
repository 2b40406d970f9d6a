/**
 * `npm run check`: the fence. One line per check; details only where one fails.
 *
 *   node scripts/check.mjs                   everything, the specs last
 *   node scripts/check.mjs --without-tests   everything that needs no running program
 *   node scripts/check.mjs NAME …            only the named checks
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { endChildrenOnSignal, npm, root, run } from './lib/run.mjs';
import { structureViolations } from './lib/structure.mjs';
import { runTests, summaryLine } from './lib/tests.mjs';
import { prepare, preparePackages, PreparationFailed } from './prepare.mjs';

const node = (...args) => run(process.execPath, args);
const tool = (path, ...args) => node(join(root, 'node_modules', path), ...args);
const sources = ['apps', 'libs', 'migrations', 'bench'].filter((folder) => existsSync(join(root, folder)));
const types = (project) => tool('typescript/bin/tsc', '-p', project, '--noEmit', '--pretty', 'false');

/** Generates anew and compares with what is committed, byte for byte; the committed file stays as it is. */
async function inStep(script, file) {
  const path = join(root, file);
  const committed = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const { ok, output } = await run(npm, ['run', '--silent', script]);
  if (!ok) return { ok, output };
  if (readFileSync(path, 'utf8') === committed) return { ok, output: '' };
  writeFileSync(path, committed);
  return { ok: false, output: `${file} is not what the code says: npm run ${script}\n` };
}

async function build() {
  try {
    await prepare();
    return { ok: true, output: '' };
  } catch (error) {
    if (!(error instanceof PreparationFailed)) throw error;
    return { ok: false, output: error.message };
  }
}

/** These read what is there. None changes a file, so they run side by side, the long ones first. */
const reading = {
  lint: () =>
    tool(
      'eslint/bin/eslint.js',
      ...['.', '--max-warnings', '0', '--cache', '--cache-location', 'node_modules/.cache/eslint/'],
    ),
  types: () => types('tsconfig.json'),
  format: () => tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  'types-web': () => types('apps/web/tsconfig.json'),
  boundaries: () =>
    tool(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      ...['--config', '.dependency-cruiser.cjs', '--output-type', 'err', ...sources],
    ),
  unused: () => tool('knip/bin/knip.js', '--no-progress', '--no-config-hints'),
  structure: async () => {
    const violations = structureViolations(root);
    return { ok: violations.length === 0, output: `${violations.join('\n')}\n` };
  },
};

/** These build or generate, one after the other. */
const generating = {
  build,
  schema: () => inStep('schema', 'apps/api/src/graphql/schema.graphql'),
  'web-operations': () => run(npm, ['run', '--silent', 'web-operations', '--', '--check']),
  procedure: () => inStep('procedure', 'docs/procedure.md'),
};

const checks = { ...reading, ...generating };

async function runCheck(name) {
  const { ok, output } = await checks[name]();
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name}`);
  if (!ok) console.log(output.trimEnd().replace(/^/gm, '        '));
  return ok;
}

/** Runs the checks, so many at a time, and answers how many failed. */
async function countFailed(names, atATime) {
  const waiting = [...names];
  let failed = 0;
  const work = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) if (!(await runCheck(name))) failed += 1;
  };
  await Promise.all(Array.from({ length: atATime }, work));
  return failed;
}

async function main(args) {
  const named = args.filter((argument) => !argument.startsWith('--'));
  const unknown = named.filter((name) => !(name in checks));
  if (unknown.length > 0) throw new PreparationFailed(`No such check: ${unknown.join(', ')}`);
  await preparePackages();
  const wanted = (group) => Object.keys(group).filter((name) => named.length === 0 || named.includes(name));
  // More than four at a time would need more memory than they save time.
  let failed = await countFailed(wanted(reading), Math.min(availableParallelism(), 4));
  failed += await countFailed(wanted(generating), 1);
  if (named.length > 0 || args.includes('--without-tests')) return failed === 0;
  const result = await runTests([]);
  console.log(`${result.ok ? 'ok    ' : 'FAILED'}  tests`);
  console.log(summaryLine({ ...result, failed: result.failed + failed }));
  return result.ok && failed === 0;
}

endChildrenOnSignal();
try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  if (!(error instanceof PreparationFailed)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
