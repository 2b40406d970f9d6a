import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BUND, committeeCodes, landCodes } from '#glossary';
import { FixedClock } from '#platform/clock';
import { Database } from '#platform/database';
import { createTestDatabase, seedPeople, type TestDatabase } from '#testing';
import { SYSTEM } from '../domain/actor.js';
import { NO_RIGHTS } from '../domain/party-rights.js';
import { organisationEntities } from './entities.js';
import { Offices, type Office } from './offices.js';
import { rightsInBody, rightsOf } from './party-rights.loader.js';

const today = '2026-11-23';

describe('offices and rights', () => {
  let store: TestDatabase;
  let database: Database;
  const clock = new FixedClock(new Date(`${today}T12:00:00Z`));
  const offices = new Offices(clock);

  beforeAll(async () => {
    store = await createTestDatabase();
    await seedPeople(store);
    database = await Database.open({ url: store.appUrl, entities: organisationEntities, poolSize: 2 });
  });

  afterAll(async () => {
    await database.close();
    await store.drop();
  });

  async function mailsOf(office: Office): Promise<string[]> {
    const members = await database.read(SYSTEM, (tx) => offices.membersOf(tx, office));
    return members.map(({ mail }) => mail.replace('@konferenzmappe.example', ''));
  }

  it.each<[Office, readonly string[]]>([
    [{ role: 'SECRETARIAT' }, ['geschaeftsstelle']],
    [{ role: 'PARTY_COORDINATOR', party: 'HE' }, ['koordination.he']],
    [{ role: 'COMMITTEE_SECRETARY', body: 'AK2' }, ['geschaeftsfuehrung.ak2']],
    [{ role: 'GUEST', body: 'AK1' }, []],
    [{ role: 'CHAIR' }, ['vorsitz.hh']],
    [{ role: 'CHAIR', party: 'HE' }, []],
  ])('%j is held by %j', async (office, mails) => {
    expect(await mailsOf(office)).toEqual(mails);
  });

  it('reach every coordinator, the Bund included', async () => {
    expect(await mailsOf({ role: 'PARTY_COORDINATOR' })).toHaveLength(landCodes.length + 1);
  });

  it('are not held by somebody whose time is over', async () => {
    await database.write(SYSTEM, (tx) =>
      tx.execute(`UPDATE assignments SET valid_to = '2026-11-22' WHERE role = 'PARTY_EXPERT' AND party_code = 'TH'`),
    );
    expect(await mailsOf({ role: 'PARTY_EXPERT', party: 'TH' })).toEqual([]);
  });

  it.each([...committeeCodes, 'PRE_CONFERENCE', 'MAIN_CONFERENCE'] as const)(
    'give each Land all four rights in %s, and the Bund all but the vote',
    async (body) => {
      const rights = await database.read(SYSTEM, (tx) => rightsInBody(tx, body, today));
      const all = { mayRegister: true, mayVote: true, mayDeclare: true, mayObjectToRelease: true };
      expect([...rights.keys()]).toEqual([...landCodes, BUND]);
      for (const land of landCodes) expect(rights.get(land)).toEqual(all);
      expect(rights.get(BUND)).toEqual({ ...all, mayVote: false });
    },
  );

  it('give nothing to a party before it belongs to the body', async () => {
    expect(await database.read(SYSTEM, (tx) => rightsOf(tx, 'AK1', 'HE', '1953-12-31'))).toEqual(NO_RIGHTS);
    expect(await database.read(SYSTEM, (tx) => rightsOf(tx, 'AK1', 'HE', '1954-01-01'))).not.toEqual(NO_RIGHTS);
  });
});
