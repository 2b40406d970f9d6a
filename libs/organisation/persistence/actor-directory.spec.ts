import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { FixedClock } from '#platform/clock';
import { Database, newId } from '#platform/database';
import { createTestDatabase, seedPeople, type SeededPeople, type TestDatabase } from '#testing';
import { SYSTEM } from '../domain/actor.js';
import { ActorDirectory } from './actor-directory.js';
import { organisationEntities } from './entities.js';

const turnOfTheYear = new Date('2027-01-01T00:00:00.000+01:00');
const issuer = 'https://anmeldung.example';
const justBefore = new Date(turnOfTheYear.getTime() - 1);

describe('the directory of those who act', () => {
  let store: TestDatabase;
  let database: Database;
  let people: SeededPeople;
  const clock = new FixedClock(justBefore);
  let directory: ActorDirectory;

  beforeAll(async () => {
    store = await createTestDatabase();
    people = await seedPeople(store);
    database = await Database.open({ url: store.appUrl, entities: organisationEntities, poolSize: 2 });
    directory = new ActorDirectory(database, clock);
  });

  afterAll(async () => {
    await database.close();
    await store.drop();
  });

  function idOf(mailbox: string): string {
    return people.get(mailbox)?.personId ?? '';
  }

  it('answers the person with assignments and audiences of today', async () => {
    clock.moveTo(justBefore);
    expect(await directory.actorOfPerson(idOf('koordination.he'))).toEqual({
      personId: idOf('koordination.he'),
      name: 'Person koordination.he',
      assignments: [{ role: 'PARTY_COORDINATOR', party: 'HE', body: null, validFrom: '2020-01-01', validTo: null }],
      audience: [7],
      chairParty: 'HH',
    });
  });

  it('answers null for nobody', async () => {
    expect(await directory.actorOfPerson(newId())).toBeNull();
    expect(await directory.personByMail('niemand@konferenzmappe.example', issuer)).toBeNull();
    expect(await directory.personBySubject(issuer, 'nobody')).toBeNull();
  });

  it('moves the chair from Hamburg to Hessen with the turn of the year', async () => {
    const chairs = ['vorsitz.hh', 'vorsitz.he'].map(idOf);
    const mayChair = async (): Promise<unknown[]> =>
      Promise.all(chairs.map(async (id) => (await directory.actorOfPerson(id))?.audience));
    clock.moveTo(justBefore);
    expect(await mayChair()).toEqual([[202], []]);
    clock.moveTo(turnOfTheYear);
    expect(await mayChair()).toEqual([[], [202]]);
  });

  it('lets an assignment act on its last day and not on the day after', async () => {
    const id = idOf('gast.bka');
    await database.write(SYSTEM, (tx) =>
      tx.execute(`UPDATE assignments SET valid_to = '2026-12-31' WHERE person_id = $1`, [id]),
    );
    clock.moveTo(justBefore);
    expect((await directory.actorOfPerson(id))?.audience).toEqual([-102, 203]);
    clock.moveTo(turnOfTheYear);
    expect(await directory.actorOfPerson(id)).toMatchObject({ assignments: [], audience: [] });
  });

  it('follows a chair term that was swapped', async () => {
    const client = new Client({ connectionString: store.superuserUrl });
    await client.connect();
    await client.query(`UPDATE chair_terms SET party_code = 'SH' WHERE valid_from = '2029-01-01'`);
    await client.end();
    clock.moveTo(new Date('2029-06-01T12:00:00Z'));
    expect((await directory.actorOfPerson(idOf('vorsitz.sh')))?.audience).toEqual([202]);
  });

  it('finds a person by mail address in whatever letters', async () => {
    const found = await directory.personByMail('Koordination.HB@Konferenzmappe.Example', issuer);
    expect(found).toEqual({ id: idOf('koordination.hb'), name: 'Person koordination.hb', subject: null });
  });

  describe('linking the subject of an issuer', () => {
    it('makes the person known by it, and may be repeated', async () => {
      const personId = idOf('koordination.th');
      await directory.linkSubject(personId, issuer, 'subject-th');
      await directory.linkSubject(personId, issuer, 'subject-th');
      expect((await directory.personBySubject(issuer, 'subject-th'))?.id).toBe(personId);
      const byMail = await directory.personByMail('koordination.th@konferenzmappe.example', issuer);
      expect(byMail?.subject).toBe('subject-th');
    });

    it('is a fault when the subject is somebody else', async () => {
      await directory.linkSubject(idOf('koordination.sh'), issuer, 'subject-sh');
      await expect(directory.linkSubject(idOf('koordination.sn'), issuer, 'subject-sh')).rejects.toThrow('another');
    });

    it('is a fault when the person has another subject there', async () => {
      await directory.linkSubject(idOf('koordination.st'), issuer, 'subject-st');
      await expect(directory.linkSubject(idOf('koordination.st'), issuer, 'intruder')).rejects.toThrow('another');
      expect(await directory.personBySubject(issuer, 'intruder')).toBeNull();
    });

    it('ends with one person when two claim a subject at once', async () => {
      const claims = ['koordination.by', 'koordination.bw'].map(idOf);
      const outcomes = await Promise.allSettled(claims.map((id) => directory.linkSubject(id, issuer, 'claimed')));
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });
  });
});
