import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roleNames, type Role } from '#glossary';
import { SYSTEM, organisationEntities, type Actor } from '#organisation';
import { FixedClock } from '#platform/clock';
import { Database } from '#platform/database';
import { actorAs, createTestDatabase, seedPeople, type SeededPeople, type TestDatabase } from '#testing';
import { aConference } from '#testing/conferences';
import { ConferenceProfiles } from '../../persistence/conference-profile.repository.js';
import { Conferences } from '../../persistence/conference.repository.js';
import { conferencesEntities } from '../../persistence/entities.js';
import { PlanConferenceHandler, type PlanConference, type PlanConferenceAnswer } from './plan-conference.handler.js';

const spring2027: PlanConference = {
  number: 227,
  season: 'SPRING',
  year: 2027,
  place: '  Wiesbaden ',
  startsOn: '2027-06-16',
  endsOn: '2027-06-18',
  chair: 'HE',
};

function specialIn(year: number, number: number | null, chair: string): PlanConference {
  const startsOn = `${year}-03-01`;
  return { number, season: 'SPECIAL', year, place: null, startsOn, endsOn: startsOn, chair };
}

/** 1 March 2028, 00:00 in Berlin. */
const firstDay = new Date('2028-03-01T00:00:00.000+01:00');
const dayBefore = new Date(firstDay.getTime() - 1);

function codesOf(answer: PlanConferenceAnswer): string[] {
  return answer.ok ? [] : answer.refusals.map(({ code }) => code);
}

