import { fileURLToPath } from 'node:url';
import { SystemClock } from '#platform/clock';
import { parseConfig, processEnvironment } from '#platform/config';
import { Database } from '#platform/database';
import { createLogger } from '#platform/logging';
import { entities } from './business-modules.js';
import { readinessOf } from './health/readiness.js';
import { startApi } from './start-api.js';

const config = parseConfig(processEnvironment());
const logger = createLogger(config.logLevel);
if (config.signIn === null) throw new Error('OIDC_ISSUER fehlt: Ohne Anmeldedienst startet die Schnittstelle nicht.');
const database = await Database.open({ url: config.databaseUrl, entities });
const api = await startApi({
  config,
  database,
  logger,
  clock: new SystemClock(),
  signIn: config.signIn,
  readiness: readinessOf(database, config.redisUrl),
  anonymousPaths: [],
  webDirectory: fileURLToPath(new URL('../../../web', import.meta.url)),
});

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void api.stop().then(() => database.close());
  });
}
