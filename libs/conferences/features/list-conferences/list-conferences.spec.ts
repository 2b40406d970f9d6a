import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roleNames, type Role } from '#glossary';
import { SYSTEM, organisationEntities, type Actor } from '#organisation';
import { FixedClock } from '#platform/clock';
import { Database, newId } from '#platform/database';
import type { RequestContext } from '#platform/graphql';
import { actorAs, createTestDatabase, type TestDatabase } from '#testing';
import { aConference } from '#testing/conferences';
import type { Conference, Session } from '../../domain/conference.js';
import { Conferences } from '../../persistence/conference.repository.js';
import { conferencesEntities } from '../../persistence/entities.js';
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
    query = new ConferenceQuery(database, conferences, clock);
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
    const meeting = (conferenceId: string, startsOn: string): Session => ({
      id: newId(),
      conferenceId,
      body: 'AK2',
      startsOn,
      endsOn: startsOn,
      place: null,
      mode: 'VIDEO',
      state: 'PLANNED',
    });
    const sessions = [
      meeting(spring.id, '2027-04-20'),
      meeting(autumn.id, '2026-10-06'),
      meeting(spring.id, '2027-04-13'),
    ];
    for (const session of sessions) {
      const event = { ...history, type: 'session.planned', recordKind: 'conference', recordId: session.conferenceId };
      await database.write(SYSTEM, (tx) => conferences.saveSession(tx, session, [{ ...event, occurredAt: now }]));
    }
    const context = requestOf(reader);
    const found = await Promise.all([autumn, spring].map(({ id }) => fields.sessionsOf(context, reader, id)));
    expect(found.map((each) => each.map(({ startsOn }) => startsOn))).toEqual([
      ['2026-10-06'],
      ['2027-04-13', '2027-04-20'],
    ]);
  });

  it.each(Object.keys(roleNames) as Role[])('offers %s to plan a session only where the table does', (role) => {
    const [action, ...others] = query.availableActions(actorOf(role));
    expect(others).toEqual([]);
    const available = role === 'SECRETARIAT' || role === 'CHAIR';
    expect(action).toMatchObject({ action: 'planSession', label: 'Sitzung planen', available });
    expect(action?.refusals.map(({ code }) => code)).toEqual(available ? [] : ['NOT_ENTITLED']);
  });
});