describe('planning a conference', () => {
  let store: TestDatabase;
  let database: Database;
  let people: SeededPeople;
  let secretariat: Actor;
  const now = new Date('2026-11-23T12:00:00Z');
  const conferences = new Conferences();
  let handler: PlanConferenceHandler;

  beforeAll(async () => {
    store = await createTestDatabase();
    people = await seedPeople(store);
    secretariat = people.get('geschaeftsstelle')?.actor ?? SYSTEM;
    const entities = [...organisationEntities, ...conferencesEntities];
    database = await Database.open({ url: store.appUrl, entities, poolSize: 4 });
    handler = new PlanConferenceHandler(database, conferences, new ConferenceProfiles(), new FixedClock(now));
  });

  afterAll(async () => {
    await database.close();
    await store.drop();
  });

  it('computes the deadlines, writes the history and lets all parties see it', async () => {
    const answer = await handler.execute(secretariat, spring2027);
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
    const { conference } = answer;
    expect(conference).toEqual(aConference({ id: conference.id }));
    for (const reader of ['leser.he', 'koordination.bund', 'gast.bka', 'vorsitz.hh', 'mitglied.ak6']) {
      const actor = people.get(reader)?.actor ?? SYSTEM;
      expect(await database.read(actor, (tx) => conferences.findConference(tx, conference.id))).toEqual(conference);
    }
    const history = await database.read(secretariat, (tx) =>
      tx.query('SELECT event, actor_name, actor_person_id, capacity, occurred_at FROM history WHERE record_id = $1', [
        conference.id,
      ]),
    );
    expect(history).toEqual([
      {
        event: 'conference.planned',
        actor_name: secretariat.name,
        actor_person_id: secretariat.personId,
        capacity: 'SECRETARIAT',
        occurred_at: now,
      },
    ]);
  });

  it.each((Object.keys(roleNames) as Role[]).filter((role) => role !== 'SECRETARIAT' && role !== 'CHAIR'))(
    'is refused to %s',
    async (role) => {
      const party = role.startsWith('PARTY') || role === 'READER' ? 'HE' : undefined;
      const body = role.startsWith('COMMITTEE') || role === 'GUEST' ? 'AK2' : undefined;
      const actor = actorAs({ role, ...(party && { party }), ...(body && { body }) });
      expect(codesOf(await handler.execute(actor, specialIn(2028, null, 'MV')))).toEqual(['NOT_ENTITLED']);
    },
  );

  it('is refused to the chair of a Land that does not hold the chair today', async () => {
    const actor = actorAs({ role: 'CHAIR', party: 'HE', chairParty: 'HH' });
    expect(codesOf(await handler.execute(actor, specialIn(2028, null, 'MV')))).toEqual(['NOT_ENTITLED']);
  });

  it('is recorded under the chair when the chair does it', async () => {
    const answer = await handler.execute(actorAs({ role: 'CHAIR' }), specialIn(2028, null, 'MV'));
    const id = answer.ok ? answer.conference.id : null;
    const [entry] = await database.read(secretariat, (tx) =>
      tx.query('SELECT capacity FROM history WHERE record_id = $1', [id]),
    );
    expect(entry).toEqual({ capacity: 'CHAIR' });
  });

  it('refuses a number twice and leaves nothing behind', async () => {
    await handler.execute(secretariat, specialIn(2029, 300, 'NI'));
    const again = await handler.execute(secretariat, { ...specialIn(2030, 300, 'NW') });
    expect(codesOf(again)).toEqual(['NUMBER_TAKEN']);
    const listed = await database.read(secretariat, (tx) => conferences.listConferences(tx));
    expect(listed.filter(({ number }) => number === 300)).toHaveLength(1);
  });

  it('gives a number to one of two who ask for it at once', async () => {
    const years = [2031, 2032, 2033, 2034];
    const chairs = ['RP', 'SL', 'SN', 'ST'];
    const answers = await Promise.all(
      years.map((year, index) => handler.execute(secretariat, specialIn(year, 400, chairs[index] ?? ''))),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.flatMap(codesOf)).toEqual(['NUMBER_TAKEN', 'NUMBER_TAKEN', 'NUMBER_TAKEN']);
  });

  it('plans a cycle once when two plan it at once', async () => {
    const autumn: PlanConference = { ...spring2027, season: 'AUTUMN', startsOn: '2027-12-01', endsOn: '2027-12-03' };
    const answers = await Promise.all([501, 502].map((number) => handler.execute(secretariat, { ...autumn, number })));
    expect(answers.map(codesOf).flat()).toEqual(['CYCLE_ALREADY_PLANNED']);
  });

  it('lets special sessions be as many as needed', async () => {
    const special = { ...specialIn(2028, null, 'MV'), startsOn: '2028-04-01', endsOn: '2028-04-01' };
    expect(codesOf(await handler.execute(secretariat, special))).toEqual([]);
    expect(codesOf(await handler.execute(secretariat, special))).toEqual([]);
  });

  it('takes deadlines of its own, to the millisecond before the first day', async () => {
    const own = { registrationDeadline: dayBefore, directRegistrationDeadline: dayBefore };
    const answer = await handler.execute(secretariat, { ...specialIn(2028, null, 'MV'), ...own });
    expect(answer).toMatchObject({ ok: true, conference: own });
  });

  it('lets topics be brought to a special session until it is over', async () => {
    const lastMoment = new Date(firstDay.getTime() + 86_400_000 - 1000);
    const own = { registrationDeadline: lastMoment, directRegistrationDeadline: lastMoment };
    expect(codesOf(await handler.execute(secretariat, { ...specialIn(2028, null, 'MV'), ...own }))).toEqual([]);
  });

  it.each<[string, Partial<PlanConference>, readonly string[]]>([
    ['a Land that does not exist', { chair: 'ZZ' }, ['UNKNOWN_PARTY']],
    ['the name of an object’s inheritance for a Land', { chair: '__proto__' }, ['UNKNOWN_PARTY']],
    ['the year one', { year: 1, startsOn: '0001-01-01', endsOn: '0001-01-02' }, ['ALREADY_OVER']],
    [
      'the year zero, before which no deadline can be counted',
      { year: 0, startsOn: '0000-01-01', endsOn: '0000-01-02' },
      ['DEADLINES_OUT_OF_ORDER', 'ALREADY_OVER'],
    ],
    [
      'a deadline on the first day',
      { season: 'SPRING', directRegistrationDeadline: firstDay },
      ['DEADLINES_OUT_OF_ORDER'],
    ],
    [
      'a deadline of a special session when it is over',
      { directRegistrationDeadline: new Date(firstDay.getTime() + 86_400_000) },
      ['DEADLINES_OUT_OF_ORDER'],
    ],
    [
      'a way through the committee that ends after the direct one',
      { registrationDeadline: dayBefore, directRegistrationDeadline: new Date(dayBefore.getTime() - 1) },
      ['DEADLINES_OUT_OF_ORDER'],
    ],
    ['a number beyond all measure', { number: 2_147_483_647 }, ['NUMBER_IMPLAUSIBLE']],
    ['half a number', { number: 1.5 }, ['NUMBER_IMPLAUSIBLE']],
    ['a place like a statement', { place: "'); DROP TABLE conferences; --".repeat(10) }, ['PLACE_TOO_LONG']],
  ])('refuses %s', async (_label, traits, codes) => {
    expect(codesOf(await handler.execute(secretariat, { ...specialIn(2028, null, 'MV'), ...traits }))).toEqual(codes);
  });
});
