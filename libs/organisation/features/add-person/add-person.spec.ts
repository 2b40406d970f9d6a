import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { FixedClock } from '#platform/clock';
import { Database, listHistory, verifyHistory } from '#platform/database';
import { actorAs, createTestDatabase, type TestDatabase } from '#testing';
import { SYSTEM } from '../../domain/actor.js';
import { ActorDirectory } from '../../persistence/actor-directory.js';
import { organisationEntities } from '../../persistence/entities.js';
import { AddPersonHandler, type AddPerson, type AddPersonAnswer } from './add-person.handler.js';

const clock = new FixedClock(new Date('2026-11-30T23:30:00.000Z'));
const vogt: AddPerson = {
  name: 'Katharina Vogt',
  mail: 'vogt@innen.example',
  role: 'PARTY_COORDINATOR',
  party: 'HE',
  body: null,
  validFrom: null,
  validTo: null,
};

describe('adding a person', () => {
  let store: TestDatabase;
  let database: Database;
  let handler: AddPersonHandler;

  beforeAll(async () => {
    store = await createTestDatabase();
    database = await Database.open({ url: store.appUrl, entities: organisationEntities, poolSize: 4 });
    handler = new AddPersonHandler(database, clock);
  });

  beforeEach(async () => {
    const client = new Client({ connectionString: store.superuserUrl });
    await client.connect();
    await client.query("SET session_replication_role = 'replica'");
    await client.query('TRUNCATE people, history, history_heads, outbox CASCADE');
    await client.end();
  });

  afterAll(async () => {
    await database?.close();
    await store?.drop();
  });

  async function codesOf(answer: Promise<AddPersonAnswer>): Promise<string[]> {
    const given = await answer;
    return given.ok ? [] : given.refusals.map(({ code }) => code);
  }

  async function added(input: AddPerson): Promise<Extract<AddPersonAnswer, { ok: true }>> {
    const answer = await handler.execute(input);
    if (!answer.ok) throw new Error(answer.refusals.map(({ message }) => message).join('; '));
    return answer;
  }

  async function count(table: 'people' | 'assignments'): Promise<unknown> {
    return database.read(SYSTEM, async (tx) => (await tx.query(`SELECT count(*)::int AS count FROM ${table}`))[0]);
  }

  it('lets somebody act from today on, where today is in Berlin', async () => {
    const { person, added: news } = await added(vogt);
    expect(news).toBe('PERSON');
    expect(await new ActorDirectory(database, clock).actorOfPerson(person.id)).toMatchObject({
      name: 'Katharina Vogt',
      assignments: [{ role: 'PARTY_COORDINATOR', party: 'HE', body: null, validFrom: '2026-12-01', validTo: null }],
    });
  });

  it('changes nothing when asked again, in whatever case the address is written', async () => {
    await added(vogt);
    expect(await added({ ...vogt, mail: ' Vogt@Innen.example ' })).toMatchObject({ added: 'NOTHING' });
    expect(await added({ ...vogt, validFrom: '2027-01-01', validTo: '2027-12-31' })).toMatchObject({
      added: 'NOTHING',
      assignment: { validFrom: '2026-12-01', validTo: null },
    });
    expect([await count('people'), await count('assignments')]).toEqual([{ count: 1 }, { count: 1 }]);
  });

  it('adds the person once when asked twice at the same time', async () => {
    const answers = await Promise.all([added(vogt), added(vogt), added(vogt)]);
    expect(answers.map(({ added: news }) => news).sort()).toEqual(['NOTHING', 'NOTHING', 'PERSON']);
    expect([await count('people'), await count('assignments')]).toEqual([{ count: 1 }, { count: 1 }]);
  });

  it('adds somebody who is entrusted with nothing yet, by the secretariat and the technical administration', async () => {
    const given = { name: ' Mara  Lindner ', mail: 'lindner@innen.example' };
    expect(await handler.addKnown(actorAs({ role: 'ADMIN' }), given)).toMatchObject({
      person: { name: 'Mara Lindner' },
    });
    const again = await handler.addKnown(actorAs({ role: 'SECRETARIAT' }), { ...given, mail: 'LINDNER@innen.example' });
    expect(again).toMatchObject({ ok: false, refusals: [{ code: 'MAIL_TAKEN', field: 'mail' }] });
    expect([await count('people'), await count('assignments')]).toEqual([{ count: 1 }, { count: 0 }]);
  });

  it('adds one of two who come with the same address at the same time', async () => {
    const office = actorAs({ role: 'SECRETARIAT' });
    const twice = ['Mara Lindner', 'Nele Lindner'].map((name) =>
      handler.addKnown(office, { name, mail: 'l@innen.example' }),
    );
    expect((await Promise.all(twice)).flatMap((answer) => (answer.ok ? [] : answer.refusals))).toMatchObject([
      { code: 'MAIL_TAKEN' },
    ]);
    expect(await count('people')).toEqual({ count: 1 });
  });

  it.each(['CHAIR', 'PARTY_COORDINATOR', 'COMMITTEE_CHAIR', 'GUEST', 'READER'] as const)(
    'is not for the role %s',
    async (role) => {
      const actor = actorAs({ role, party: 'HH', body: 'AK2' });
      const answer = await handler.addKnown(actor, { name: 'Mara Lindner', mail: 'lindner@innen.example' });
      expect(answer).toMatchObject({ ok: false, refusals: [{ code: 'NOT_ENTITLED' }] });
      expect(await count('people')).toEqual({ count: 0 });
    },
  );

  it('gives a known person a further role', async () => {
    await added(vogt);
    const guest = { ...vogt, role: 'GUEST', party: null, body: 'AK2', validFrom: '2026-01-01', validTo: '2026-12-31' };
    expect(await added(guest)).toMatchObject({ added: 'ASSIGNMENT' });
    expect([await count('people'), await count('assignments')]).toEqual([{ count: 1 }, { count: 2 }]);
  });

  it('gives nobody the rights of somebody else whose address was mistyped', async () => {
    await added(vogt);
    expect(await codesOf(handler.execute({ ...vogt, name: 'Emil Odenthal', role: 'READER' }))).toEqual([
      'DIFFERENT_NAME',
    ]);
    expect(await count('assignments')).toEqual({ count: 1 });
  });

  it('refuses a period that overlaps with the same role, and keeps nothing of it', async () => {
    await added({ ...vogt, validFrom: '2026-01-01', validTo: '2026-12-31' });
    const longer = { ...vogt, validFrom: '2026-06-01', validTo: '2027-05-31' };
    expect(await codesOf(handler.execute(longer))).toEqual(['ASSIGNED_ALREADY']);
    expect(await added({ ...vogt, validFrom: '2027-01-01' })).toMatchObject({ added: 'ASSIGNMENT' });
  });

  it('writes what happened into a history that holds, without name and address', async () => {
    const { person } = await added(vogt);
    const [history, broken] = await database.read(SYSTEM, async (tx) => [
      (await listHistory(tx, 'person', [person.id])).get(person.id),
      await verifyHistory(tx),
    ]);
    expect(broken).toEqual([]);
    expect(history).toMatchObject([
      { event: 'person.added', data: {}, actorName: 'System' },
      { event: 'person.assigned', data: { role: 'PARTY_COORDINATOR', party: 'HE' } },
    ]);
    expect(JSON.stringify(history)).not.toMatch(/Vogt/i);
  });

  it.each<[string, Partial<AddPerson>, string[]]>([
    ['no name', { name: '  ' }, ['NAME_IMPLAUSIBLE']],
    ['no address', { mail: 'vogt' }, ['MAIL_IMPLAUSIBLE']],
    ['an unknown role', { role: 'MINISTER' }, ['UNKNOWN_ROLE']],
    ['a word that every object knows', { role: 'constructor' }, ['UNKNOWN_ROLE']],
    ['a Land that is missing', { party: null }, ['PARTY_MISSING']],
    ['a Land that does not exist', { party: 'XX' }, ['UNKNOWN_PARTY']],
    ['a Land for the secretariat', { role: 'SECRETARIAT' }, ['PARTY_NOT_WANTED']],
    ['the Bund in the chair', { role: 'CHAIR', party: 'BUND' }, ['CHAIR_IS_A_LAND']],
    ['a body for a coordinator', { body: 'AK1' }, ['BODY_NOT_WANTED']],
    ['a body that is missing', { role: 'GUEST', party: null }, ['BODY_MISSING']],
    ['a body that does not exist', { role: 'GUEST', party: null, body: 'AK7' }, ['UNKNOWN_BODY']],
    ['a body that nobody set up', { role: 'GUEST', party: null, body: 'UA Nirgends' }, ['UNKNOWN_BODY']],
    ['no committee', { role: 'COMMITTEE_CHAIR', party: null, body: 'PRE_CONFERENCE' }, ['COMMITTEE_WANTED']],
    ['30 February', { validFrom: '2027-02-30' }, ['DAY_IMPLAUSIBLE']],
    ['a last day of words', { validTo: 'bald' }, ['DAY_IMPLAUSIBLE']],
    ['an end before the beginning', { validTo: '2026-11-30' }, ['ENDS_BEFORE_IT_BEGINS']],
    ['several mistakes', { name: '', mail: '', role: '' }, ['NAME_IMPLAUSIBLE', 'MAIL_IMPLAUSIBLE', 'UNKNOWN_ROLE']],
  ])('refuses %s', async (_what, changed, codes) => {
    expect(await codesOf(handler.execute({ ...vogt, ...changed }))).toEqual(codes);
    expect(await count('people')).toEqual({ count: 0 });
  });
});
