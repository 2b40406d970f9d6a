import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock } from '#platform/clock';
import { Database, listHistory, verifyHistory } from '#platform/database';
import { actorAs, createTestDatabase, seedPeople, type SeededPeople, type TestDatabase } from '#testing';
import { BodyTransitionHandler, type BodyAnswer, type BodyTransition } from '../../body-transition.handler.js';
import { SYSTEM, type Actor } from '../../domain/actor.js';
import { nameOn, type BodyRecord } from '../../domain/body-record.js';
import { ActorDirectory } from '../../persistence/actor-directory.js';
import { AssignmentsOfBodies } from '../../persistence/assignments-of-bodies.js';
import { Bodies } from '../../persistence/body.repository.js';
import { organisationEntities } from '../../persistence/entities.js';
import { rightsOf } from '../../persistence/party-rights.loader.js';

const clock = new FixedClock(new Date('2026-11-10T09:00:00Z'));
const today = '2026-11-10';
let store: TestDatabase;
let database: Database;
let people: SeededPeople;
let handler: BodyTransitionHandler;

beforeAll(async () => {
  store = await createTestDatabase();
  people = await seedPeople(store);
  database = await Database.open({ url: store.appUrl, entities: organisationEntities, poolSize: 4 });
  handler = new BodyTransitionHandler(database, new Bodies(), new AssignmentsOfBodies(), clock);
});

afterAll(async () => {
  await database?.close();
  await store?.drop();
});

const person = (mail: string): Actor => people.get(mail)?.actor ?? actorAs({ role: 'READER', party: 'HE' });
const codesOf = (answer: BodyAnswer): string[] => (answer.ok ? [] : answer.refusals.map(({ code }) => code));

async function done(mail: string, transition: BodyTransition): Promise<BodyRecord> {
  const answer = await handler.execute(person(mail), transition);
  if (!answer.ok) throw new Error(answer.refusals.map(({ message }) => message).join());
  return answer.body;
}

function setUp(code: string, parent: 'AK2' | 'AK5' = 'AK2'): BodyTransition {
  return { action: 'setUpBody', code, input: { parent, name: `Name von ${code}`, on: today } };
}

describe('bodies', () => {
  it('are set up by the secretariat, and by the chair of the committee under its own committee only', async () => {
    expect(await done('geschaeftsstelle', setUp('UA FEK'))).toMatchObject({ parent: 'AK2', committee: 'AK2' });
    expect(await done('vorsitz.ak2', setUp('UA IuK'))).toMatchObject({ code: 'UA IuK' });
    expect(codesOf(await handler.execute(person('vorsitz.ak2'), setUp('UA Fremd', 'AK5')))).toEqual(['NOT_ENTITLED']);
    for (const mail of ['vorsitz.hh', 'koordination.he', 'mitglied.ak2', 'gast.bka', 'technik']) {
      expect(codesOf(await handler.execute(person(mail), setUp('UA Keiner')))).toEqual(['NOT_ENTITLED']);
    }
  });

  it('are set up once when two do it at the same time', async () => {
    const both = await Promise.all(
      ['geschaeftsstelle', 'vorsitz.ak2'].map((mail) => handler.execute(person(mail), setUp('AG Doppelt'))),
    );
    expect(both.flatMap(codesOf)).toEqual(['SHORT_NAME_TAKEN']);
  });

  it('bear another name from a day on, which those see who read the tables then', async () => {
    const { revision } = await done('geschaeftsstelle', setUp('AG Namen'));
    const renamed = { action: 'renameBody', code: 'AG Namen', expectedRevision: revision } as const;
    await done('vorsitz.ak2', { ...renamed, input: { name: 'Anders', on: '2027-01-01' } });
    const stored = await database.read(SYSTEM, (tx) => new Bodies().listBodies(tx));
    const body = stored.find(({ code }) => code === 'AG Namen');
    expect(body && [nameOn(body, '2026-12-31'), nameOn(body, '2027-01-01')]).toEqual(['Name von AG Namen', 'Anders']);
    expect(
      codesOf(await handler.execute(person('geschaeftsstelle'), { ...renamed, input: { name: 'C', on: today } })),
    ).toEqual(['CHANGED_MEANWHILE']);
  });

  it('change rights from a day on; before it they stay what they were', async () => {
    const { revision } = await done('geschaeftsstelle', setUp('AG Rechte'));
    const rights = {
      kind: 'GUEST',
      mayRegister: false,
      mayVote: false,
      mayDeclare: true,
      mayObjectToRelease: false,
    } as const;
    const input = { membership: { party: 'HE', rights }, on: '2027-01-01', reason: 'Vereinbart.' } as const;
    await done('geschaeftsstelle', {
      action: 'changeMembership',
      code: 'AG Rechte',
      expectedRevision: revision,
      input,
    });
    const on = (day: string) => database.read(SYSTEM, (tx) => rightsOf(tx, 'AG Rechte', 'HE', day));
    expect((await on('2026-12-31')).mayVote).toBe(true);
    expect(await on('2027-01-01')).toMatchObject({ mayVote: false, mayDeclare: true });
  });

  it('end with all that people were entrusted with in them, and keep a history that holds', async () => {
    const { id, revision } = await done('geschaeftsstelle', setUp('AG Ende'));
    const { personId = '' } = people.get('leser.he') ?? {};
    await database.write(SYSTEM, (tx) =>
      tx.execute(
        `INSERT INTO assignments (id, person_id, role, body_code, valid_from)
         VALUES (gen_random_uuid(), $1, 'GUEST', 'AG Ende', '2026-11-01')`,
        [personId],
      ),
    );
    const input = { on: today, reason: 'Der Auftrag ist erfüllt.' };
    await done('vorsitz.ak2', { action: 'dissolveBody', code: 'AG Ende', expectedRevision: revision, input });
    const directory = new ActorDirectory(database, new FixedClock(new Date('2026-11-11T09:00:00Z')));
    expect((await directory.actorOfPerson(personId))?.assignments.map(({ body }) => body)).not.toContain('AG Ende');
    const [history, broken] = await database.read(SYSTEM, async (tx) => [
      (await listHistory(tx, 'body', [id])).get(id),
      await verifyHistory(tx),
    ]);
    expect(broken).toEqual([]);
    expect(history).toMatchObject([
      { event: 'body.setUp', capacity: 'SECRETARIAT', actorName: expect.any(String) },
      { event: 'body.dissolved', capacity: 'COMMITTEE_CHAIR', reason: 'Der Auftrag ist erfüllt.' },
    ]);
    const actor = person('vorsitz.ak2');
    const [entry] = await database.read(SYSTEM, (tx) =>
      tx.query(`SELECT actor_person_id AS id FROM history WHERE record_id = $1 AND event = 'body.dissolved'`, [id]),
    );
    expect(entry).toEqual({ id: actor.personId });
  });
});
