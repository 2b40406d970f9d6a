import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeadlineKeepers } from '#deadlines';
import { landCodes, type DeadlineKind, type PartyCode } from '#glossary';
import { SYSTEM } from '#organisation';
import { newId } from '#platform/database';
import { aConferenceStage, type ConferenceStage } from '#testing';
import { anAdoptedResolution, sweeping, type SweepingStage } from '#testing/agendas';
import {
  GiveWrittenFormHandler,
  RequestWrittenProcedureHandler,
  StartWrittenProcedureHandler,
} from '#written-procedures';
import { businessModules, entities } from '../src/business-modules.js';

/** Who still has to act by which deadline, as the libraries together say. */
let stage: ConferenceStage;
let house: SweepingStage;

beforeAll(async () => {
  stage = await aConferenceStage(entities);
  house = await sweeping(stage, businessModules);
});

afterAll(async () => {
  await house?.close();
  await stage?.close();
});

/** "PARTY_COORDINATOR HE", in the order of the alphabet. */
async function duties(kind: DeadlineKind, subjectId = stage.conferenceId): Promise<readonly string[]> {
  const sql = house.part(DeadlineKeepers).openDutiesSql();
  const rows = await stage.database.read(SYSTEM, (tx) =>
    tx.query<{ line: string }>(
      `WITH asked AS (SELECT * FROM deadlines WHERE kind = $1 AND subject_id = $2)
       SELECT concat_ws(' ', role, party, body) AS line FROM (${sql}) AS duty ORDER BY 1`,
      [kind, subjectId],
    ),
  );
  return rows.map(({ line }) => line);
}

/** A later conference. */
async function another(): Promise<string> {
  const id = newId();
  await stage.arrange(
    `INSERT INTO conferences SELECT (jsonb_populate_record(conferences, jsonb_build_object('id', $2::text, 'number', NULL,
       'year', year + 1))).* FROM conferences WHERE id = $1`,
    [stage.conferenceId, id],
  );
  return id;
}

const state = (id: string, to: string): Promise<unknown> =>
  stage.arrange('UPDATE topics SET state = $2 WHERE id = $1', [id, to]);

const allLaender = landCodes.map((land) => `PARTY_COORDINATOR ${land}`).toSorted();
const without = (...parties: readonly PartyCode[]): readonly string[] =>
  allLaender.filter((line) => !parties.some((party) => line.endsWith(` ${party}`)));

