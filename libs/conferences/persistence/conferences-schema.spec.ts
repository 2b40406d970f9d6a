import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { organisationEntities } from '#organisation';
import { createTestDatabase, type TestDatabase } from '#testing';
import { conferencesEntities } from './entities.js';

describe('the tables of the conferences', () => {
  let database: TestDatabase;
  let source: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    source = new DataSource({
      type: 'postgres',
      url: database.ownerUrl,
      entities: [...organisationEntities, ...conferencesEntities] as (new () => object)[],
      synchronize: false,
    });
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
