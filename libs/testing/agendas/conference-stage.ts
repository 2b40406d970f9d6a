import { Client } from 'pg';
import type { BodyCode } from '#glossary';
import { conferencesEntities } from '#conferences';
import { SYSTEM, organisationEntities, type Actor } from '#organisation';
import { FixedClock } from '#platform/clock';
import { Database, newId } from '#platform/database';
import { ProposalRepository, proposalEntities, textHash, type Clause } from '#proposals';
import { TopicRepository, topicEntities, type Topic } from '#topics';
import { createTestDatabase, type TestDatabase } from '../database/index.js';
import { seedPeople, type SeededPeople } from '../organisation/index.js';
import { aTopic } from '../topics/index.js';

/** One conference with its people on a database of its own, at a fixed instant. */
export interface ConferenceStage {
  readonly database: Database;
  readonly testDatabase: TestDatabase;
  readonly clock: FixedClock;
  readonly conferenceId: string;
  /** The actor by the part of the mail address before the @: "koordination.he", "geschaeftsstelle", "vorsitz.hh". */
  person(mail: string): Actor;
  /** A topic of this conference, forwarded to the pre-conference unless said otherwise, with one clause as its text. */
  placeTopic(given?: Partial<Topic>, text?: string): Promise<Topic>;
  /** A planned session of these bodies for the conference, on a day of its own; the first body leads. */
  planSession(...bodies: readonly BodyCode[]): Promise<string>;
  /** A session of the main conference that is being held, on a day of its own: from now on there are votes. */
  holdMainSession(conferenceId?: string): Promise<string>;
  /** Runs a statement past all rules. */
  arrange<Row>(statement: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

const DAY = new Date('2026-11-10T09:00:00Z');

type Entities = Parameters<typeof Database.open>[0]['entities'];

/** `entities` are those of the library under test; the libraries before it are there already. */
export async function aConferenceStage(entities: Entities = []): Promise<ConferenceStage> {
  const testDatabase = await createTestDatabase();
  const clock = new FixedClock(DAY);
  const before = [...organisationEntities, ...conferencesEntities, ...topicEntities, ...proposalEntities];
  const database = await Database.open({ url: testDatabase.appUrl, entities: [...before, ...entities] });
  const people = await seedPeople(testDatabase);
  const conferenceId = newId();
  const arrange = <Row>(statement: string, values: readonly unknown[] = []): Promise<Row[]> =>
    asSuperuser(testDatabase, statement, values);
  await arrange(
    `INSERT INTO conferences (id, profile_code, number, season, year, place, starts_on, ends_on, chair_code,
       registration_deadline, direct_registration_deadline, committees_from, committees_to, agenda_draft_deadline,
       pre_conference_on, final_papers_deadline, names, revision, audience)
     SELECT $1, code, 224, 'AUTUMN', 2026, 'Hamburg', '2026-12-02', '2026-12-04', 'HH', '2026-08-26', '2026-10-21',
       '2026-09-23', '2026-10-14', '2026-11-04', '2026-11-18', '2026-11-25', names, 1,
       array(SELECT generate_series(0, 203)) FROM conference_profiles LIMIT 1`,
    [conferenceId],
  );
  return {
    database,
    testDatabase,
    clock,
    conferenceId,
    person: (mail) => personOf(people, mail),
    placeTopic: (given = {}, text = 'Die IMK nimmt den Bericht zur Kenntnis.') =>
      database.write(SYSTEM, (tx) => insertTopic(tx, { conferenceId, ...given }, text)),
    planSession: (...bodies) => insertSession(arrange, conferenceId, bodies),
    holdMainSession: async (of = conferenceId) => {
      const id = await insertSession(arrange, of, ['MAIN_CONFERENCE']);
      await arrange(`UPDATE sessions SET state = 'IN_PROGRESS' WHERE id = $1`, [id]);
      return id;
    },
    arrange,
    close: async () => {
      await database.close();
      await testDatabase.drop();
    },
  };
}

type Arrange = ConferenceStage['arrange'];

/** On a day of its own: a body meets once a day. By stage, for another spec file starts at the same day again. */
const sessionsPlanned = new WeakMap<Arrange, number>();

async function insertSession(arrange: Arrange, conferenceId: string, bodies: readonly BodyCode[]): Promise<string> {
  const id = newId();
  const day = (sessionsPlanned.get(arrange) ?? 0) + 1;
  sessionsPlanned.set(arrange, day);
  await arrange(
    `INSERT INTO sessions (id, conference_id, body_code, starts_on, ends_on, mode, state, revision, audience)
     SELECT $1, $2, $3, day, day, 'IN_PERSON', 'PLANNED', 1, array(SELECT generate_series(0, 202))
     FROM (SELECT '2026-09-01'::date + $4::int AS day) days`,
    [id, conferenceId, bodies[0], day],
  );
  await arrange(
    `INSERT INTO session_bodies (session_id, body_code, position, days, audience)
     SELECT $1, code, position, daterange(starts_on, ends_on, '[]'), sessions.audience
     FROM sessions, unnest($2::text[]) WITH ORDINALITY AS body (code, position) WHERE sessions.id = $1`,
    [id, bodies],
  );
  return id;
}

function personOf(people: SeededPeople, mail: string): Actor {
  const found = people.get(mail);
  if (found === undefined) throw new Error(`Nobody is called ${mail}`);
  return found.actor;
}

type Tx = Parameters<TopicRepository['save']>[0];

async function insertTopic(tx: Tx, given: Partial<Topic>, text: string): Promise<Topic> {
  const topics = new TopicRepository();
  const clauses: Clause[] = [{ id: newId(), text, children: [] }];
  const versionId = newId();
  const topic = aTopic({
    id: newId(),
    state: 'IN_PRE_CONFERENCE',
    submittedAt: DAY,
    acceptedAt: DAY,
    proposalVersionId: versionId,
    proposalTextHash: textHash(clauses),
    ...given,
  });
  await topics.save(tx, SYSTEM, {
    ok: true,
    topic,
    events: [{ type: 'topic.created', capacity: 'SYSTEM', reason: null, data: {} }],
  });
  if (topic.proposalVersionId !== versionId) return topic;
  const version = { id: versionId, topicId: topic.id, number: 1, stage: 'FINAL', clauses, createdAt: DAY } as const;
  const named = { ...version, textHash: textHash(clauses), authorName: 'Kim Beispiel' };
  await new ProposalRepository().insert(tx, named, topics.audienceOf(topic));
  return topic;
}

async function asSuperuser<Row>(database: TestDatabase, statement: string, values: readonly unknown[]): Promise<Row[]> {
  const client = new Client({ connectionString: database.superuserUrl });
  await client.connect();
  try {
    return (await client.query(statement, [...values])).rows as Row[];
  } finally {
    await client.end();
  }
}
