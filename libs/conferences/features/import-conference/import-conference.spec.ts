import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { organisationEntities, SYSTEM } from '#organisation';
import { FixedClock } from '#platform/clock';
import { Database, listHistory } from '#platform/database';
import { createTestDatabase, type TestDatabase } from '#testing';
import { ConferenceProfiles } from '../../persistence/conference-profile.repository.js';
import { Conferences } from '../../persistence/conference.repository.js';
import { conferencesEntities } from '../../persistence/entities.js';
import { ImportConferenceHandler, type ImportConference } from './import-conference.handler.js';

const koblenz: ImportConference = {
  number: 203,
  season: 'AUTUMN',
  year: 2015,
  place: 'Koblenz',
  startsOn: '2015-12-03',
  endsOn: '2015-12-04',
  chair: 'RP',
};

describe('a conference of the archive', () => {
  let store: TestDatabase;
  let database: Database;
  let handler: ImportConferenceHandler;

  beforeAll(async () => {
    store = await createTestDatabase();
    const entities = [...organisationEntities, ...conferencesEntities];
    database = await Database.open({ url: store.appUrl, entities, poolSize: 2 });
    const clock = new FixedClock(new Date('2026-11-23T12:00:00Z'));
    handler = new ImportConferenceHandler(database, new Conferences(), new ConferenceProfiles(), clock);
  });

  afterAll(async () => {
    await database.close();
    await store.drop();
  });

  it('stands in the history at noon of its last day, as an act of the system', async () => {
    const answer = await handler.execute(koblenz);
    const id = answer.ok ? answer.conference.id : '';
    const history = await database.read(SYSTEM, (tx) => listHistory(tx, 'conference', [id]));
    expect(history.get(id)).toMatchObject([
      { event: 'conference.imported', capacity: 'SYSTEM', occurredAt: new Date('2015-12-04T12:00:00+01:00') },
    ]);
  });

  it('is taken over once', async () => {
    expect(await handler.execute(koblenz)).toMatchObject({
      ok: false,
      refusals: [{ code: 'NUMBER_TAKEN' }, { code: 'CYCLE_ALREADY_PLANNED' }],
    });
  });

  it('is over: one that ends today is none', async () => {
    const today = { ...koblenz, number: null, year: 2026, startsOn: '2026-11-22', endsOn: '2026-11-23' };
    expect(await handler.execute({ ...today, chair: 'HH' })).toMatchObject({
      ok: false,
      refusals: [{ code: 'NOT_OVER' }],
    });
  });
});
