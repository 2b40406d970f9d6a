import { DataSource, type MigrationInterface } from 'typeorm';

export type MigrationClass = new () => MigrationInterface;

function migrationSource(ownerUrl: string, migrations: readonly MigrationClass[]): DataSource {
  return new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: [...migrations],
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    poolSize: 2,
  });
}

async function withSource<Result>(source: DataSource, work: (source: DataSource) => Promise<Result>): Promise<Result> {
  await source.initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

/** Applies every pending migration, one transaction each. Needs the owner's connection. Answers the names applied. */
export async function runMigrations(ownerUrl: string, migrations: readonly MigrationClass[]): Promise<string[]> {
  return withSource(migrationSource(ownerUrl, migrations), async (source) => {
    const applied = await source.runMigrations();
    await source.query(`
      ALTER TABLE migrations ENABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;
      DROP POLICY IF EXISTS counts ON migrations;
      CREATE POLICY counts ON migrations FOR SELECT USING (true);
      GRANT SELECT ON migrations TO km_app`);
    return applied.map(({ name }) => name);
  });
}

/** Takes every migration back, newest first. */
export async function revertMigrations(ownerUrl: string, migrations: readonly MigrationClass[]): Promise<void> {
  await withSource(migrationSource(ownerUrl, migrations), async (source) => {
    for (let left = migrations.length; left > 0; left -= 1) await source.undoLastMigration();
  });
}
