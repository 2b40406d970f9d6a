import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Conferences, Sessions, SessionTransitionHandler } from '#conferences';
import { newId } from '#platform/database';
import { anAdoptedResolution, sweeping, type SweepingStage } from '#testing/agendas';
import { aReleaseStage, type ReleaseStage } from '#testing/publication';
import { PublicationModule } from '../../publication.module.js';

const DURING = new Date('2026-12-03T10:00:00Z');
const LAST_DAY_ENDS = new Date('2026-12-04T22:59:59Z');
const CONCLUDED = new Date('2026-12-04T11:30:00Z');
const at = (instant: Date, seconds: number): Date => new Date(instant.getTime() + seconds * 1000);

/** A case needs a conference of its own: objections end once. */
describe('The time for objections', () => {
  let stage: ReleaseStage;

  let house: SweepingStage;

  beforeAll(async () => {
    stage = await aReleaseStage();
    house = await sweeping(stage, [PublicationModule]);
  });
  afterAll(async () => {
    await house.close();
    await stage.close();
  });

  const aConference = async (): Promise<string> => {
    const id = newId();
    await stage.arrange(
      `INSERT INTO conferences SELECT (jsonb_populate_record(conferences, jsonb_build_object('id', $2::text,
         'year', 2030 + (SELECT count(*) FROM conferences), 'number', NULL))).* FROM conferences WHERE id = $1`,
      [stage.conferenceId, id],
    );
    return id;
  };

  const aSession = async (conferenceId: string, body: string): Promise<string> => {
    const id = newId();
    await stage.arrange(
      `INSERT INTO sessions (id, conference_id, body_code, starts_on, ends_on, mode, state, revision, audience)
       SELECT $1, $2, $3, day, day, 'IN_PERSON', 'IN_PROGRESS', 1, array(SELECT generate_series(0, 202))
       FROM (SELECT '2026-06-01'::date + count(*)::int AS day FROM sessions) AS free`,
      [id, conferenceId, body],
    );
    await stage.arrange(
      `INSERT INTO session_bodies (session_id, body_code, position, days, audience)
       SELECT id, body_code, 1, daterange(starts_on, ends_on, '[]'), audience FROM sessions WHERE id = $1`,
      [id],
    );
    return id;
  };

  const conclude = async (sessionId: string, instant: Date, mail = 'vorsitz.hh'): Promise<void> => {
    stage.clock.moveTo(instant);
    const { database, clock } = stage;
    const sessions = new SessionTransitionHandler(database, new Sessions(), new Conferences(), clock);
    const answer = await sessions.execute(stage.person(mail), { sessionId, action: 'concludeSession' });
    expect(answer).toMatchObject({ ok: true });
  };

  const proposeAt = async (instant: Date, conferenceId: string): ReturnType<ReleaseStage['propose']> => {
    stage.clock.moveTo(instant);
    return stage.propose({ conferenceId });
  };

  const objectAt = async (instant: Date, releaseId: string): Promise<readonly string[]> => {
    stage.clock.moveTo(instant);
    const answer = await stage.object.execute(stage.person('koordination.by'), { releaseId, party: 'BY' });
    return answer.ok ? [] : answer.refusals.map(({ code }) => code);
  };

  it('ends at the instant at which the main session is concluded, in the same transaction', async () => {
    const conferenceId = await aConference();
    const [before] = await proposeAt(DURING, conferenceId);
    const [after] = await proposeAt(DURING, conferenceId);
    expect(after.objectionsUntil).toEqual(LAST_DAY_ENDS);
    const sessionId = await aSession(conferenceId, 'MAIN_CONFERENCE');
    expect(await objectAt(at(CONCLUDED, -1), before.id)).toEqual([]);
    await conclude(sessionId, CONCLUDED);
    expect((await stage.now(after)).objectionsUntil).toEqual(CONCLUDED);
    expect(await objectAt(CONCLUDED, after.id)).toEqual(['DEADLINE_PASSED']);
    expect(await objectAt(at(CONCLUDED, 1), after.id)).toEqual(['DEADLINE_PASSED']);
    await house.sweep();
    expect([(await stage.now(before)).state, (await stage.now(after)).state]).toEqual(['BLOCKED', 'RELEASED']);
  });

  it('ends at the latest with the last day of the conference, however long the session lasts', async () => {
    const conferenceId = await aConference();
    const [inTime] = await proposeAt(DURING, conferenceId);
    const [tooLate] = await proposeAt(DURING, conferenceId);
    const sessionId = await aSession(conferenceId, 'MAIN_CONFERENCE');
    expect(await objectAt(at(LAST_DAY_ENDS, -1), inTime.id)).toEqual([]);
    expect(await objectAt(LAST_DAY_ENDS, tooLate.id)).toEqual(['DEADLINE_PASSED']);
    expect(await objectAt(at(LAST_DAY_ENDS, 1), tooLate.id)).toEqual(['DEADLINE_PASSED']);
    await conclude(sessionId, at(LAST_DAY_ENDS, 3600));
    expect((await stage.now(tooLate)).objectionsUntil).toEqual(LAST_DAY_ENDS);
  });

  it('does not end with the session of a committee, nor with that of another conference', async () => {
    const conferenceId = await aConference();
    const [release] = await proposeAt(DURING, conferenceId);
    await conclude(await aSession(conferenceId, 'AK5'), CONCLUDED, 'vorsitz.ak5');
    await conclude(await aSession(await aConference(), 'MAIN_CONFERENCE'), CONCLUDED);
    expect((await stage.now(release)).objectionsUntil).toEqual(LAST_DAY_ENDS);
  });

  it('counts from what happened, however late the job runs; what comes about later has its own day', async () => {
    const conferenceId = await aConference();
    await conclude(await aSession(conferenceId, 'MAIN_CONFERENCE'), CONCLUDED);
    const [resolvedBefore] = await proposeAt(at(CONCLUDED, -1), conferenceId);
    expect(resolvedBefore.objectionsUntil).toEqual(CONCLUDED);
    const [cameWith] = await proposeAt(CONCLUDED, conferenceId);
    expect(cameWith.objectionsUntil).toEqual(LAST_DAY_ENDS);
    const [later] = await proposeAt(new Date('2026-12-20T12:00:00Z'), conferenceId);
    expect(later.objectionsUntil).toEqual(new Date('2026-12-20T22:59:59Z'));
  });

  it('releases all others, whatever is wrong with one of them; the run says what', async () => {
    const conferenceId = await aConference();
    const [broken] = await proposeAt(DURING, conferenceId);
    const [sound] = await proposeAt(at(DURING, 1), conferenceId);
    await stage.arrange('UPDATE releases SET topic_id = $2 WHERE id = $1', [broken.id, newId()]);
    stage.clock.moveTo(LAST_DAY_ENDS);
    await expect(house.sweep()).rejects.toThrow(`deadline RELEASE_OBJECTION of conference ${conferenceId}`);
    expect([(await stage.now(broken)).state, (await stage.now(sound)).state]).toEqual(['PROPOSED', 'RELEASED']);
    await stage.arrange(`UPDATE releases SET topic_id = $2, release_wish = false WHERE id = $1`, [
      broken.id,
      sound.topicId,
    ]);
  });

  it('ends with the form in which the text was voted on, for the text and for its papers', async () => {
    const closesAt = new Date('2026-11-20T22:59:59Z');
    const paper = { id: newId(), title: 'Bericht', asOf: '2026-09-30', originator: 'AK V' };
    const attachments = [{ ...paper, classification: 'INTERNAL' as const, releaseWish: true }];
    stage.clock.moveTo(DURING);
    const { topic, resolutionId } = await anAdoptedResolution(stage, { attachments });
    const procedureId = newId();
    await stage.arrange(
      `INSERT INTO written_procedures (id, topic_id, conference_id, profile_code, state, request_reason, requested_at,
         number_year, number, round, text_hash, silence_rule, started_at, closes_at, revision, audience)
       VALUES ($1, $2, $3, 'IMK', 'RUNNING', 'Eilbedürftig', $4, 2026, 1, 1, $5, 'ALL_MUST_VOTE', $4, $6, 1,
         array(SELECT generate_series(0, 202)))`,
      [procedureId, topic.id, stage.conferenceId, at(closesAt, -86_400), topic.proposalTextHash, closesAt],
    );
    await stage.arrange(
      `SET session_replication_role = replica; UPDATE resolutions SET item_number = NULL, session_id = NULL, ballot_id = id,
         written_procedure_id = '${procedureId}', written_procedure_number = 'Umlaufbeschluss 1/2026'
       WHERE id = '${resolutionId}'`,
    );
    // All had voted, and the chair ended it early: until the deadline of the form, a party may still object.
    stage.clock.moveTo(at(closesAt, -7200));
    await stage.proposeAgain(topic.id);
    const rows = await stage.arrange<{ id: string; objections_until: Date }>(
      'SELECT id, objections_until FROM releases WHERE topic_id = $1',
      [topic.id],
    );
    expect(rows.map(({ objections_until: until }) => until)).toEqual([closesAt, closesAt]);
    const [text, report] = rows.map(({ id }) => id);
    expect(await objectAt(at(closesAt, -1), text ?? '')).toEqual([]);
    expect(await objectAt(closesAt, report ?? '')).toEqual(['DEADLINE_PASSED']);
    expect(await objectAt(at(closesAt, 1), report ?? '')).toEqual(['DEADLINE_PASSED']);
  });
});
