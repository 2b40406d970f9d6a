import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock } from '#platform/clock';
import { Database, listHistory, newId } from '#platform/database';
import { actorAs, createTestDatabase, seedPeople, type SeededPeople, type TestDatabase } from '#testing';
import { SYSTEM, type Actor } from '../../domain/actor.js';
import { OfficeHeadTransitionHandler, type OfficeHeadAnswer } from '../../office-head-transition.handler.js';
import { Assignments } from '../../persistence/assignment.repository.js';
import { Bodies } from '../../persistence/body.repository.js';
import { organisationEntities } from '../../persistence/entities.js';
import { OfficeHeads } from '../../persistence/office-head.repository.js';
import { OfficesQuery } from '../list-offices/offices.query.js';

const clock = new FixedClock(new Date('2026-11-10T09:00:00Z'));
const heads = new OfficeHeads();
let store: TestDatabase;
let database: Database;
let people: SeededPeople;
let handler: OfficeHeadTransitionHandler;

beforeAll(async () => {
  store = await createTestDatabase();
  people = await seedPeople(store);
  database = await Database.open({ url: store.appUrl, entities: organisationEntities, poolSize: 4 });
  handler = new OfficeHeadTransitionHandler(database, heads, new Assignments(), clock);
});

afterAll(async () => {
  await database?.close();
  await store?.drop();
});

const person = (mail: string): Actor => people.get(mail)?.actor ?? actorAs({ role: 'READER' });
const idOf = (mail: string): string => people.get(mail)?.personId ?? '';
const told = (answer: OfficeHeadAnswer): unknown =>
  answer.ok ? 'done' : answer.refusals.map(({ code }) => code).join(' ');

const name = (office: string, mail: string, on: string, by = 'geschaeftsstelle'): Promise<OfficeHeadAnswer> =>
  handler.execute(person(by), { action: 'nameOfficeHead', office, input: { personId: idOf(mail), on, reason: '' } });

const end = (headId: string, expectedRevision: number, by = 'geschaeftsstelle'): Promise<OfficeHeadAnswer> => {
  const input = { personId: '', on: '2026-11-30', reason: 'Ruhestand' };
  return handler.execute(person(by), { action: 'endOfficeHead', headId, expectedRevision, input });
};

async function headsOf(office: string): Promise<readonly string[]> {
  const all = await database.read(SYSTEM, (tx) => heads.listOfOffice(tx, office));
  return all.map(({ personId, validFrom, validTo }) => {
    const [mail] = [...people].find(([, each]) => each.personId === personId) ?? [];
    return `${mail ?? ''} ${validFrom}…${validTo ?? ''}`;
  });
}

describe('The head of an office', () => {
  it('is named by the secretariat, and follows whoever headed it until then', async () => {
    expect(told(await name('HE', 'leser.he', '2026-11-10'))).toBe('done');
    expect(told(await name('HE', 'fachreferat.he', '2027-01-01'))).toBe('done');
    expect(await headsOf('HE')).toEqual(['leser.he 2026-11-10…2026-12-31', 'fachreferat.he 2027-01-01…']);
    const [first] = await database.read(SYSTEM, (tx) => heads.listOfOffice(tx, 'HE'));
    const entries = await database.read(person('leser.he'), (tx) => listHistory(tx, 'office-head', [first?.id ?? '']));
    expect(entries.get(first?.id ?? '')?.map(({ event }) => event)).toEqual(['officeHead.named', 'officeHead.ended']);
  });

  it('is named by nobody else, for no office and nobody that does not exist', async () => {
    for (const mail of ['vorsitz.hh', 'koordination.he', 'vorsitz.ak2', 'technik']) {
      expect([mail, told(await name('BY', 'leser.he', '2026-12-01', mail))]).toEqual([mail, 'NOT_ENTITLED']);
    }
    expect(told(await name('AG ?', 'leser.he', '2026-12-01'))).toBe('UNKNOWN_OFFICE');
    expect(told(await name('XX', 'leser.he', '2026-12-01'))).toBe('UNKNOWN_OFFICE');
    expect(told(await name('BY', 'nobody', '2026-12-01'))).toBe('UNKNOWN_PERSON');
    expect(await headsOf('BY')).toEqual([]);
  });

  it('is one when two name somebody at once', async () => {
    const answers = await Promise.all([
      name('AK2', 'mitglied.ak2', '2026-12-01'),
      name('AK2', 'vorsitz.ak2', '2026-12-01'),
    ]);
    expect(answers.map(told).toSorted()).toEqual(['NAMED_ALREADY', 'done']);
    expect(await headsOf('AK2')).toHaveLength(1);
  });

  it('ends by the secretariat with a reason, on what it has seen last', async () => {
    const named = await name('BE', 'leser.he', '2026-11-10');
    const { id, revision } = named.ok ? named.head : { id: '', revision: 0 };
    expect(told(await end(id, revision, 'koordination.be'))).toBe('NOT_ENTITLED');
    expect(told(await end(id, revision + 1))).toBe('CHANGED_MEANWHILE');
    expect(told(await end(newId(), revision))).toBe('NOT_FOUND');
    expect(told(await end('unknown', revision))).toBe('NOT_FOUND');
    const twice = await Promise.all([end(id, revision), end(id, revision)]);
    expect(twice.map(told).toSorted()).toEqual(['CHANGED_MEANWHILE', 'done']);
    expect(await headsOf('BE')).toEqual(['leser.he 2026-11-10…2026-11-30']);
  });

  it('is shown with every office, and where nobody is named nobody is', async () => {
    const offices = await new OfficesQuery(database, new Bodies(), heads, clock).list(person('leser.he'));
    const of = (code: string): unknown => {
      const found = offices.find((office) => office.code === code);
      return found === undefined ? null : [found.name, found.heads.map(({ personName }) => personName)];
    };
    expect(of('HE')).toEqual(['Hessen', ['Person leser.he', 'Person fachreferat.he']]);
    expect(of('SN')).toEqual(['Sachsen', []]);
    expect(of('MAIN_CONFERENCE')).toEqual(['Geschäftsstelle', []]);
    expect(of('AK2')).toMatchObject([expect.stringContaining('AK II'), [expect.any(String)]]);
    expect(offices).toHaveLength(25);
  });

  it('is shown until the last day, and offices of bodies as long as these exist', async () => {
    await database.write(SYSTEM, (tx) => tx.execute(`UPDATE bodies SET valid_to = '2026-12-31' WHERE code = 'AK6'`));
    expect(told(await name('AK6', 'leser.he', '2027-01-01'))).toBe('UNKNOWN_OFFICE');
    expect(told(await name('AK6', 'leser.he', '2026-12-31'))).toBe('done');
    const shownOn = async (day: string): Promise<unknown> => {
      const query = new OfficesQuery(database, new Bodies(), heads, new FixedClock(new Date(`${day}T12:00:00Z`)));
      const offices = await query.list(person('leser.he'));
      return ['HE', 'AK6'].map((code) => offices.find((office) => office.code === code)?.heads.length ?? null);
    };
    expect(await shownOn('2026-12-31')).toEqual([2, 1]);
    expect(await shownOn('2027-01-01')).toEqual([1, null]);
  });
});
