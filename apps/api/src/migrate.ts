import { ConfigurationError, parseConfig, processEnvironment, type Config } from '#platform/config';
import { migrateJobs } from '#platform/jobs';
import { bootstrapDatabase, runMigrations } from '#platform/database';
import { createLogger } from '#platform/logging';
import { migrations } from '#migrations';

/** Roles, database and extensions on a server that knows none of them yet: the names and passwords of the addresses. */
async function bootstrap(
  superuserUrl: string,
  ownerUrl: string,
  { databaseUrl, databasePublicUrl }: Config,
): Promise<void> {
  if (databasePublicUrl === null) throw new ConfigurationError(['DATABASE_PUBLIC_URL: fehlt, um die Rolle anzulegen']);
  const passwordIn = (url: string): string => decodeURIComponent(new URL(url).password);
  await bootstrapDatabase({
    superuserUrl,
    databaseName: decodeURIComponent(new URL(ownerUrl).pathname.slice(1)),
    passwords: { owner: passwordIn(ownerUrl), app: passwordIn(databaseUrl), public: passwordIn(databasePublicUrl) },
  });
}

const config = parseConfig(processEnvironment());
const logger = createLogger(config.logLevel);
if (config.databaseOwnerUrl === null)
  throw new Error('DATABASE_OWNER_URL fehlt: Migrationen laufen als Eigentümer der Tabellen.');
if (config.databaseSuperuserUrl !== null) {
  await bootstrap(config.databaseSuperuserUrl, config.databaseOwnerUrl, config);
}
const applied = await runMigrations(config.databaseOwnerUrl, migrations);
await migrateJobs(config.databaseOwnerUrl);
logger.info({ applied }, 'the database is up to date');
