/** A worker as a process of its own, so that it can be killed: worker-process.ts SETTINGS (JSON of WorkerProcess) */
import { organisationEntities } from '#organisation';
import { SystemClock } from '#platform/clock';
import { parseConfig } from '#platform/config';
import { Database } from '#platform/database';
import { createLogger } from '#platform/logging';
import { runService } from '#platform/process';
import { serveWorker } from '../src/serve-worker.js';
import { effectLibraries } from './effects.js';
import { hurried } from './hurried.js';
import { mailLibraries } from './mail-libraries.js';

/** What a spec may want to be different; the rest is as in all specs. */
export interface WorkerProcess {
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
  /** Named: the worker sends mails and does nothing else. */
  readonly smtpUrl: string | null;
  readonly drainSeconds: number;
}

const settings = JSON.parse(process.argv[2] ?? '{}') as WorkerProcess;
const { databaseUrl, redisUrl, smtpUrl, drainSeconds } = settings;

await runService(async () => {
  const config = parseConfig({
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl ?? '',
    SMTP_URL: smtpUrl ?? '',
    LOG_LEVEL: 'silent',
  });
  const database = await Database.open({ url: databaseUrl, entities: organisationEntities });
  return serveWorker({
    config,
    database,
    clock: new SystemClock(),
    logger: createLogger(config.logLevel),
    libraries: smtpUrl === null ? effectLibraries : mailLibraries,
    timings: { ...hurried, drainSeconds },
  });
});
