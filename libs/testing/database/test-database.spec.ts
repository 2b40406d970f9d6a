import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';

import { createTestDatabase, type TestDatabase } from './test-database.js';

async function ask<Row>(url: string, text: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows as Row[];
  } finally {
    await client.end();
  }
}

describe('A test database', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });

  afterAll(async () => {
    await database.drop();
  });

  it('is migrated', async () => {
    expect(await ask(database.ownerUrl, 'SELECT count(*) > 0 AS migrated FROM migrations')).toEqual([
      { migrated: true },
    ]);
  });

  it.each([
    ['ownerUrl', 'km_owner'],
    ['appUrl', 'km_app'],
    ['publicUrl', 'km_public'],
  ] as const)(
    'answers on %s as %s, who can neither create databases nor bypass row-level security',
    async (url, role) => {
      const [row] = await ask(
        database[url],
        'SELECT rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = current_user',
      );
      expect(row).toEqual({
        rolname: role,
        rolsuper: false,
        rolbypassrls: false,
        rolcreatedb: false,
        rolcreaterole: false,
      });
    },
  );

  it.each(['appUrl', 'publicUrl'] as const)('refuses tables of their own to %s', async (url) => {
    await expect(ask(database[url], 'CREATE TABLE public.mine (id int)')).rejects.toThrow('permission denied');
  });

  it('belongs to the owner and to nobody else', async () => {
    const other = await createTestDatabase();
    await ask(other.ownerUrl, 'CREATE TABLE only_here (id int)');
    expect(await ask(database.ownerUrl, "SELECT to_regclass('only_here') AS found")).toEqual([{ found: null }]);
    await other.drop();
  });

  it('has the extensions, German word order and German word stems', async () => {
    const [row] = await ask(
      database.ownerUrl,
      `SELECT 'Ä'::citext = 'ä' AS citext, unaccent('Ä') AS unaccent, similarity('Amt', 'Amt') AS trigram,
              encode(digest('', 'sha1'), 'hex') LIKE 'da39%' AS crypto, 'Ä' < 'B' AS sorted,
              to_tsvector('ÄMTER') = to_tsvector('Amt') AS stemmed`,
    );
    expect(row).toEqual({ citext: true, unaccent: 'A', trigram: 1, crypto: true, sorted: true, stemmed: true });
  });
});
