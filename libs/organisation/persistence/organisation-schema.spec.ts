import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { bodyNames, landCodes, partyCodes, partyNames, type BodyCode } from '#glossary';
import { Database, newId, type DatabaseActor, type ReadTx } from '#platform/database';
import { actorAs, createTestDatabase, seedPeople, type TestDatabase } from '#testing';
import { SYSTEM } from '../domain/actor.js';
import { audienceOfBody, audienceOfParty } from '../domain/audiences.js';
import { bodyOf, partyOf } from '../domain/bodies.js';
import { proposedChair } from '../domain/chair-terms.js';
import { organisationEntities } from './entities.js';

const tables = [
  'parties',
  'bodies',
  'body_names',
  'memberships',
  'people',
  'person_identities',
  'assignments',
  'chair_terms',
];
const nobody: DatabaseActor = { personId: null, audience: [] };

describe('the tables of the organisation', () => {
  let store: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    store = await createTestDatabase();
    await seedPeople(store);
    database = await Database.open({ url: store.appUrl, entities: organisationEntities, poolSize: 2 });
  });

  afterAll(async () => {
    await database.close();
    await store.drop();
  });

  async function countIn(tx: ReadTx, table: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
    return row?.count ?? -1;
  }

  it('are what the entities say', async () => {
    const entities = organisationEntities as (new () => object)[];
    const source = new DataSource({ type: 'postgres', url: store.ownerUrl, entities, synchronize: false });
    await source.initialize();
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    await source.destroy();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it.each(tables)('show nothing of %s to nobody', async (table) => {
    expect(await database.read(nobody, (tx) => countIn(tx, table))).toBe(0);
  });

  it.each(tables.filter((table) => table !== 'person_identities'))('show %s to whoever is known', async (table) => {
    expect(await database.read(actorAs({ role: 'READER', party: 'HE' }), (tx) => countIn(tx, table))).toBeGreaterThan(
      0,
    );
  });

  it('show sign-in subjects to the system alone', async () => {
    await database.write(SYSTEM, (tx) =>
      tx.execute(`INSERT INTO person_identities SELECT 'issuer', 'subject', id FROM people LIMIT 1`),
    );
    expect(await database.read(SYSTEM, (tx) => countIn(tx, 'person_identities'))).toBe(1);
    for (const role of ['SECRETARIAT', 'ADMIN', 'CHAIR'] as const) {
      expect(await database.read(actorAs({ role }), (tx) => countIn(tx, 'person_identities'))).toBe(0);
    }
  });

  it('are changed by nobody but the system', async () => {
    const add = (actor: DatabaseActor): Promise<number> =>
      database.write(actor, (tx) =>
        tx.execute('INSERT INTO people (id, name, mail) VALUES ($1, $2, $3)', [
          newId(),
          'Neu',
          `${newId()}@example.org`,
        ]),
      );
    await expect(add(actorAs({ role: 'ADMIN' }))).rejects.toThrow('row-level security');
    await expect(add(actorAs({ role: 'SECRETARIAT' }))).rejects.toThrow('row-level security');
    expect(await add(SYSTEM)).toBe(1);
    const promote = (actor: DatabaseActor): Promise<number> =>
      database.write(actor, (tx) => tx.execute(`UPDATE assignments SET valid_to = '2030-01-01' WHERE role = 'READER'`));
    expect(await promote(actorAs({ role: 'READER', party: 'HE' }))).toBe(0);
  });

  it.each([
    ['a coordinator without a party', 'PARTY_COORDINATOR', null, null],
    ['a coordinator of a committee', 'PARTY_COORDINATOR', null, 'AK1'],
    ['a committee chair of a Land', 'COMMITTEE_CHAIR', 'HE', null],
    ['a secretariat of a Land', 'SECRETARIAT', 'HE', null],
    ['an unknown role', 'MINISTER', 'HE', null],
  ])('refuse %s', async (_label, role, party, body) => {
    const assign = database.write(SYSTEM, (tx) =>
      tx.execute(
        `INSERT INTO assignments (id, person_id, role, party_code, body_code, valid_from)
         SELECT $1, id, $2, $3, $4, '2026-01-01' FROM people LIMIT 1`,
        [newId(), role, party, body],
      ),
    );
    await expect(assign).rejects.toThrow('assignments_role');
  });

  it('hold the parties and bodies that the glossary names, with their audiences', async () => {
    const rows = await database.read(SYSTEM, async (tx) => ({
      parties: await tx.query('SELECT code, name, kind, audience_code AS audience FROM parties ORDER BY audience_code'),
      bodies: await tx.query(
        `SELECT code, body_names.name, kind, audience_code AS audience FROM bodies
         JOIN body_names ON body_code = code ORDER BY audience_code`,
      ),
    }));
    expect(rows.parties).toEqual(partyCodes.map((code) => ({ ...partyOf(code), audience: audienceOfParty(code) })));
    const bodies = Object.keys(bodyNames) as BodyCode[];
    expect(rows.bodies).toEqual(bodies.map((code) => ({ ...bodyOf(code), audience: audienceOfBody(code) })));
    expect(rows.parties.map((party) => (party as { name: string }).name)).toEqual(Object.values(partyNames));
  });

  it('hold the chair terms that the rotation proposed', async () => {
    const terms = await database.read(SYSTEM, (tx) =>
      tx.query<{ party: string; first: string; last: string }>(
        'SELECT party_code AS party, valid_from::text AS first, valid_to::text AS last FROM chair_terms ORDER BY valid_from',
      ),
    );
    const years = landCodes.map((_land, index) => 2020 + index);
    expect(terms).toEqual(
      years.map((year) => ({ party: proposedChair(year), first: `${year}-01-01`, last: `${year}-12-31` })),
    );
  });
});
