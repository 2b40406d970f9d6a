import { SystemClock } from '#platform/clock';
import { parseConfig, processEnvironment } from '#platform/config';
import { Database } from '#platform/database';
import { createLogger } from '#platform/logging';
import { serveMetrics } from '#platform/metrics';
import { runService } from '#platform/process';
import { entities } from './entities.js';
import { startWorker } from './start-worker.js';

await runService(async () => {
  const config = parseConfig(processEnvironment());
  const logger = createLogger(config.logLevel);
  const database = await Database.open({ url: config.databaseUrl, entities, poolSize: 12 });
  const worker = await startWorker({ config, database, clock: new SystemClock(), logger });
  const { readings } = worker;
  const metrics = config.metrics === null ? null : await serveMetrics({ ...config.metrics, logger, readings });
  return async () => {
    await worker.stop();
    // Until the last job has ended, whoever watches sees it.
    await metrics?.stop();
    await database.close();
  };
});
