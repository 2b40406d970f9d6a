import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bodyNames, landCodes } from '#glossary';
import { FixedClock } from '#platform/clock';
import { Database } from '#platform/database';
import { actorAs, actorWith, createTestDatabase, type TestDatabase } from '#testing';
import type { Actor } from '../../domain/actor.js';
import { organisationEntities } from '../../persistence/entities.js';
import { ViewerQuery } from './viewer.query.js';

describe('what the viewer is shown', () => {
  let store: TestDatabase;
  let database: Database;
  let query: ViewerQuery;

  beforeAll(async () => {
    store = await createTestDatabase();
    database = await Database.open({ url: store.appUrl, entities: organisationEntities, poolSize: 2 });
    query = new ViewerQuery(database, new FixedClock(new Date('2026-11-23T23:30:00Z')));
  });

  afterAll(async () => {
    await database.close();
    await store.drop();
  });

  async function registrantsOf(actor: Actor): Promise<string[]> {
    return (await query.show(actor)).mayRegisterFor.map(({ name }) => name);
  }

  it('is the person, the hats of today, who chairs, and the day in Berlin', async () => {
    const actor = actorWith(
      actorAs({ role: 'CHAIR', name: 'Kim Beispiel' }),
      actorAs({ role: 'PARTY_COORDINATOR', party: 'HH' }),
      actorAs({ role: 'CHAIR', party: 'HE' }),
    );
    const viewer = await query.show(actor);
    expect(viewer).toMatchObject({ person: { name: 'Kim Beispiel' }, chair: { code: 'HH' }, today: '2026-11-24' });
    expect(viewer.capacities.map(({ label }) => label)).toEqual(['Vorsitz Hamburg', 'Koordination Hamburg']);
    expect(Object.keys(viewer.person)).toEqual(['id', 'name']);
  });

  it.each([
    [actorAs({ role: 'PARTY_COORDINATOR', party: 'BUND' }), ['Bund']],
    [actorAs({ role: 'PARTY_EXPERT', party: 'TH' }), ['Thüringen']],
    [actorAs({ role: 'COMMITTEE_SECRETARY', body: 'AK2' }), ['AK II']],
    [actorAs({ role: 'COMMITTEE_MEMBER', body: 'AK2' }), []],
    [actorAs({ role: 'READER', party: 'TH' }), []],
    [actorAs({ role: 'SECRETARIAT' }), []],
    [actorAs({ role: 'ADMIN' }), []],
  ])('is for whom a registration may be drafted', async (actor, names) => {
    expect(await registrantsOf(actor)).toEqual(names);
  });

  it('is everything a person is assigned to, each once', async () => {
    const coordinators = landCodes.map((party) => actorAs({ role: 'PARTY_COORDINATOR', party }));
    const experts = landCodes.map((party) => actorAs({ role: 'PARTY_EXPERT', party }));
    expect(await registrantsOf(actorWith(actorAs({ role: 'ADMIN' }), ...coordinators, ...experts))).toHaveLength(16);
  });

  it('names a body as papers do', async () => {
    const viewer = await query.show(actorAs({ role: 'GUEST', body: 'AK2' }));
    expect(viewer.capacities).toMatchObject([
      { role: 'GUEST', body: { code: 'AK2', name: bodyNames.AK2 }, party: null },
    ]);
  });
});
