import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { BUND, committeeCodes, landCodes } from '#glossary';
import { FixedClock } from '#platform/clock';
import { Database } from '#platform/database';
import { actorAs, createTestDatabase, type TestDatabase } from '#testing';
import { organisationEntities } from '../../persistence/entities.js';
import { Bodies } from '../../persistence/body.repository.js';
import { OrganisationQuery } from './organisation.query.js';

const lastDay = new Date('2028-12-31T23:59:59.999+01:00');

describe('the lists of the organisation', () => {
  let store: TestDatabase;
  let database: Database;
  const clock = new FixedClock(lastDay);
  let query: OrganisationQuery;
  const reader = actorAs({ role: 'READER', party: 'HE' });

  beforeAll(async () => {
    store = await createTestDatabase();
    database = await Database.open({ url: store.appUrl, entities: organisationEntities, poolSize: 2 });
    query = new OrganisationQuery(database, new Bodies(), clock);
  });

  afterAll(async () => {
    await database.close();
    await store.drop();
  });

  it('name the Länder in the order of the rotation and the Bund at the end', async () => {
    expect((await query.listParties(reader)).map(({ code }) => code)).toEqual([...landCodes, BUND]);
  });

  it('leave out a body from the day after its last', async () => {
    const client = new Client({ connectionString: store.superuserUrl });
    await client.connect();
    await client.query(`UPDATE bodies SET valid_to = '2028-12-31' WHERE code = 'AK6'`);
    await client.end();
    const both = ['PRE_CONFERENCE', 'MAIN_CONFERENCE'];
    expect((await query.listBodies(reader, null, false)).map(({ code }) => code)).toEqual([...committeeCodes, ...both]);
    clock.moveTo(new Date(lastDay.getTime() + 1));
    expect((await query.listBodies(reader, null, false)).map(({ code }) => code)).toEqual([
      ...committeeCodes.slice(0, 5),
      ...both,
    ]);
  });

  it('are empty for nobody', async () => {
    const nobody = { ...reader, personId: null, audience: [] };
    expect([...(await query.listParties(nobody)), ...(await query.listBodies(nobody, null, true))]).toEqual([]);
  });
});
