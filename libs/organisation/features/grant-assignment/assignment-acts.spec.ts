import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PartyCode, Role } from '#glossary';
import { FixedClock } from '#platform/clock';
import { Database, listHistory, newId, verifyHistory } from '#platform/database';
import { encodeCursor } from '#platform/graphql';
import { actorAs, createTestDatabase, seedPeople, type SeededPeople, type TestDatabase } from '#testing';
import {
  AssignmentTransitionHandler,
  type AssignmentAnswer,
  type AssignmentTransition,
} from '../../assignment-transition.handler.js';
import { BodyTransitionHandler } from '../../body-transition.handler.js';
import { SYSTEM, type Actor } from '../../domain/actor.js';
import type { AssignmentRecord } from '../../domain/assignment-record.js';
import { ActorDirectory } from '../../persistence/actor-directory.js';
import { AssignmentFactsQuery } from '../../persistence/assignment-facts.js';
import { Assignments } from '../../persistence/assignment.repository.js';
import { AssignmentsOfBodies } from '../../persistence/assignments-of-bodies.js';
import { Bodies } from '../../persistence/body.repository.js';
import { organisationEntities } from '../../persistence/entities.js';
import { toHistoryEntryType } from '../../history-entry.js';
import { PeopleQuery } from '../list-people/people.query.js';

const clock = new FixedClock(new Date('2026-11-10T09:00:00Z'));
const today = '2026-11-10';
const assignments = new Assignments();
let store: TestDatabase;
let database: Database;
let people: SeededPeople;
let handler: AssignmentTransitionHandler;

beforeAll(async () => {
  store = await createTestDatabase();
  people = await seedPeople(store);
  database = await Database.open({ url: store.appUrl, entities: organisationEntities, poolSize: 4 });
  const facts = new AssignmentFactsQuery(assignments, new Bodies());
  handler = new AssignmentTransitionHandler(database, assignments, facts, clock);
});

afterAll(async () => {
  await database?.close();
  await store?.drop();
});

const person = (mail: string): Actor => people.get(mail)?.actor ?? actorAs({ role: 'READER' });
const idOf = (mail: string): string => people.get(mail)?.personId ?? '';
const codesOf = (answer: AssignmentAnswer): string[] => (answer.ok ? [] : answer.refusals.map(({ code }) => code));

async function ownOf(mail: string): Promise<AssignmentRecord> {
  const all = await database.read(SYSTEM, (tx) => assignments.listOfPeople(tx, [idOf(mail)]));
  const [first] = all.get(idOf(mail)) ?? [];
  if (first === undefined) throw new Error(`${mail} is entrusted with nothing`);
  return first;
}

function grant(
  role: Role,
  to: string,
  party: PartyCode | null = null,
  body: string | null = null,
): AssignmentTransition {
  const input = { personId: idOf(to), on: today };
  return { action: 'grantAssignment', assignmentId: null, place: { role, party, body }, input };
}

async function on(mail: string, action: AssignmentTransition['action'], input: AssignmentTransition['input']) {
  const { id, revision } = await ownOf(mail);
  return { action, assignmentId: id, expectedRevision: revision, input } as const;
}

async function audienceOf(mail: string, instant = clock.now()): Promise<readonly number[]> {
  return (await new ActorDirectory(database, new FixedClock(instant)).actorOfPerson(idOf(mail)))?.audience ?? [];
}

