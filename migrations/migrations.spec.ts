import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { entities } from '#apps/api';
import { revertMigrations, runMigrations } from '#platform/database';
import { createTestDatabase, type TestDatabase } from '#testing';
import { migrations } from './index.js';

let room: TestDatabase;

beforeAll(async () => {
  room = await createTestDatabase();
});
afterAll(() => room.drop());

async function structure(): Promise<readonly string[]> {
  const client = new Client({ connectionString: room.superuserUrl });
  await client.connect();
  const { rows } = await client.query<{ line: string }>(`
    SELECT 'column ' || table_schema || '.' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable AS line
      FROM information_schema.columns WHERE table_schema IN ('public', 'publication') AND table_name <> 'migrations'
    UNION ALL SELECT 'policy ' || tablename || ' ' || policyname || coalesce(qual, '') || coalesce(with_check, '') FROM pg_policies
      WHERE schemaname IN ('public', 'publication') AND tablename <> 'migrations'
    UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'migrations' AND contype <> 'n'
    UNION ALL SELECT 'function ' || p.oid::regprocedure FROM pg_proc p WHERE pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    UNION ALL SELECT 'trigger ' || tgrelid::regclass || ' ' || tgname FROM pg_trigger WHERE NOT tgisinternal
    ORDER BY 1`);
  await client.end();
  return rows.map(({ line }) => line);
}

async function checkConstraints(): Promise<readonly string[]> {
  const client = new Client({ connectionString: room.superuserUrl });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `SELECT conname AS name FROM pg_constraint WHERE contype = 'c'`,
  );
  await client.end();
  return rows.map(({ name }) => name);
}

describe('the migrations', () => {
  it('go all up, all down and all up again to the same structure', async () => {
    const before = await structure();
    expect(before.length).toBeGreaterThan(50);
    await revertMigrations(room.ownerUrl, migrations);
    expect(await structure()).toEqual([]);
    expect(await runMigrations(room.ownerUrl, migrations)).toHaveLength(migrations.length);
    expect(await structure()).toEqual(before);
  });

  it('say the same as the entities: nothing is left to generate', async () => {
    const source = new DataSource({
      type: 'postgres',
      url: room.ownerUrl,
      entities: [...entities] as (new () => object)[],
    });
    await source.initialize();
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    await source.destroy();
    const checks = await checkConstraints();
    // Conditions stand in the SQL alone: TypeORM cannot compare expressions and would drop what it does not know.
    const left = upQueries
      .map(({ query }) => query)
      .filter((query) => !checks.some((name) => query.endsWith(`DROP CONSTRAINT "${name}"`)));
    expect(left).toEqual([]);
  });

  it('are listed in the order of their time', () => {
    const times = migrations.map(({ name }) => name.slice(-13));
    expect(times).toEqual([...times].sort());
    expect(new Set(times).size).toBe(times.length);
  });
});
