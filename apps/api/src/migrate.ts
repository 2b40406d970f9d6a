import { parseConfig, processEnvironment } from '#platform/config';
import { migrateJobs } from '#platform/jobs';
import { runMigrations } from '#platform/database';
import { createLogger } from '#platform/logging';
import { migrations } from '#migrations';

const config = parseConfig(processEnvironment());
const logger = createLogger(config.logLevel);
if (config.databaseOwnerUrl === null)
  throw new Error('DATABASE_OWNER_URL fehlt: Migrationen laufen als Eigentümer der Tabellen.');
const applied = await runMigrations(config.databaseOwnerUrl, migrations);
await migrateJobs(config.databaseOwnerUrl);
logger.info({ applied }, 'the database is up to date');
