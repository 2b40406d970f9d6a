import { parseArgs } from 'node:util';
import { processEnvironment } from '#platform/config';
import { CycleFailure } from './person.js';
import { playCycle } from './play-cycle.js';

const { PORT = '3000' } = processEnvironment();
const { values } = parseArgs({
  options: {
    url: { type: 'string', default: `http://127.0.0.1:${PORT}` },
    out: { type: 'string', default: 'var/out' },
    help: { type: 'boolean', default: false },
  },
});
const print = (line: string): void => void process.stdout.write(`${line}\n`);

if (values.help) {
  print('npm run cycle -- [--url http://127.0.0.1:3000] [--out var/out]');
  print('Spielt ein Halbjahr der Konferenz auf einem laufenden Server durch und legt beide PDF-Dokumente ab.');
} else {
  try {
    await playCycle({ origin: values.url, out: values.out, print });
  } catch (error) {
    const isKnown = error instanceof CycleFailure || (error instanceof TypeError && error.message === 'fetch failed');
    const message =
      error instanceof CycleFailure
        ? error.message
        : `Unter ${values.url} antwortet kein Server. Bitte zuerst „npm start“.`;
    process.stderr.write(
      `\nDas Halbjahr ist nicht durchgelaufen: ${isKnown ? message : error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exitCode = 1;
  }
}
