/** `npm test [-- jest arguments]`: prepares, runs all specs, and says at the very end how many passed and failed. */
import { endChildrenOnSignal } from './lib/run.mjs';
import { runTests, summaryLine } from './lib/tests.mjs';
import { prepare, PreparationFailed } from './prepare.mjs';

endChildrenOnSignal();
try {
  await prepare();
} catch (error) {
  if (!(error instanceof PreparationFailed)) throw error;
  console.error(error.message);
  process.exit(1);
}
const result = await runTests(process.argv.slice(2));
console.log(summaryLine(result));
process.exitCode = result.ok ? 0 : 1;
