import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM, organisationEntities, type Actor } from '#organisation';
import { FixedClock } from '#platform/clock';
import { Database, newId } from '#platform/database';
import { actorAs, createTestDatabase, seedPeople, type TestDatabase } from '#testing';
import { aConference } from '#testing/conferences';
import { sessionsByConferenceIds } from '../../persistence/conference.loader.js';
import { Conferences } from '../../persistence/conference.repository.js';
import { conferencesEntities } from '../../persistence/entities.js';
import { PlanSessionHandler, type PlanSession, type PlanSessionAnswer } from './plan-session.handler.js';

const spring = aConference({ id: newId() });

function codesOf(answer: PlanSessionAnswer): string[] {
  return answer.ok ? [] : answer.refusals.map(({ code }) => code);
}

function meetingOf(body: string, day: string): PlanSession {
  return { conferenceId: spring.id, body, startsOn: day, endsOn: day, place: ' Fulda ', mode: 'HYBRID' };
}

describe('planning a session', () => {
  let store: TestDatabase;
  let database: Database;
  let secretariat: Actor;
  const now = new Date('2026-11-23T12:00:00Z');
  const conferences = new Conferences();
  let handler: PlanSessionHandler;

  beforeAll(async () => {
    store = await createTestDatabase();
    secretariat = (await seedPeople(store)).get('geschaeftsstelle')?.actor ?? SYSTEM;
    const entities = [...organisationEntities, ...conferencesEntities];
    database = await Database.open({ url: store.appUrl, entities, poolSize: 4 });
    handler = new PlanSessionHandler(database, conferences, new FixedClock(now));
    await database.write(SYSTEM, (tx) =>
      conferences.save(tx, spring, [
        {
          type: 'conference.planned',
          recordKind: 'conference',
          recordId: spring.id,
          actorName: SYSTEM.name,
          capacity: 'SYSTEM',
          reason: null,
          occurredAt: now,
          data: {},
        },
      ]),
    );
  });

  afterAll(async () => {
    await database.close();
    await store.drop();
  });

  it('adds the session to the conference, whose revision and history tell of it', async () => {
    const answer = await handler.execute(secretariat, meetingOf('AK2', '2027-04-13'));
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
    const reader = actorAs({ role: 'READER', party: 'TH' });
    const seen = await database.read(reader, async (tx) => ({
      sessions: (await sessionsByConferenceIds(tx, [spring.id])).get(spring.id),
      revision: (await conferences.getConference(tx, spring.id)).revision,
      events: await tx.query('SELECT event, capacity FROM history WHERE record_id = $1 ORDER BY sequence', [spring.id]),
    }));
    expect(seen.sessions).toEqual([
      { ...meetingOf('AK2', '2027-04-13'), id: answer.session.id, place: 'Fulda', state: 'PLANNED' },
    ]);
    expect(seen.revision).toBe(2);
    expect(seen.events).toEqual([
      { event: 'conference.planned', capacity: 'SYSTEM' },
      { event: 'session.planned', capacity: 'SECRETARIAT' },
    ]);
  });

  it.each(['PARTY_COORDINATOR', 'READER'] as const)('is refused to %s', async (role) => {
    const actor = actorAs({ role, party: 'HE' });
    expect(codesOf(await handler.execute(actor, meetingOf('AK3', '2027-04-13')))).toEqual(['NOT_ENTITLED']);
  });

  it('does not exist for the technical administration', async () => {
    const answer = await handler.execute(actorAs({ role: 'ADMIN' }), meetingOf('AK3', '2027-04-13'));
    expect(codesOf(answer)).toEqual(['NOT_FOUND']);
  });

  it('lets a body meet once when two plan it at once', async () => {
    const answers = await Promise.all(
      ['2027-04-20', '2027-04-20'].map((day) => handler.execute(secretariat, meetingOf('AK4', day))),
    );
    expect(answers.flatMap(codesOf)).toEqual(['BODY_ALREADY_MEETS']);
  });

  it.each<[string, Partial<PlanSession>, readonly string[]]>([
    ['a conference that does not exist', { conferenceId: newId() }, ['NOT_FOUND']],
    ['an id that is none', { conferenceId: "'; --" }, ['NOT_FOUND']],
    ['a body that does not exist', { body: 'AK7' }, ['UNKNOWN_BODY']],
    ['the name of an object’s inheritance for a body', { body: 'constructor' }, ['UNKNOWN_BODY']],
    ['days the wrong way round', { endsOn: '2027-05-01' }, ['ENDS_BEFORE_START']],
    ['a day after the conference', { startsOn: '2027-06-19', endsOn: '2027-06-20' }, ['AFTER_THE_CONFERENCE']],
    ['the year zero', { startsOn: '0000-01-01', endsOn: '0000-01-01' }, ['ALREADY_OVER']],
  ])('refuses %s', async (_label, traits, codes) => {
    const answer = await handler.execute(secretariat, { ...meetingOf('AK5', '2027-05-04'), ...traits });
    expect(codesOf(answer)).toEqual(codes);
  });
});
