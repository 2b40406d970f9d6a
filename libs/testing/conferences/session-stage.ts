import {
  Conferences,
  conferencesEntities,
  PlanSessionHandler,
  Sessions,
  SessionTransitionHandler,
  type Conference,
  type PlanSession,
  type Session,
} from '#conferences';
import { organisationEntities, SYSTEM, type Actor } from '#organisation';
import { FixedClock } from '#platform/clock';
import { Database, newId } from '#platform/database';
import { createTestDatabase, type TestDatabase } from '../database/index.js';
import { seedPeople } from '../organisation/index.js';
import { aConference } from './conference-builder.js';

/** The conference of spring 2027 and its people on a database of its own; it is 23 November 2026. */
export interface SessionStage {
  readonly database: Database;
  readonly testDatabase: TestDatabase;
  readonly clock: FixedClock;
  readonly conference: Conference;
  readonly sessions: Sessions;
  readonly plan: PlanSessionHandler;
  readonly transition: SessionTransitionHandler;
  readonly conferences: Conferences;
  /** The actor by the part of the mail address before the @: "koordination.he", "geschaeftsstelle", "vorsitz.hh". */
  person(mail: string): Actor;
  /** A session of AK II on 13 April 2027 in Fulda, unless said otherwise, planned by the secretariat. */
  planned(given?: Partial<PlanSession>): Promise<Session>;
  close(): Promise<void>;
}

export async function aSessionStage(): Promise<SessionStage> {
  const testDatabase = await createTestDatabase();
  const people = await seedPeople(testDatabase);
  const database = await Database.open({
    url: testDatabase.appUrl,
    entities: [...organisationEntities, ...conferencesEntities],
    poolSize: 4,
  });
  const clock = new FixedClock(new Date('2026-11-23T12:00:00Z'));
  const [conferences, sessions] = [new Conferences(), new Sessions()];
  const transition = new SessionTransitionHandler(database, sessions, conferences, clock);
  const plan = new PlanSessionHandler(database, conferences, sessions, transition);
  const conference = aConference({ id: newId() });
  await keep(database, conferences, conference, clock.now());
  const person = (mail: string): Actor => {
    const found = people.get(mail);
    if (found === undefined) throw new Error(`Nobody is called ${mail}`);
    return found.actor;
  };
  return {
    ...{ database, testDatabase, clock, conference, conferences, sessions, plan, transition, person },
    planned: async (given = {}) => {
      const answer = await plan.execute(person('geschaeftsstelle'), { ...aMeeting(conference.id), ...given });
      if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
      return answer.session;
    },
    close: async () => {
      await database.close();
      await testDatabase.drop();
    },
  };
}

function aMeeting(conferenceId: string): PlanSession {
  const day = '2027-04-13';
  return { conferenceId, body: 'AK2', startsOn: day, endsOn: day, place: 'Fulda', mode: 'IN_PERSON' };
}

async function keep(database: Database, conferences: Conferences, conference: Conference, now: Date): Promise<void> {
  const record = { recordKind: 'conference', recordId: conference.id, reason: null, occurredAt: now, data: {} };
  await database.write(SYSTEM, (tx) =>
    conferences.save(tx, conference, [
      { type: 'conference.planned', actorName: SYSTEM.name, capacity: 'SYSTEM', ...record },
    ]),
  );
}
