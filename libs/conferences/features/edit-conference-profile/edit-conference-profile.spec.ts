import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM, organisationEntities, type Actor } from '#organisation';
import { FixedClock } from '#platform/clock';
import { Database, listHistory } from '#platform/database';
import { actorAs, createTestDatabase, seedPeople, type TestDatabase } from '#testing';
import { aProfile } from '#testing/conferences';
import { ConferenceProfiles } from '../../persistence/conference-profile.repository.js';
import { Conferences } from '../../persistence/conference.repository.js';
import { conferencesEntities } from '../../persistence/entities.js';
import type { EnteredProfile } from '../../profile-names.js';
import { CreateConferenceProfileHandler } from '../create-conference-profile/create-conference-profile.handler.js';
import { PlanConferenceHandler } from '../plan-conference/plan-conference.handler.js';
import { EditConferenceProfileHandler } from './edit-conference-profile.handler.js';

const now = new Date('2026-11-23T12:00:00Z');
const spring = { season: 'SPRING', place: null } as const;

function entered(given: Partial<EnteredProfile> = {}): EnteredProfile {
  const { id: _id, code: _code, revision: _revision, names, ...values } = aProfile();
  return { ...values, names: { ...names, bodies: [], lists: [] }, ...given };
}

function codesOf(answer: { ok: boolean; refusals?: readonly { code: string }[] }): string[] {
  return (answer.refusals ?? []).map(({ code }) => code);
}

describe('conference profiles', () => {
  let store: TestDatabase;
  let database: Database;
  let secretariat: Actor;
  let create: CreateConferenceProfileHandler;
  let edit: EditConferenceProfileHandler;
  let plan: PlanConferenceHandler;
  const profiles = new ConferenceProfiles();
  const conferences = new Conferences();

  beforeAll(async () => {
    store = await createTestDatabase();
    secretariat = (await seedPeople(store)).get('geschaeftsstelle')?.actor ?? SYSTEM;
    const entities = [...organisationEntities, ...conferencesEntities];
    database = await Database.open({ url: store.appUrl, entities, poolSize: 4 });
    const clock = new FixedClock(now);
    create = new CreateConferenceProfileHandler(database, profiles, clock);
    edit = new EditConferenceProfileHandler(database, profiles, clock);
    plan = new PlanConferenceHandler(database, conferences, profiles, clock);
  });

  afterAll(async () => {
    await database.close();
    await store.drop();
  });

  it('are created once when two create the same at once', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => create.execute(secretariat, 'JMK', entered())));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.flatMap(codesOf)).toEqual(['CODE_TAKEN', 'CODE_TAKEN']);
  });

  it('count the numbers and half-years of their conferences for themselves', async () => {
    await create.execute(secretariat, 'KMK', entered());
    const days = { year: 2027, startsOn: '2027-06-16', endsOn: '2027-06-18', chair: 'HE', number: 300 };
    for (const profileCode of [null, 'KMK']) {
      expect(codesOf(await plan.execute(secretariat, { ...spring, ...days, profileCode }))).toEqual([]);
    }
    expect(codesOf(await plan.execute(secretariat, { ...spring, ...days, profileCode: 'KMK' }))).toEqual([
      'NUMBER_TAKEN',
      'CYCLE_ALREADY_PLANNED',
    ]);
    expect(codesOf(await plan.execute(secretariat, { ...spring, ...days, profileCode: 'ZZZ' }))).toEqual([
      'UNKNOWN_PROFILE',
    ]);
  });

  it('change nothing about a conference that is planned already', async () => {
    await create.execute(secretariat, 'GMK', entered());
    const ask = { ...spring, profileCode: 'GMK', number: null, chair: 'HE' };
    const first = await plan.execute(secretariat, {
      ...ask,
      year: 2027,
      startsOn: '2027-06-16',
      endsOn: '2027-06-18',
    });
    const names = { ...entered().names, shortName: 'GesMK', bodies: [{ code: 'AK1', name: 'AG ÖGD' }] };
    const answer = await edit.execute(secretariat, {
      code: 'GMK',
      expectedRevision: 1,
      profile: entered({ registrationWeeks: 20, minYes: 9, names }),
    });
    expect(answer).toMatchObject({ ok: true, profile: { revision: 2, registrationWeeks: 20 } });
    const second = await plan.execute(secretariat, {
      ...ask,
      chair: 'MV',
      year: 2028,
      startsOn: '2028-06-14',
      endsOn: '2028-06-16',
    });
    if (!first.ok || !second.ok) throw new Error(JSON.stringify([first, second]));
    const [kept, rules] = await database.read(
      secretariat,
      async (tx) =>
        [
          await conferences.getConference(tx, first.conference.id),
          await conferences.profileOf(tx, first.conference.id),
        ] as const,
    );
    expect(kept).toEqual(first.conference);
    expect(kept.names.shortName).toBe('IMK');
    expect(kept.registrationDeadline).toEqual(new Date('2027-03-10T23:59:59+01:00'));
    expect(rules.minYes).toBe(9);
    expect(second.conference.names).toMatchObject({ shortName: 'GesMK', bodies: { AK1: 'AG ÖGD' } });
    expect(second.conference.registrationDeadline).toEqual(new Date('2028-01-26T23:59:59+01:00'));
  });

  it('are edited by one of two who have the same revision before them, with history', async () => {
    await create.execute(secretariat, 'UMK', entered());
    const answers = await Promise.all(
      [10, 11].map((minYes) =>
        edit.execute(secretariat, { code: 'UMK', expectedRevision: 1, profile: entered({ minYes }) }),
      ),
    );
    expect(answers.flatMap(codesOf)).toEqual(['CHANGED_MEANWHILE']);
    const told = await database.read(secretariat, async (tx) => {
      const { id, minYes } = (await profiles.findProfile(tx, 'UMK')) ?? aProfile();
      const entries = (await listHistory(tx, 'conference-profile', [id])).get(id) ?? [];
      return { minYes, entries: entries.map(({ event, data, capacity }) => ({ event, data, capacity })) };
    });
    const by = { capacity: 'SECRETARIAT' };
    expect(told.entries).toEqual([
      { event: 'conferenceProfile.created', data: { code: 'UMK' }, ...by },
      { event: 'conferenceProfile.edited', data: { minYes: told.minYes }, ...by },
    ]);
  });

  it('are refused to the chair, and names of things that do not exist to everybody', async () => {
    const chair = actorAs({ role: 'CHAIR' });
    const asked = { code: 'IMK', expectedRevision: 1, profile: entered({ minYes: 2 }) };
    expect(codesOf(await edit.execute(chair, asked))).toEqual(['NOT_ENTITLED']);
    expect(codesOf(await create.execute(chair, 'ASMK', entered()))).toEqual(['NOT_ENTITLED']);
    const names = { ...entered().names, lists: [{ code: 'constructor', name: 'x' }] };
    expect(codesOf(await edit.execute(secretariat, { ...asked, profile: entered({ names }) }))).toEqual([
      'UNKNOWN_CODE',
    ]);
    expect(codesOf(await edit.execute(secretariat, { ...asked, code: 'nobody' }))).toEqual(['NOT_FOUND']);
  });
});
