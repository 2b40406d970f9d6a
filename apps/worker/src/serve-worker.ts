import { serveMetrics } from '#platform/metrics';
import { startWorker, type WorkerOptions } from './start-worker.js';

/** A worker as a process of its own: answers how to stop it, and with it the process. */
export async function serveWorker(options: WorkerOptions): Promise<() => Promise<void>> {
  const { config, database, logger } = options;
  const worker = await startWorker(options);
  const { readings } = worker;
  const metrics = config.metrics === null ? null : await serveMetrics({ ...config.metrics, logger, readings });
  return async () => {
    const isDrained = await worker.stop();
    // Until the last job has ended, whoever watches sees it.
    await metrics?.stop();
    // Closing would wait for a job that takes too long. Its transaction ends with this process, and nothing of it remains.
    if (!isDrained) process.exit(0);
    await database.close();
  };
}
