import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { PartyCode } from '#glossary';
import { SYSTEM } from '#organisation';
import { listHistory, newId } from '#platform/database';
import { aConference, aSessionStage, type SessionStage } from '#testing/conferences';
import { ConferenceTransitionHandler } from '../../conference-transition.handler.js';
import type { Conference } from '../../domain/conference.js';
import { PapersOfConferences } from '../../papers-of-conferences.js';
import { FollowChairTermsJob } from './follow-chair-terms.job.js';

describe('the chair of a conference', () => {
  let stage: SessionStage;
  let job: FollowChairTermsJob;

  beforeAll(async () => {
    stage = await aSessionStage();
    const { database, conferences, sessions, clock } = stage;
    const papers = new PapersOfConferences();
    const transition = new ConferenceTransitionHandler(database, conferences, sessions, papers, clock);
    job = new FollowChairTermsJob(conferences, transition);
  });
  afterAll(() => stage.close());

  async function planned(startsOn: string, chair: PartyCode): Promise<Conference> {
    const given = { season: 'SPECIAL', number: null, chair, startsOn, endsOn: startsOn } as const;
    const made = aConference({ ...given, id: newId(), year: Number(startsOn.slice(0, 4)) });
    const record = { recordKind: 'conference', recordId: made.id, reason: null, data: {} };
    const event = { type: 'conference.planned', actorName: SYSTEM.name, capacity: 'SYSTEM', ...record };
    const { database, conferences, clock } = stage;
    await database.write(SYSTEM, (tx) => conferences.save(tx, made, [{ ...event, occurredAt: clock.now() }]));
    return made;
  }

  /** From 2027 on these have the chair, whoever had it before. */
  async function terms(...given: readonly (readonly [PartyCode, string, string])[]): Promise<void> {
    const client = new Client({ connectionString: stage.testDatabase.superuserUrl });
    await client.connect();
    await client.query(`DELETE FROM chair_terms WHERE valid_from >= '2027-01-01'`);
    for (const term of given) {
      await client.query(
        `INSERT INTO chair_terms (id, party_code, valid_from, valid_to, state, revision)
         VALUES (gen_random_uuid(), $1, $2, $3, 'CONFIRMED', 1)`,
        [...term],
      );
    }
    await client.end();
    await stage.database.write(SYSTEM, (tx) => job.run(tx));
  }

  const chairOf = async ({ id }: Conference): Promise<PartyCode> =>
    (await stage.database.read(SYSTEM, (tx) => stage.conferences.getConference(tx, id))).chair;

  it('follows terms that are swapped and shortened, and the history says so', async () => {
    const [march, october] = [await planned('2027-03-01', 'HE'), await planned('2028-10-01', 'MV')];
    await terms(['MV', '2027-01-01', '2027-12-31'], ['HE', '2028-01-01', '2028-12-31']);
    expect([await chairOf(march), await chairOf(october)]).toEqual(['MV', 'HE']);
    await terms(['MV', '2027-01-01', '2027-02-15'], ['NI', '2027-02-16', '2028-12-31']);
    expect([await chairOf(march), await chairOf(october)]).toEqual(['NI', 'NI']);
    const history = await stage.database.read(SYSTEM, (tx) => listHistory(tx, 'conference', [march.id]));
    const entries = history.get(march.id)?.filter(({ event }) => event === 'conference.rechaired');
    expect(entries?.map(({ capacity, data }) => [capacity, data])).toEqual([
      ['SYSTEM', { chair: { from: 'HE', to: 'MV' } }],
      ['SYSTEM', { chair: { from: 'MV', to: 'NI' } }],
    ]);
  });

  it('stays where no term covers the first day, and where the job runs twice', async () => {
    const far = await planned('2041-03-01', 'SN');
    await terms(['HE', '2027-01-01', '2027-12-31']);
    await stage.database.write(SYSTEM, (tx) => job.run(tx));
    expect(await chairOf(far)).toBe('SN');
  });

  it('stays with a conference that is concluded, over or cancelled', async () => {
    const concluded = await planned('2027-05-03', 'HE');
    const days = { startsOn: '2027-05-03', endsOn: '2027-05-03' };
    const session = await stage.planned({ conferenceId: concluded.id, body: 'MAIN_CONFERENCE', ...days });
    const cancelled = await planned('2027-05-04', 'HE');
    const over = await planned('2026-03-01', 'HE');
    await stage.database.write(SYSTEM, async (tx) => {
      await tx.execute(`UPDATE sessions SET state = 'CONCLUDED' WHERE id = $1`, [session.id]);
      await tx.execute(`UPDATE conferences SET state = 'CANCELLED' WHERE id = $1`, [cancelled.id]);
    });
    await terms(['NW', '2027-01-01', '2027-12-31']);
    expect(await Promise.all([concluded, cancelled, over].map(chairOf))).toEqual(['HE', 'HE', 'HE']);
  });
});
