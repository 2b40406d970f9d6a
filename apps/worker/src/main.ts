import { SystemClock } from '#platform/clock';
import { parseConfig, processEnvironment } from '#platform/config';
import { Database } from '#platform/database';
import { createLogger } from '#platform/logging';
import { runService } from '#platform/process';
import { entities } from './entities.js';
import { startWorker } from './start-worker.js';

await runService(async () => {
  const config = parseConfig(processEnvironment());
  const logger = createLogger(config.logLevel);
  const database = await Database.open({ url: config.databaseUrl, entities, poolSize: 12 });
  const worker = await startWorker({ config, database, clock: new SystemClock(), logger });
  return async () => {
    await worker.stop();
    await database.close();
  };
});
