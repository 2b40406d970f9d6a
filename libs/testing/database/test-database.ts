import { randomBytes } from 'node:crypto';

import { Client } from 'pg';

import { databaseRoles, databaseUrls, grantConnect, urlFor } from '#platform/database';

import { testCluster } from './test-cluster.js';

/** A database of its own for one spec file, migrated and empty. */
export type TestDatabase = {
  /** For the processes: owns nothing, sees what row-level security allows. */
  readonly appUrl: string;
  /** For migrations: owns the tables. */
  readonly ownerUrl: string;
  /** For the public side: the schema `publication` alone. */
  readonly publicUrl: string;
  /** Past all rules; for arranging what no role may do. */
  readonly superuserUrl: string;
  /** Ends all connections and removes the database. */
  drop(): Promise<void>;
};

/** Clones the migrated template; starts the PostgreSQL of this test run when it is the first to ask. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { superuserUrl, templateName, passwords } = await testCluster();
  const databaseName = `km_test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(superuserUrl, async (client) => {
    // Copying files is faster than copying through the log, as long as nothing has to reach the disk.
    await client.query(
      `CREATE DATABASE ${databaseName} OWNER ${databaseRoles.owner} TEMPLATE ${templateName} STRATEGY file_copy`,
    );
    await grantConnect(client, databaseName);
  });
  return {
    ...databaseUrls({ superuserUrl, databaseName, passwords }),
    superuserUrl: urlFor(superuserUrl, databaseName),
    drop: () =>
      asSuperuser(superuserUrl, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${databaseName} WITH (FORCE)`);
      }),
  };
}

async function asSuperuser(superuserUrl: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
