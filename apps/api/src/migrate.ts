import { ConfigurationError, parseConfig, processEnvironment, type Config } from '#platform/config';
import { migrateJobs } from '#platform/jobs';
import { bootstrapDatabase, runMigrations } from '#platform/database';
import { createLogger } from '#platform/logging';
import { runProgram } from '#platform/process';
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

await runProgram(async () => {
  const config = parseConfig(processEnvironment());
  const { databaseOwnerUrl, databaseSuperuserUrl, logLevel } = config;
  if (databaseOwnerUrl === null) {
    throw new ConfigurationError(['DATABASE_OWNER_URL: fehlt; Migrationen laufen als Eigentümer der Tabellen']);
  }
  if (databaseSuperuserUrl !== null) await bootstrap(databaseSuperuserUrl, databaseOwnerUrl, config);
  const applied = await runMigrations(databaseOwnerUrl, migrations);
  await migrateJobs(databaseOwnerUrl);
  createLogger(logLevel).info({ applied }, 'the database is up to date');
});