describe('Somebody who has to act', () => {
  it.each(['COMMITTEE_REGISTRATION', 'DIRECT_REGISTRATION'] as const)(
    'by the deadline %s has begun a registration, or got it back, and not submitted it',
    async (kind) => {
      const ofHesse = await stage.placeTopic({ state: 'DRAFT', registrant: { party: 'HE' } });
      const ofCommittee = await stage.placeTopic({ state: 'RETURNED', registrant: { body: 'AK2' } });
      expect(await duties(kind)).toEqual(['COMMITTEE_CHAIR AK2', 'PARTY_COORDINATOR HE']);
      await state(ofHesse.id, 'SUBMITTED');
      await state(ofCommittee.id, 'WITHDRAWN');
      expect(await duties(kind)).toEqual([]);
    },
  );

  it.each(['COMMITTEE_SESSIONS', 'FINAL_PAPERS'] as const)(
    'by the deadline %s leads the committee that has not forwarded its topic, and is not among those involved',
    async (kind) => {
      const { id } = await stage.placeTopic({
        state: 'IN_COMMITTEE',
        leadCommittee: 'AK5',
        involvedCommittees: ['AK2'],
      });
      expect(await duties(kind)).toEqual(['COMMITTEE_CHAIR AK5']);
      await state(id, 'IN_PRE_CONFERENCE');
      expect(await duties(kind)).toEqual([]);
    },
  );

  it('by the pre-conference is the chair, while a topic waits in it', async () => {
    expect(await duties('PRE_CONFERENCE')).toEqual(['CHAIR']);
    await stage.arrange(`UPDATE topics SET state = 'IN_MAIN_CONFERENCE' WHERE state = 'IN_PRE_CONFERENCE'`);
    expect(await duties('PRE_CONFERENCE')).toEqual([]);
    await stage.placeTopic({ state: 'IN_PRE_CONFERENCE', conferenceId: await another() });
    expect(await duties('PRE_CONFERENCE')).toEqual([]);
  });

  it('on the draft of the agenda is the secretariat, until it is more than a collection', async () => {
    expect(await duties('AGENDA_DRAFT')).toEqual(['SECRETARIAT']);
    await stage.arrange(
      `INSERT INTO agendas (id, conference_id, body_codes, state, revision, audience)
       VALUES (gen_random_uuid(), $1, '{MAIN_CONFERENCE}', 'COLLECTING', 1, '{0,201,202}')`,
      [stage.conferenceId],
    );
    expect(await duties('AGENDA_DRAFT')).toEqual(['SECRETARIAT']);
    await stage.arrange(
      `INSERT INTO agendas (id, conference_id, session_id, body_codes, state, revision, audience)
       VALUES (gen_random_uuid(), $1, $2, '{AK2}', 'DRAFT', 1, '{0,201,202}')`,
      [stage.conferenceId, await stage.planSession('AK2')],
    );
    expect(await duties('AGENDA_DRAFT')).toEqual(['SECRETARIAT']);
    await stage.arrange(`UPDATE agendas SET state = 'DRAFT'`);
    expect(await duties('AGENDA_DRAFT')).toEqual([]);
  });
});

describe('Whoever still has to vote in writing', () => {
  const kind = 'WRITTEN_PROCEDURE';

  async function running(): Promise<{ readonly id: string; readonly textHash: string }> {
    const { id: topicId, proposalTextHash } = await stage.placeTopic({ state: 'IN_MAIN_CONFERENCE' });
    const textHash = proposalTextHash ?? '';
    const request = { topicId, reason: 'Die nächste Sitzung käme zu spät.' };
    const asked = await house.part(RequestWrittenProcedureHandler).execute(stage.person('koordination.he'), request);
    if (!asked.ok) throw new Error(JSON.stringify(asked.refusals));
    const { id, revision: expectedRevision } = asked.procedure;
    const start = { procedureId: id, expectedRevision, textHash, silenceRule: 'ALL_MUST_VOTE' } as const;
    const started = await house.part(StartWrittenProcedureHandler).execute(stage.person('vorsitz.hh'), start);
    if (!started.ok) throw new Error(JSON.stringify(started.refusals));
    return { id, textHash };
  }

  it('is each Land that may vote and has not, and never the Bund', async () => {
    const { id, textHash } = await running();
    expect(await duties(kind, id)).toEqual(allLaender);
    const form = { procedureId: id, textHash, party: 'HE', choice: 'YES', releaseObjection: false } as const;
    const given = await house
      .part(GiveWrittenFormHandler)
      .execute(stage.person('koordination.he'), 'giveWrittenVote', form);
    expect(given.ok).toBe(true);
    expect(await duties(kind, id)).toEqual(without('HE'));
    await stage.arrange(
      `UPDATE memberships SET may_vote = false WHERE body_code = 'MAIN_CONFERENCE' AND party_code = 'BY'`,
    );
    expect(await duties(kind, id)).toEqual(without('HE', 'BY'));
    await stage.arrange(`UPDATE deadlines SET audience = '{0,5,201,202}' WHERE subject_id = $1`, [id]);
    expect(await duties(kind, id)).toEqual(['PARTY_COORDINATOR HB']);
    await stage.arrange(`UPDATE written_procedures SET state = 'WITHDRAWN', ended_at = closes_at WHERE id = $1`, [id]);
    expect(await duties(kind, id)).toEqual([]);
    await stage.arrange(
      `UPDATE memberships SET may_vote = true WHERE body_code = 'MAIN_CONFERENCE' AND party_code = 'BY'`,
    );
  });
});

