import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { agendaEntities } from '#agendas';
import { conferencesEntities } from '#conferences';
import { decisionEntities } from '#decisions';
import { organisationEntities } from '#organisation';
import { createTestDatabase, type TestDatabase } from '#testing';
import { writtenProcedureEntities } from '#written-procedures';

describe('the tables of the written procedures', () => {
  let database: TestDatabase;
  let source: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    const before = [...organisationEntities, ...conferencesEntities, ...agendaEntities, ...decisionEntities];
    source = new DataSource({
      type: 'postgres',
      url: database.ownerUrl,
      entities: [...before, ...writtenProcedureEntities] as (new () => object)[],
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
    const own = upQueries.map(({ query }) => query).filter((query) => query.includes('written'));
    expect(own).toEqual([]);
  });
});
