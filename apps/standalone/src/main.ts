import { ConfigurationError, processEnvironment } from '#platform/config';
import { EmbeddedDatabaseError } from './embedded-database/index.js';
import { demoPeople } from './demo/people.js';
import { StartRefused } from './port.js';
import { startStandalone, type Standalone } from './standalone.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** A newcomer follows the progress on the terminal; the log of requests is asked for with LOG_LEVEL. */
const environment = { LOG_LEVEL: 'warn', ...processEnvironment() };

let standalone: Standalone | null = null;
let stopping = false;

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  say('Konferenzmappe wird beendet …');
  await starting.catch(() => undefined);
  await standalone?.stop();
  say('Beendet.');
  process.exit(0);
}

/** Without its database the product would only answer faults: it ends, and whoever watches over it starts it again. */
async function databaseLost(): Promise<void> {
  if (stopping) return;
  stopping = true;
  process.stderr.write('Die Datenbank ist ausgefallen. Konferenzmappe wird beendet; bitte starten Sie sie neu.\n');
  await standalone?.stop().catch(() => undefined);
  process.exit(1);
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop());

const starting = startStandalone({ environment, onProgress: (message) => say(`  ${message}`) });

try {
  standalone = await starting;
  announce(standalone.address);
  void standalone.databaseEnded.then(() => databaseLost());
} catch (error) {
  const isExpected =
    error instanceof StartRefused || error instanceof EmbeddedDatabaseError || error instanceof ConfigurationError;
  process.stderr.write(
    `${isExpected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
}

function announce(address: string): void {
  const examples = [
    'koordination.he',
    'koordination.hh',
    'geschaeftsstelle',
    'vorsitz.ak2',
    'vorsitz.hh',
    'koordination.bund',
  ];
  const shown = examples.flatMap((name) => demoPeople.find(({ mail }) => mail.startsWith(`${name}@`)) ?? []);
  say(`\nKonferenzmappe ist bereit: ${address}\n`);
  say('Zum Ausprobieren, ohne Passwort:');
  for (const { mail, name } of shown) say(`  ${name.padEnd(24)} ${address}/auth/login?login_hint=${mail}`);
  say(`\nAlle ${demoPeople.length} Personen stehen auf der Anmeldeseite. Beenden mit Strg+C.`);
}
