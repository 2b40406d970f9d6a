import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ActorDirectory, organisationEntities, SYSTEM } from '#organisation';
import { FixedClock } from '#platform/clock';
import { Database } from '#platform/database';
import { createTestDatabase, type TestDatabase } from '#testing';
import { demoPeople, insertDemoPeople } from './people.js';

describe('the people of the demo', () => {
  let store: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    store = await createTestDatabase();
    database = await Database.open({ url: store.appUrl, entities: organisationEntities, poolSize: 2 });
  });

  afterAll(async () => {
    await database.close();
    await store.drop();
  });

  it('have each a name and an address of their own', () => {
    expect(new Set(demoPeople.map(({ mail }) => mail)).size).toBe(demoPeople.length);
    expect(new Set(demoPeople.map(({ name }) => name)).size).toBe(demoPeople.length);
  });

  it('are there once, however often the demo starts', async () => {
    await database.write(SYSTEM, insertDemoPeople);
    await database.write(SYSTEM, insertDemoPeople);
    const [counts] = await database.read(SYSTEM, (tx) =>
      tx.query(
        'SELECT (SELECT count(*)::int FROM people) AS people, (SELECT count(*)::int FROM assignments) AS assignments',
      ),
    );
    const assignments = demoPeople.flatMap((person) => person.assignments).length;
    expect(counts).toEqual({ people: demoPeople.length, assignments });
  });

  it('hold the chair only while it is the turn of their Land', async () => {
    const clock = new FixedClock(new Date('2026-11-23T12:00:00Z'));
    const directory = new ActorDirectory(database, clock);
    const hamburg = await directory.personByMail('vorsitz.hh@konferenzmappe.example', 'https://anmeldung.example');
    const hessen = await directory.personByMail('Vorsitz.HE@konferenzmappe.example', 'https://anmeldung.example');
    const audiences = async (): Promise<unknown[]> =>
      Promise.all([hamburg, hessen].map(async (each) => (await directory.actorOfPerson(each?.id ?? ''))?.audience));
    expect(await audiences()).toEqual([[202], []]);
    clock.moveTo(new Date('2027-01-01T00:00:00+01:00'));
    expect(await audiences()).toEqual([[], [202]]);
  });
});
