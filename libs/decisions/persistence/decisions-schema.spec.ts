import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { agendaEntities } from '#agendas';
import { conferencesEntities } from '#conferences';
import { decisionEntities } from '#decisions';
import { organisationEntities } from '#organisation';
import { createTestDatabase, type TestDatabase } from '#testing';

describe('the tables of the decisions', () => {
  let database: TestDatabase;
  let source: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    const entities = [...organisationEntities, ...conferencesEntities, ...agendaEntities, ...decisionEntities];
    source = new DataSource({
      type: 'postgres',
      url: database.ownerUrl,
      entities: entities as (new () => object)[],
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
