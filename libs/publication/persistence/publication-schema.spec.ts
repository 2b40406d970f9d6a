import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { conferencesEntities } from '#conferences';
import { organisationEntities } from '#organisation';
import { publicationEntities } from '#publication';
import { createTestDatabase, type TestDatabase } from '#testing';

describe('the tables of releases and publications', () => {
  let database: TestDatabase;
  let source: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    const entities = [...organisationEntities, ...conferencesEntities, ...publicationEntities] as (new () => object)[];
    source = new DataSource({ type: 'postgres', url: database.ownerUrl, entities, synchronize: false });
    await source.initialize();
  });

  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  it('are what the entities say', async () => {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });
});
