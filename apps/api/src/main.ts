import { fileURLToPath } from 'node:url';
import { SystemClock } from '#platform/clock';
import { ConfigurationError, parseConfig, processEnvironment } from '#platform/config';
import { Database, PublicDatabase } from '#platform/database';
import { createLogger } from '#platform/logging';
import { serveMetrics } from '#platform/metrics';
import { runService } from '#platform/process';
import { entities } from './business-modules.js';
import { readinessOf } from './health/readiness.js';
import { startApi } from './start-api.js';

await runService(async () => {
  const config = parseConfig(processEnvironment());
  const { signIn } = config;
  if (signIn === null) {
    throw new ConfigurationError(['OIDC_ISSUER: fehlt; ohne Anmeldedienst startet die Schnittstelle nicht']);
  }
  const database = await Database.open({ url: config.databaseUrl, entities });
  const publicUrl = config.databasePublicUrl;
  const publicDatabase = publicUrl === null ? null : PublicDatabase.open(publicUrl);
  const logger = createLogger(config.logLevel);
  const api = await startApi({
    config,
    database,
    publicDatabase,
    logger,
    clock: new SystemClock(),
    signIn,
    readiness: readinessOf(database, config.redisUrl),
    anonymousPaths: [],
    webDirectory: fileURLToPath(new URL('../../../web', import.meta.url)),
  });
  const metrics = config.metrics === null ? null : await serveMetrics({ ...config.metrics, logger });
  return async () => {
    await metrics?.stop();
    await api.stop();
    await database.close();
    await publicDatabase?.close();
  };
});