describe('Whoever a follow-up asks', () => {
  let resolutionId: string;
  beforeAll(async () => {
    ({ resolutionId } = await anAdoptedResolution(stage));
  });

  async function followUp(addressee: string, code: string | null): Promise<string> {
    const id = newId();
    await stage.arrange(
      `INSERT INTO follow_ups (id, state, kind, resolution_id, clause_id, task, addressee_kind, addressee_code, due_kind, due_day,
         created_at, updated_at, revision, audience)
       VALUES ($1, 'OPEN', $2, $3, $1, 'Bericht', $4, $5, 'DAY', '2027-03-31', now(), now(), 1, array(SELECT generate_series(0, 202)))`,
      [id, addressee === 'ALL_LAENDER' ? 'IMPLEMENTATION' : 'REPORT', resolutionId, addressee, code],
    );
    return id;
  }

  it.each([
    ['BODY', 'AK5', ['COMMITTEE_CHAIR AK5', 'COMMITTEE_SECRETARY AK5']],
    ['PARTY', 'BUND', ['PARTY_COORDINATOR BUND']],
    ['CHAIR', null, ['CHAIR']],
  ])('as %s %s is expected until there is a report', async (addressee, code, expected) => {
    const id = await followUp(addressee, code);
    for (const still of ['OPEN', 'IN_PROGRESS', 'EXTENDED']) {
      await stage.arrange('UPDATE follow_ups SET state = $2 WHERE id = $1', [id, still]);
      expect([still, await duties('FOLLOW_UP', id)]).toEqual([still, expected]);
    }
    await stage.arrange(`UPDATE follow_ups SET state = 'REPORTED' WHERE id = $1`, [id]);
    expect(await duties('FOLLOW_UP', id)).toEqual([]);
  });

  it.each([
    ['BODY', 'AK5'],
    ['PARTY', 'HE'],
    ['ALL_LAENDER', null],
  ])('as %s %s is not expected to do what it may not read any more', async (addressee, code) => {
    const id = await followUp(addressee, code);
    await stage.arrange(`UPDATE follow_ups SET audience = '{0,201,202}' WHERE id = $1`, [id]);
    expect(await duties('FOLLOW_UP', id)).toEqual([]);
  });

  it('as all Länder is each that has not finished by its own last word', async () => {
    const id = await followUp('ALL_LAENDER', null);
    const told = (party: string, version: number, status: string): Promise<unknown> =>
      stage.arrange(
        `INSERT INTO follow_up_implementations (id, follow_up_id, party, version, status, recorded_at, recorded_by, audience)
         VALUES (gen_random_uuid(), $1, $2, $3, $4, now(), 'Kim', '{0}')`,
        [id, party, version, status],
      );
    await told('HE', 1, 'IMPLEMENTED');
    await told('BY', 1, 'IMPLEMENTED');
    await told('BY', 2, 'IN_PROGRESS');
    await told('HH', 1, 'NOT_INTENDED');
    expect(await duties('FOLLOW_UP', id)).toEqual(without('HE', 'HH'));
  });
});

