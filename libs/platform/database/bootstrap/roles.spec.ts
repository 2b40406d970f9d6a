import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';

import { createTestDatabase, type TestDatabase } from '#testing';

import { bootstrapDatabase, databaseUrls, type DatabaseUrls, type RolePasswords } from './roles.js';

async function ask(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

describe('Bootstrapping a database', () => {
  const databaseName = `km_bootstrap_${randomBytes(4).toString('hex')}`;
  let database: TestDatabase;
  let passwords: RolePasswords;
  let urls: DatabaseUrls;

  beforeAll(async () => {
    database = await createTestDatabase();
    // The roles belong to the whole cluster: other specs go on using these passwords.
    const passwordIn = (url: string): string => decodeURIComponent(new URL(url).password);
    passwords = {
      owner: passwordIn(database.ownerUrl),
      app: passwordIn(database.appUrl),
      public: passwordIn(database.publicUrl),
    };
    urls = await bootstrapDatabase({ superuserUrl: database.superuserUrl, databaseName, passwords });
  });

  afterAll(async () => {
    await ask(database.superuserUrl, `DROP DATABASE IF EXISTS ${databaseName} WITH (FORCE)`);
    await database.drop();
  });

  it('gives the database to the owner, who may create schemas and tables', async () => {
    await ask(urls.ownerUrl, 'CREATE SCHEMA publication; CREATE TABLE publication.shown (id int)');
    expect(await ask(urls.ownerUrl, 'TABLE publication.shown')).toEqual([]);
  });

  it('may run again, also twice at the same time, and keeps what is there', async () => {
    await ask(urls.ownerUrl, 'CREATE TABLE kept AS SELECT 1 AS one');
    const again = { superuserUrl: database.superuserUrl, databaseName, passwords };
    expect(await Promise.all([bootstrapDatabase(again), bootstrapDatabase(again)])).toEqual([urls, urls]);
    expect(await ask(urls.ownerUrl, 'TABLE kept')).toEqual([{ one: 1 }]);
  });

  it('lets the processes read nothing that was not granted to them', async () => {
    await ask(urls.ownerUrl, 'CREATE TABLE secret (id int)');
    await expect(ask(urls.appUrl, 'TABLE secret')).rejects.toThrow('permission denied for table secret');
  });

  it('keeps the public side out of everything, the schema of the tables included', async () => {
    await expect(ask(urls.publicUrl, "SELECT public.unaccent('ä')")).rejects.toThrow(
      'permission denied for schema public',
    );
  });

  it('leaves the database to its three roles alone', async () => {
    const [row] = await ask(
      urls.ownerUrl,
      `SELECT count(*) AS others FROM pg_database, aclexplode(datacl) WHERE datname = current_database() AND grantee = 0`,
    );
    expect(row).toEqual({ others: '0' });
  });

  it('writes passwords with any sign into the addresses', () => {
    const difficult = "a'b\\c@d/e?f#g%h ü";
    const names = { superuserUrl: database.superuserUrl, databaseName };
    const { appUrl } = databaseUrls({ ...names, passwords: { ...passwords, app: difficult } });
    expect(new Client({ connectionString: appUrl }).password).toBe(difficult);
  });
});