describe('assignments', () => {
  it('are granted by the secretariat, and take effect at once', async () => {
    expect(codesOf(await handler.execute(person('geschaeftsstelle'), grant('READER', 'gast.bka', 'BY')))).toEqual([]);
    expect(await audienceOf('gast.bka')).toContain(2);
  });

  it('are granted by a coordination to the own people, and to nobody else', async () => {
    const hessen = person('koordination.he');
    expect(codesOf(await handler.execute(hessen, grant('PARTY_EXPERT', 'leser.he', 'HE')))).toEqual([]);
    expect(codesOf(await handler.execute(hessen, grant('PARTY_EXPERT', 'leser.he', 'BY')))).toEqual(['NOT_ENTITLED']);
    expect(codesOf(await handler.execute(hessen, grant('PARTY_COORDINATOR', 'leser.he', 'HE')))).toEqual([
      'NOT_ENTITLED',
    ]);
    expect(codesOf(await handler.execute(hessen, grant('READER', 'koordination.he', 'HE')))).toEqual([
      'NOT_FOR_ONESELF',
    ]);
  });

  it('are granted by the chair of a committee in the own committee', async () => {
    const chair = person('vorsitz.ak5');
    expect(codesOf(await handler.execute(chair, grant('GUEST', 'leser.he', null, 'AK5')))).toEqual([]);
    expect(codesOf(await handler.execute(chair, grant('GUEST', 'leser.he', null, 'AK2')))).toEqual(['NOT_ENTITLED']);
    expect(codesOf(await handler.execute(chair, grant('COMMITTEE_CHAIR', 'leser.he', null, 'AK5')))).toEqual([
      'NOT_ENTITLED',
    ]);
  });

  it.each<[Role, PartyCode | null, string | null]>([
    ['READER', 'HE', null],
    ['SECRETARIAT', null, null],
    ['ADMIN', null, null],
    ['GUEST', null, 'AK5'],
  ])('of role %s are granted by no technical administrator', async (role, party, body) => {
    expect(codesOf(await handler.execute(person('technik'), grant(role, 'mitglied.ak6', party, body)))).toEqual([
      'NOT_ENTITLED',
    ]);
  });

  it('make nobody a secretariat by oneself, and name what does not fit together', async () => {
    const office = person('geschaeftsstelle');
    expect(codesOf(await handler.execute(office, grant('ADMIN', 'geschaeftsstelle')))).toEqual(['NOT_FOR_ONESELF']);
    expect(codesOf(await handler.execute(office, grant('GUEST', 'mitglied.ak6', null, 'UA Nirgends')))).toEqual([
      'UNKNOWN_BODY',
    ]);
    expect(codesOf(await handler.execute(office, grant('CHAIR', 'mitglied.ak6', 'BUND')))).toEqual(['CHAIR_IS_A_LAND']);
  });

  it('say in their history which sub-body gave the right to them', async () => {
    const setUp = { parent: 'AK2', name: 'Führung, Einsatz und Kriminalitätsbekämpfung', on: today } as const;
    const bodies = new BodyTransitionHandler(database, new Bodies(), new AssignmentsOfBodies(), clock);
    await bodies.execute(person('vorsitz.ak2'), { action: 'setUpBody', code: 'UA FEK', input: setUp });
    await handler.execute(person('geschaeftsstelle'), grant('COMMITTEE_CHAIR', 'leser.he', null, 'UA FEK'));
    const chair = await new ActorDirectory(database, clock).actorOfPerson(idOf('leser.he'));
    if (chair === null) throw new Error('Nobody chairs the sub-body');
    const answer = await handler.execute(chair, grant('GUEST', 'gast.ak5', null, 'UA FEK'));
    if (!answer.ok) throw new Error(answer.refusals[0].message);
    const { id } = answer.assignment;
    const history = await database.read(chair, (tx) => listHistory(tx, 'assignment', [id]));
    const [entry] = history.get(id) ?? [];
    expect(entry && toHistoryEntryType(entry, new Map())).toMatchObject({
      capacity: 'COMMITTEE_CHAIR',
      capacityLabel: 'Vorsitz UA FEK',
    });
  });

  it('are granted once when two grant the same at the same time', async () => {
    const both = await Promise.all(
      ['geschaeftsstelle', 'koordination.ni'].map((mail) =>
        handler.execute(person(mail), grant('READER', 'mitglied.ak1', 'NI')),
      ),
    );
    expect(both.flatMap(codesOf)).toEqual(['ASSIGNED_ALREADY']);
  });

  it('are deputised from day to day; deputies go with those they stand in for', async () => {
    const days = { personId: idOf('fachreferat.sn'), on: '2026-11-20', until: '2026-11-30' };
    const deputise = await on('koordination.sn', 'appointDeputy', days);
    expect(codesOf(await handler.execute(person('koordination.sn'), deputise))).toEqual([]);
    const isCoordinator = async (day: string): Promise<boolean> => {
      const directory = new ActorDirectory(database, new FixedClock(new Date(`${day}T09:00:00Z`)));
      const actor = await directory.actorOfPerson(idOf('fachreferat.sn'));
      return actor?.assignments.some(({ role }) => role === 'PARTY_COORDINATOR') ?? false;
    };
    expect([await isCoordinator('2026-11-19'), await isCoordinator('2026-11-20')]).toEqual([false, true]);
    const successor = { personId: idOf('leser.he'), on: '2026-11-25', reason: 'Wechsel.' };
    const handOver = await on('koordination.sn', 'handOverAssignment', successor);
    expect(codesOf(await handler.execute(person('koordination.sn'), handOver))).toEqual(['NOT_ENTITLED']);
    expect(codesOf(await handler.execute(person('geschaeftsstelle'), handOver))).toEqual([]);
    const follows = (await database.read(SYSTEM, (tx) => assignments.listOfPeople(tx, [idOf('leser.he')]))).get(
      idOf('leser.he'),
    );
    expect(follows?.find(({ role }) => role === 'PARTY_COORDINATOR')).toMatchObject({ validTo: null });
    expect([await isCoordinator('2026-11-24'), await isCoordinator('2026-11-25')]).toEqual([true, false]);
    expect(await audienceOf('leser.he', new Date('2026-11-25T09:00:00Z'))).toContain(13);
    expect(await audienceOf('koordination.sn', new Date('2026-11-25T09:00:00Z'))).toEqual([]);
  });

  it('of the last coordination of a party do not end without a successor', async () => {
    const end = await on('koordination.th', 'endAssignment', { on: today, reason: 'Ruhestand.' });
    expect(codesOf(await handler.execute(person('geschaeftsstelle'), end))).toEqual(['LAST_COORDINATOR']);
    await handler.execute(person('geschaeftsstelle'), grant('PARTY_COORDINATOR', 'fachreferat.th', 'TH'));
    expect(codesOf(await handler.execute(person('geschaeftsstelle'), end))).toEqual([]);
    expect(codesOf(await handler.execute(person('geschaeftsstelle'), end))).toEqual(['CHANGED_MEANWHILE']);
  });

  it('end at once with yesterday as the last day, and keep a history that holds', async () => {
    const end = await on('fachreferat.by', 'endAssignment', { on: '2026-11-09', reason: 'Missbrauch des Zugangs.' });
    expect(codesOf(await handler.execute(person('koordination.he'), end))).toEqual(['NOT_ENTITLED']);
    expect(codesOf(await handler.execute(person('koordination.by'), end))).toEqual([]);
    expect(await audienceOf('fachreferat.by')).toEqual([]);
    const seenBy = (actor: Actor) =>
      database.read(actor, async (tx) =>
        (await listHistory(tx, 'assignment', [end.assignmentId])).get(end.assignmentId),
      );
    expect(await seenBy(person('koordination.by'))).toMatchObject([
      { event: 'assignment.ended', capacity: 'PARTY_COORDINATOR', reason: 'Missbrauch des Zugangs.' },
    ]);
    expect(await seenBy(person('koordination.he'))).toBeUndefined();
    expect(await database.read(SYSTEM, (tx) => verifyHistory(tx))).toEqual([]);
  });
});

