import { fileURLToPath } from 'node:url';
import { SystemClock } from '#platform/clock';
import { ConfigurationError, parseConfig, processEnvironment } from '#platform/config';
import { Database, PublicDatabase } from '#platform/database';
import { createLogger } from '#platform/logging';
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
  const api = await startApi({
    config,
    database,
    publicDatabase,
    logger: createLogger(config.logLevel),
    clock: new SystemClock(),
    signIn,
    readiness: readinessOf(database, config.redisUrl),
    anonymousPaths: [],
    webDirectory: fileURLToPath(new URL('../../../web', import.meta.url)),
  });
  return async () => {
    await api.stop();
    await database.close();
    await publicDatabase?.close();
  };
});
