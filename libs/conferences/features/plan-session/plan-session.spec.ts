import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/database';
import { actorAs } from '#testing';
import { aSessionStage, type SessionStage } from '#testing/conferences';
import { sessionsByConferenceIds } from '../../persistence/conference.loader.js';
import type { PlanSession, PlanSessionAnswer } from './plan-session.handler.js';

function codesOf(answer: PlanSessionAnswer): string[] {
  return answer.ok ? [] : answer.refusals.map(({ code }) => code);
}

describe('planning a session', () => {
  let stage: SessionStage;

  beforeAll(async () => {
    stage = await aSessionStage();
  });
  afterAll(() => stage.close());

  function meetingOf(body: string, day: string, given: Partial<PlanSession> = {}): PlanSession {
    const { id: conferenceId } = stage.conference;
    return { conferenceId, body, startsOn: day, endsOn: day, place: ' Fulda ', mode: 'HYBRID', ...given };
  }

  const by = (mail: string, input: PlanSession): Promise<PlanSessionAnswer> =>
    stage.plan.execute(stage.person(mail), input);

  it('adds the session to the conference, with a history of its own', async () => {
    const answer = await by('geschaeftsstelle', meetingOf('AK2', '2027-04-13', { number: 89 }));
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
    const { session } = answer;
    const reader = actorAs({ role: 'READER', party: 'TH' });
    const seen = await stage.database.read(reader, async (tx) => ({
      sessions: (await sessionsByConferenceIds(tx, [stage.conference.id])).get(stage.conference.id),
      events: await tx.query('SELECT record_kind, event, capacity FROM history WHERE record_id = $1', [session.id]),
    }));
    expect(seen.sessions).toEqual([session]);
    expect(session).toMatchObject({ body: 'AK2', bodies: ['AK2'], place: 'Fulda', number: 89, state: 'PLANNED' });
    expect(seen.events).toEqual([{ record_kind: 'session', event: 'session.planned', capacity: 'SECRETARIAT' }]);
  });

  it('brings two committees together, of which the first leads', async () => {
    const answer = await by('geschaeftsstelle', meetingOf('AK6', '2027-04-14', { jointBodies: ['AK1'] }));
    expect(answer).toMatchObject({ ok: true, session: { body: 'AK6', bodies: ['AK6', 'AK1'] } });
    expect(codesOf(await by('geschaeftsstelle', meetingOf('AK1', '2027-04-14')))).toEqual(['BODY_ALREADY_MEETS']);
  });

  it.each([
    ['the chair of the committee', 'vorsitz.ak3', 'AK3', []],
    ['its secretary', 'geschaeftsfuehrung.ak3', 'AK3', []],
    ['the chair of another committee', 'vorsitz.ak2', 'AK3', ['NOT_ENTITLED']],
    ['a member', 'mitglied.ak3', 'AK3', ['NOT_ENTITLED']],
    ['a chair of a committee for the main conference', 'vorsitz.ak3', 'MAIN_CONFERENCE', ['NOT_ENTITLED']],
    ['the chair of the conference', 'vorsitz.hh', 'PRE_CONFERENCE', []],
    ['a coordinator', 'koordination.he', 'AK3', ['NOT_ENTITLED']],
    ['a reader', 'leser.he', 'AK3', ['NOT_ENTITLED']],
  ])('is for %s: %s for %s', async (_who, mail, body, codes) => {
    const day = `2027-05-${String((free += 1))}`;
    const mode = { startsOn: body === 'MAIN_CONFERENCE' ? '2027-06-16' : day };
    const endsOn = mode.startsOn;
    expect(codesOf(await by(mail, meetingOf(body, day, { ...mode, endsOn })))).toEqual(codes);
  });
  let free = 10;

  it('lets the chair of a committee plan for a sub-body of it', async () => {
    const chair = stage.person('vorsitz.ak5');
    const parents = new Map([['AK4', 'AK5']] as const);
    expect(stage.transition.contextOf(chair, ['AK4'], parents).capacities).toContain('COMMITTEE_CHAIR');
    expect(stage.transition.contextOf(chair, ['AK4'], new Map()).capacities).not.toContain('COMMITTEE_CHAIR');
  });

  it('does not exist for the technical administration', async () => {
    expect(codesOf(await by('technik', meetingOf('AK3', '2027-04-13')))).toEqual(['NOT_FOUND']);
  });

  it('lets a body meet once when two plan it at once', async () => {
    const answers = await Promise.all(
      ['2027-04-20', '2027-04-20'].map((day) => by('geschaeftsstelle', meetingOf('AK4', day))),
    );
    expect(answers.flatMap(codesOf)).toEqual(['BODY_ALREADY_MEETS']);
  });

  it('gives a number once', async () => {
    await by('geschaeftsstelle', meetingOf('AK5', '2027-04-21', { number: 70 }));
    const again = await by('geschaeftsstelle', meetingOf('AK5', '2027-04-22', { number: 70 }));
    expect(codesOf(again)).toEqual(['NUMBER_TAKEN']);
    expect(codesOf(await by('geschaeftsstelle', meetingOf('AK6', '2027-04-23', { number: 70 })))).toEqual([]);
  });

  it.each<[string, Partial<PlanSession>, readonly string[]]>([
    ['a conference that does not exist', { conferenceId: newId() }, ['NOT_FOUND']],
    ['an id that is none', { conferenceId: "'; --" }, ['NOT_FOUND']],
    ['a body that does not exist', { body: 'AK7' }, ['UNKNOWN_BODY']],
    ['the name of an object’s inheritance for a body', { body: 'constructor' }, ['UNKNOWN_BODY']],
    ['a joint body that does not exist', { jointBodies: ['AK7'] }, ['UNKNOWN_BODY']],
    ['a body together with itself', { jointBodies: ['AK5'] }, ['BODY_NAMED_TWICE']],
    ['a committee together with the main conference', { jointBodies: ['MAIN_CONFERENCE'] }, ['NO_JOINT_SESSION']],
    ['number zero', { number: 0 }, ['NUMBER_IMPLAUSIBLE']],
    ['days the wrong way round', { endsOn: '2027-05-01' }, ['ENDS_BEFORE_START']],
    ['a day after the conference', { startsOn: '2027-06-19', endsOn: '2027-06-20' }, ['AFTER_THE_CONFERENCE']],
    ['the year zero', { startsOn: '0000-01-01', endsOn: '0000-01-01' }, ['UNKNOWN_BODY', 'ALREADY_OVER']],
    ['a body that nobody set up', { body: 'UA Nirgends' }, ['UNKNOWN_BODY']],
  ])('refuses %s', async (_label, traits, codes) => {
    expect(codesOf(await by('geschaeftsstelle', meetingOf('AK5', '2027-05-04', traits)))).toEqual(codes);
  });
});
