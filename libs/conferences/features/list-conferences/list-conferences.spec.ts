import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roleNames, type Role } from '#glossary';
import { SYSTEM, organisationEntities, type Actor } from '#organisation';
import { FixedClock } from '#platform/clock';
import { Database, newId } from '#platform/database';
import type { RequestContext } from '#platform/graphql';
import { actorAs, createTestDatabase, type TestDatabase } from '#testing';
import { aConference } from '#testing/conferences';
import type { Conference } from '../../domain/conference.js';
import { Conferences } from '../../persistence/conference.repository.js';
import { conferencesEntities } from '../../persistence/entities.js';
import { Sessions } from '../../persistence/session.repository.js';
import { SessionTransitionHandler } from '../../session-transition.handler.js';
import { PlanSessionHandler } from '../plan-session/plan-session.handler.js';
import { SessionFieldsLoader } from '../../session-fields.loader.js';
import { ConferenceFieldsLoader } from './conference-fields.loader.js';
import { ConferenceQuery } from './conference.query.js';

const reader = actorAs({ role: 'READER', party: 'HE' });
const history = { actorName: 'System', capacity: 'SYSTEM', reason: null, data: {} };
const now = new Date('2026-11-23T12:00:00Z');

function requestOf(actor: Actor): RequestContext {
  return { actor, requestId: 'request', loaders: new Map() };
}

function actorOf(role: Role): Actor {
  if (role.startsWith('PARTY') || role === 'READER') return actorAs({ role, party: 'HE' });
  return role.startsWith('COMMITTEE') || role === 'GUEST' ? actorAs({ role, body: 'AK2' }) : actorAs({ role });
}

describe('the list of conferences', () => {
  let store: TestDatabase;
  let database: Database;
  const clock = new FixedClock(now);
  const conferences = new Conferences();
  let query: ConferenceQuery;
  let fields: ConferenceFieldsLoader;
  let spring: Conference;
  let autumn: Conference;

  beforeAll(async () => {
    store = await createTestDatabase();
    const entities = [...organisationEntities, ...conferencesEntities];
    database = await Database.open({ url: store.appUrl, entities, poolSize: 2 });
    query = new ConferenceQuery(database, conferences);
    fields = new ConferenceFieldsLoader(database, conferences, clock);
    autumn = await planned({ number: 226, season: 'AUTUMN', year: 2026, chair: 'HH' }, '2026-12-02', '2026-12-04');
    spring = await planned({ number: 227, season: 'SPRING', year: 2027, chair: 'HE' }, '2027-06-16', '2027-06-18');
  });

  afterAll(async () => {
    await database.close();
    await store.drop();
  });

  async function planned(
    traits: Pick<Conference, 'number' | 'season' | 'year' | 'chair'>,
    startsOn: string,
    endsOn: string,
  ): Promise<Conference> {
    return database.write(SYSTEM, async (tx) => {
      const conference = aConference({ id: newId(), place: null, startsOn, endsOn, ...traits });
      await conferences.save(tx, conference, [
        { ...history, type: 'conference.planned', recordKind: 'conference', recordId: conference.id, occurredAt: now },
      ]);
      return conference;
    });
  }

  it('begins with the latest', async () => {
    expect(await query.list(reader)).toEqual([spring, autumn]);
  });

  it('is empty for the technical administration and for somebody without an office', async () => {
    expect(await query.list(actorAs({ role: 'ADMIN' }))).toEqual([]);
    expect(await query.find({ ...reader, audience: [] }, spring.id)).toBeNull();
  });

  it('says of each conference whether it is the current one, and changes its mind the day after its end', async () => {
    const isCurrent = async (): Promise<boolean[]> => {
      const context = requestOf(reader);
      return Promise.all([autumn, spring].map(({ id }) => fields.isCurrent(context, reader, id)));
    };
    expect(await isCurrent()).toEqual([true, false]);
    clock.moveTo(new Date('2026-12-05T00:00:00+01:00'));
    expect(await isCurrent()).toEqual([false, true]);
    clock.moveTo(now);
  });

  it('gives each conference its own sessions, in the order of days', async () => {
    const days = [
      [spring.id, '2027-04-20'],
      [autumn.id, '2026-11-24'],
      [spring.id, '2027-04-13'],
    ] as const;
    const transition = new SessionTransitionHandler(database, new Sessions(), conferences, clock);
    const plan = new PlanSessionHandler(database, conferences, new Sessions(), transition);
    const secretariat = actorAs({ role: 'SECRETARIAT' });
    for (const [conferenceId, day] of days) {
      const ask = { conferenceId, body: 'AK2', startsOn: day, endsOn: day, place: null, mode: 'VIDEO' } as const;
      expect(await plan.execute(secretariat, ask)).toMatchObject({ ok: true });
    }
    const context = requestOf(reader);
    const found = await Promise.all([autumn, spring].map(({ id }) => fields.sessionsOf(context, reader, id)));
    expect(found.map((each) => each.map(({ startsOn }) => startsOn))).toEqual([
      ['2026-11-24'],
      ['2027-04-13', '2027-04-20'],
    ]);
  });

  it.each(Object.keys(roleNames) as Role[])('offers %s to plan a session only where the table does', async (role) => {
    const transition = new SessionTransitionHandler(database, new Sessions(), conferences, clock);
    const loader = new SessionFieldsLoader(database, new Sessions(), transition);
    const action = await loader.planningOf(requestOf(actorOf(role)), spring);
    const available = ['SECRETARIAT', 'CHAIR', 'COMMITTEE_CHAIR', 'COMMITTEE_SECRETARY'].includes(role);
    expect(action).toMatchObject({ action: 'planSession', label: 'Sitzung planen', available });
    expect(action.refusals.map(({ code }) => code)).toEqual(available ? [] : ['NOT_ENTITLED']);
  });
});