describe('Whoever may object', () => {
  const rights = ['BE', 'BUND', 'HE'];

  it('to minutes belongs to the body, may read them, and has not objected to this version', async () => {
    const sessionId = await stage.planSession('AK2');
    const id = newId();
    await stage.arrange(
      `INSERT INTO minutes (id, session_id, conference_id, body_codes, state, version, objections_until, circulated_at, drafted_at,
         updated_at, revision, audience)
       VALUES ($1, $2, $3, '{AK2}', 'CIRCULATED', 2, '2026-11-30T22:59:59Z', now(), now(), now(), 1, '{0,3,7,17,102,201}')`,
      [id, sessionId, stage.conferenceId],
    );
    expect(await duties('MINUTES_OBJECTION', id)).toEqual(rights.map((party) => `PARTY_COORDINATOR ${party}`));
    await stage.arrange(
      `INSERT INTO minutes_objections (id, minutes_id, version, party, text, state, made_at, made_by, audience)
       SELECT gen_random_uuid(), $1, version, party, 'Nein', 'OPEN', now(), 'Kim', '{0}'
       FROM (VALUES (1, 'BE'), (2, 'HE')) AS objection (version, party)`,
      [id],
    );
    expect(await duties('MINUTES_OBJECTION', id)).toEqual(['PARTY_COORDINATOR BE', 'PARTY_COORDINATOR BUND']);
    await stage.arrange(`UPDATE memberships SET valid_to = '2026-11-29' WHERE body_code = 'AK2' AND party_code = 'BE'`);
    expect(await duties('MINUTES_OBJECTION', id)).toEqual(['PARTY_COORDINATOR BUND']);
    await stage.arrange(`UPDATE deadlines SET due_at = due_at - interval '1 day' WHERE subject_id = $1`, [id]);
    expect(await duties('MINUTES_OBJECTION', id)).toEqual([]);
    await stage.arrange(`UPDATE deadlines SET due_at = due_at + interval '1 day' WHERE subject_id = $1`, [id]);
    await stage.arrange(`UPDATE minutes SET state = 'AGREED', agreed_at = now() WHERE id = $1`, [id]);
    expect(await duties('MINUTES_OBJECTION', id)).toEqual([]);
  });

  it('to a release has the right to, sees it, and does not object already', async () => {
    const kind = 'RELEASE_OBJECTION';
    expect(await duties(kind)).toEqual([]);
    const id = newId();
    await stage.arrange(
      `INSERT INTO releases (id, object_kind, object_id, topic_id, conference_id, title, classification, release_wish, state,
         objections_until, proposed_at, revision, audience)
       SELECT $1, 'RESOLUTION', $1, topics.id, $2, 'Titel', 'PUBLIC', true, 'PROPOSED', deadlines.due_at, now(), 1, '{0,3,7,17}'
       FROM topics, deadlines WHERE deadlines.kind = $3 AND deadlines.subject_id = $2 LIMIT 1`,
      [id, stage.conferenceId, kind],
    );
    expect(await duties(kind)).toEqual(rights.map((party) => `PARTY_COORDINATOR ${party}`));
    await stage.arrange(
      `INSERT INTO release_objections (id, release_id, party, state, objected_by, objected_at, revision, audience)
       VALUES (gen_random_uuid(), $1, 'HE', 'STANDING', 'Kim', now(), 1, '{0,7}')`,
      [id],
    );
    await stage.arrange(
      `UPDATE memberships SET may_object_to_release = false WHERE body_code = 'MAIN_CONFERENCE' AND party_code = 'BE'`,
    );
    expect(await duties(kind)).toEqual(['PARTY_COORDINATOR BUND']);
    await stage.arrange(`UPDATE release_objections SET state = 'WITHDRAWN', withdrawn_at = now()`);
    expect(await duties(kind)).toEqual(['PARTY_COORDINATOR BUND', 'PARTY_COORDINATOR HE']);
    await stage.arrange(`UPDATE releases SET state = 'BLOCKED' WHERE id = $1`, [id]);
    expect(await duties(kind)).toEqual(['PARTY_COORDINATOR BUND', 'PARTY_COORDINATOR HE']);
    await stage.arrange(`UPDATE releases SET classification = 'VS_NFD' WHERE id = $1`, [id]);
    expect(await duties(kind)).toEqual([]);
    await stage.arrange(`UPDATE releases SET classification = 'PUBLIC' WHERE id = $1`, [id]);
    await stage.arrange(`UPDATE releases SET state = 'RELEASED', released_at = now() WHERE id = $1`, [id]);
    expect(await duties(kind)).toEqual([]);
  });
});
