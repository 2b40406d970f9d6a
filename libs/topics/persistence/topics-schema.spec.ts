import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '#testing';
import { topicEntities } from '#topics';

describe('the tables of the topics', () => {
  let database: TestDatabase;
  let source: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    source = new DataSource({
      type: 'postgres',
      url: database.ownerUrl,
      entities: topicEntities as (new () => object)[],
      synchronize: false,
    });
    await source.initialize();
  });

  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  /** Checks are written in migrations alone; the builder would drop every one it finds. */
  it('are what the entities say', async () => {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    const isCheck = /DROP CONSTRAINT "(topic|need_to_know)/;
    expect(upQueries.map(({ query }) => query).filter((query) => !isCheck.test(query))).toEqual([]);
  });
});
