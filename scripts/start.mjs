/**
 * `npm start`: prepares what is missing and becomes the standalone server. It runs in this very process, so there is
 * no child to forward signals to and none that could be left behind.
 */
import { fileURLToPath } from 'node:url';
import { endChildrenOnSignal } from './lib/run.mjs';
import { prepare, PreparationFailed } from './prepare.mjs';

console.log('Konferenzmappe wird vorbereitet');
const release = endChildrenOnSignal();
try {
  await prepare();
} catch (error) {
  if (!(error instanceof PreparationFailed)) throw error;
  console.error(error.message);
  process.exit(1);
}
release();

const main = new URL('../dist/apps/standalone/src/main.js', import.meta.url);
process.setSourceMapsEnabled(true);
process.argv[1] = fileURLToPath(main);
await import(main.href);
