/** A worker as a process of its own, so that it can be killed: worker-process.ts DATABASE_URL REDIS_URL|- */
import { organisationEntities } from '#organisation';
import { SystemClock } from '#platform/clock';
import { parseConfig } from '#platform/config';
import { Database } from '#platform/database';
import { createLogger } from '#platform/logging';
import { startWorker } from '../src/start-worker.js';
import { effectLibraries } from './effects.js';
import { hurried } from './hurried.js';

const [databaseUrl = '', redisUrl = '-'] = process.argv.slice(2);
const config = parseConfig({ DATABASE_URL: databaseUrl, ...(redisUrl === '-' ? {} : { REDIS_URL: redisUrl }) });
const database = await Database.open({ url: databaseUrl, entities: organisationEntities });
const worker = await startWorker({
  config,
  database,
  clock: new SystemClock(),
  logger: createLogger('info'),
  libraries: effectLibraries,
  timings: hurried,
});
process.on('SIGTERM', () => void worker.stop().then(() => database.close()));
