import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { SYSTEM, organisationEntities } from '#organisation';
import { Database, newId } from '#platform/database';
import { actorAs, createTestDatabase, type TestDatabase } from '#testing';
import { aConference, aProfile } from '#testing/conferences';
import type { Conference } from '../domain/conference.js';
import { conferencesByIds } from './conference.loader.js';
import { Conferences } from './conference.repository.js';
import { conferencesEntities } from './entities.js';

const entities = [...organisationEntities, ...conferencesEntities];
const reader = actorAs({ role: 'READER', party: 'HE' });

describe('the conferences', () => {
  let store: TestDatabase;
  let database: Database;
  const conferences = new Conferences();

  beforeAll(async () => {
    store = await createTestDatabase();
    database = await Database.open({ url: store.appUrl, entities, poolSize: 2 });
  });

  afterAll(async () => {
    await database.close();
    await store.drop();
  });

  async function planned(startsOn: string, endsOn: string): Promise<Conference> {
    return database.write(SYSTEM, async (tx) => {
      const traits = { number: null, season: 'SPECIAL', place: null, chair: 'HH' } as const;
      const conference = aConference({ id: newId(), ...traits, year: Number(startsOn.slice(0, 4)), startsOn, endsOn });
      const event = { recordKind: 'conference', recordId: conference.id, actorName: 'System', capacity: 'SYSTEM' };
      const occurredAt = new Date('2026-01-01T12:00:00Z');
      await conferences.save(tx, conference, [
        { ...event, type: 'conference.planned', reason: null, occurredAt, data: {} },
      ]);
      return conference;
    });
  }

  it('have tables as the entities say', async () => {
    const source = new DataSource({
      type: 'postgres',
      url: store.ownerUrl,
      entities: entities as (new () => object)[],
      synchronize: false,
    });
    await source.initialize();
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    await source.destroy();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('know the profile by which they were planned', async () => {
    const conference = await planned('2031-06-04', '2031-06-06');
    const profile = await database.read(reader, (tx) => conferences.profileOf(tx, conference.id));
    expect(profile).toEqual(aProfile({ id: profile.id }));
  });

  it('are current until the last second of their last day in Berlin', async () => {
    const autumn = await planned('2030-12-04', '2030-12-06');
    const spring = await planned('2031-05-28', '2031-05-30');
    const currentAt = async (instant: string): Promise<string | undefined> =>
      (await database.read(reader, (tx) => conferences.currentConference(tx, new Date(instant))))?.id;
    expect(await currentAt('2030-12-06T23:59:59.999+01:00')).toBe(autumn.id);
    expect(await currentAt('2030-12-07T00:00:00.000+01:00')).toBe(spring.id);
    expect(await currentAt('2099-01-01T00:00:00Z')).toBeUndefined();
  });

  it('are found in one statement by their ids, as far as the reader sees them', async () => {
    const some = [await planned('2032-02-02', '2032-02-02'), await planned('2032-03-03', '2032-03-03')];
    const ids = [...some.map(({ id }) => id), newId()];
    const found = await database.read(reader, (tx) => conferencesByIds(tx, ids));
    expect(found).toEqual(new Map(some.map((conference) => [conference.id, conference])));
    expect(await database.read(actorAs({ role: 'ADMIN' }), (tx) => conferencesByIds(tx, ids))).toEqual(new Map());
  });

  it('do not exist under an id that is none, and are a fault where a record names one', async () => {
    expect(await database.read(reader, (tx) => conferences.findConference(tx, 'none'))).toBeNull();
    await expect(database.read(reader, (tx) => conferences.getConference(tx, newId()))).rejects.toThrow(
      'cannot be seen',
    );
  });
});
