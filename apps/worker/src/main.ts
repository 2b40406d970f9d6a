import { SystemClock } from '#platform/clock';
import { parseConfig, processEnvironment } from '#platform/config';
import { Database } from '#platform/database';
import { createLogger } from '#platform/logging';
import { runService } from '#platform/process';
import { entities } from './entities.js';
import { serveWorker } from './serve-worker.js';

await runService(async () => {
  const config = parseConfig(processEnvironment());
  const database = await Database.open({ url: config.databaseUrl, entities, poolSize: 12 });
  return serveWorker({ config, database, clock: new SystemClock(), logger: createLogger(config.logLevel) });
});
