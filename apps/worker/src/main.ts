import { SystemClock } from '#platform/clock';
import { parseConfig, processEnvironment } from '#platform/config';
import { Database } from '#platform/database';
import { createLogger } from '#platform/logging';
import { entities } from './entities.js';
import { startWorker } from './start-worker.js';

const config = parseConfig(processEnvironment());
const database = await Database.open({ url: config.databaseUrl, entities, poolSize: 12 });
const worker = await startWorker({
  config,
  database,
  clock: new SystemClock(),
  logger: createLogger(config.logLevel),
});

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void worker.stop().then(() => database.close());
  });
}