describe('people', () => {
  const nothing = { search: null, party: null, body: null };
  const query = () => new PeopleQuery(database, clock);

  async function foundBy(mail: string, search: string, first = 200): Promise<readonly string[]> {
    const { nodes } = await query().list(person(mail), first, null, { ...nothing, search });
    return nodes.map(({ name }) => name.replace('Person ', ''));
  }

  it('are found by words of the name and of the Land for which they act', async () => {
    expect(await foundBy('leser.he', 'FACHREFERAT person nord')).toEqual(['fachreferat.nw']);
    expect(await foundBy('leser.he', 'niedersachsen koordination')).toEqual(['koordination.ni']);
    expect(await foundBy('leser.he', 'niedersachsen nirgends')).toEqual([]);
    expect(await foundBy('leser.he', '%')).toEqual([]);
    expect(await foundBy('leser.he', '   ')).toHaveLength(people.size);
  });

  it('are found by their mail address by who knows it; by part of it by the secretariat alone', async () => {
    const address = 'vorsitz.ak3@konferenzmappe.example';
    for (const mail of ['leser.he', 'technik', 'geschaeftsstelle']) {
      expect(await foundBy(mail, address.toUpperCase())).toEqual(['vorsitz.ak3']);
    }
    expect(await foundBy('technik', 'ak3@konferenz')).toEqual([]);
    expect(await foundBy('geschaeftsstelle', 'f.ak3@konferenz')).toEqual([]);
    expect(await foundBy('geschaeftsstelle', 'z.ak3@konferenz')).toEqual(['vorsitz.ak3']);
  });

  it('come page by page, each of them once', async () => {
    const reader = person('leser.he');
    const names: string[] = [];
    for (let after: string | null = null, pages = 0; pages === 0 || after !== null; pages += 1) {
      const page = await query().list(reader, 7, after, { ...nothing, search: 'vorsitz' });
      names.push(...page.nodes.map(({ name }) => name));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      expect(page.totalCount).toBe(22);
    }
    expect(names).toHaveLength(22);
    expect(new Set(names).size).toBe(22);
  });

  it('that nobody knows are not there, and a page mark of one’s own making is none', async () => {
    for (const id of [newId(), 'x', '']) expect(await query().findPerson(person('leser.he'), id)).toBeNull();
    const forged = encodeCursor(['a', "'; --"]);
    await expect(query().list(person('leser.he'), 7, forged, nothing)).rejects.toThrow('Die Seitenmarke ist ungültig.');
  });
});
