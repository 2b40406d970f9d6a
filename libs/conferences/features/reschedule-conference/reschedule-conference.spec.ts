import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '#organisation';
import { listHistory, newId } from '#platform/database';
import { aConference, aSessionStage, type SessionStage } from '#testing/conferences';
import { ConferenceTransitionHandler, type ConferenceAnswer } from '../../conference-transition.handler.js';
import type { ConferencePaper } from '../../domain/conference-change-requirements.js';
import type { Conference } from '../../domain/conference.js';
import { PapersOfConferences } from '../../papers-of-conferences.js';
import { CancelConferenceHandler } from '../cancel-conference/cancel-conference.handler.js';
import { RescheduleConferenceHandler } from './reschedule-conference.handler.js';

const codesOf = (answer: ConferenceAnswer): string[] => (answer.ok ? [] : answer.refusals.map(({ code }) => code));
const reason = 'Der Tagungsort ist nicht verfügbar.';

describe('a conference that is planned', () => {
  let stage: SessionStage;
  let transition: ConferenceTransitionHandler;
  let reschedule: RescheduleConferenceHandler;
  let cancel: CancelConferenceHandler;
  let conference: Conference;
  let papers: readonly ConferencePaper[] = [];

  beforeAll(async () => {
    stage = await aSessionStage();
    const { database, conferences, sessions, clock } = stage;
    const ofOthers = new PapersOfConferences();
    ofOthers.add({ papersOf: async () => papers });
    transition = new ConferenceTransitionHandler(database, conferences, sessions, ofOthers, clock);
    reschedule = new RescheduleConferenceHandler(database, conferences, sessions, transition, stage.transition);
    cancel = new CancelConferenceHandler(database, transition, stage.transition);
  });
  afterAll(() => stage.close());

  let year = 2030;
  let number = 1000;
  beforeEach(async () => {
    papers = [];
    year += 1;
    conference = await planned({ season: 'SPRING' }, '06-04', '06-06');
  });

  async function planned(given: Partial<Conference>, from: string, to: string): Promise<Conference> {
    const days = { startsOn: `${year}-${from}`, endsOn: `${year}-${to}`, year, number: (number += 1) };
    const made = aConference({ id: newId(), ...days, ...given });
    const record = { recordKind: 'conference', recordId: made.id, reason: null, data: {} };
    const event = { type: 'conference.planned', actorName: SYSTEM.name, capacity: 'SYSTEM', ...record };
    const { database, conferences, clock } = stage;
    await database.write(SYSTEM, (tx) => conferences.save(tx, made, [{ ...event, occurredAt: clock.now() }]));
    return made;
  }

  const stored = (id: string): Promise<Conference> =>
    stage.database.read(SYSTEM, (tx) => stage.conferences.getConference(tx, id));
  const sessionsOf = () => stage.database.read(SYSTEM, (tx) => stage.sessions.sessionsOf(tx, conference.id));
  const move = (mail: string, from: string, to: string, expectedRevision = 1): Promise<ConferenceAnswer> =>
    reschedule.execute(stage.person(mail), {
      ...{ conferenceId: conference.id, expectedRevision, reason },
      ...{ startsOn: `${year}-${from}`, endsOn: `${year}-${to}` },
    });
  const cancelled = (mail: string, successorId: string | null = null): Promise<ConferenceAnswer> =>
    cancel.execute(stage.person(mail), { conferenceId: conference.id, expectedRevision: 1, reason, successorId });

  async function withSessions(): Promise<void> {
    const { id: conferenceId, startsOn, endsOn } = conference;
    await stage.planned({ conferenceId, body: 'MAIN_CONFERENCE', startsOn, endsOn });
    const [before, april] = [`${year}-05-21`, `${year}-04-10`];
    await stage.planned({ conferenceId, body: 'PRE_CONFERENCE', startsOn: before, endsOn: before });
    await stage.planned({ conferenceId, body: 'AK2', startsOn: april, endsOn: april });
  }

  it('is moved with its deadlines and the sessions that hang on it, and the history says by whom and why', async () => {
    await withSessions();
    const secretariat = stage.person('geschaeftsstelle');
    expect(codesOf(await move('geschaeftsstelle', '06-11', '06-13'))).toEqual([]);
    const moved = await stored(conference.id);
    expect(moved).toMatchObject({ startsOn: `${year}-06-11`, endsOn: `${year}-06-13`, revision: 2 });
    expect(moved.directRegistrationDeadline.getTime() - conference.directRegistrationDeadline.getTime()).toBe(
      7 * 24 * 3_600_000,
    );
    expect((await sessionsOf()).map(({ body, startsOn, endsOn }) => [body, startsOn, endsOn])).toEqual([
      ['AK2', `${year}-04-10`, `${year}-04-10`],
      ['PRE_CONFERENCE', `${year}-05-28`, `${year}-05-28`],
      ['MAIN_CONFERENCE', `${year}-06-11`, `${year}-06-13`],
    ]);
    const history = await stage.database.read(secretariat, (tx) => listHistory(tx, 'conference', [conference.id]));
    expect(history.get(conference.id)?.at(-1)).toMatchObject({
      ...{ event: 'conference.rescheduled', capacity: 'SECRETARIAT', reason, actorName: secretariat.name },
      data: { startsOn: { from: conference.startsOn, to: `${year}-06-11` } },
    });
  });

  it('shows beforehand what would move, to all who see it, and what stands against it', async () => {
    const days = { startsOn: `${year}-06-11`, endsOn: `${year}-06-13` };
    const ask = (mail: string, id = conference.id) =>
      reschedule.preview(stage.person(mail), { conferenceId: id, ...days });
    const preview = await ask('vorsitz.hh');
    expect(preview?.refusals).toEqual([]);
    expect(preview?.days[0]).toEqual({
      label: 'Erster Tag',
      before: conference.startsOn,
      after: days.startsOn,
      isOver: false,
      isFixed: false,
      restDay: null,
    });
    expect((await ask('leser.he'))?.refusals.map(({ code }) => code)).toEqual(['NOT_ENTITLED']);
    expect(await ask('technik')).toBeNull();
    expect(await ask('vorsitz.hh', newId())).toBeNull();
    expect(await stored(conference.id)).toEqual(conference);
  });

  it('shows rest days by the rule of its profile, and what is due on its first day as far as one sees it', async () => {
    const special = await planned({ season: 'SPECIAL' }, '06-04', '06-06');
    const asSystem = (statement: string, values: readonly unknown[]): Promise<number> =>
      stage.database.write(SYSTEM, (tx) => tx.execute(statement, values));
    for (const [audience, state] of [
      ['{0,202}', 'OPEN'],
      ['{0,202}', 'SETTLED'],
      ['{0}', 'OPEN'],
    ]) {
      await asSystem(
        `INSERT INTO deadlines (id, kind, subject_kind, subject_id, conference_id, basis, due_at, original_due_at, state, audience)
         VALUES ($1, 'FOLLOW_UP', 'followUp', $1, $2, 'BEGIN_OF_CONFERENCE', now(), now(), $3, $4)`,
        [newId(), special.id, state, audience],
      );
    }
    const days = { startsOn: '2034-10-31', endsOn: '2034-11-01' };
    const shown = async (rule: string): Promise<unknown> => {
      await asSystem('UPDATE conference_profiles SET holiday_rule = $1', [rule]);
      const preview = await reschedule.preview(stage.person('vorsitz.hh'), { conferenceId: special.id, ...days });
      const wanted = ['Erster Tag', 'Letzter Tag', 'Fällige Aufträge'];
      return preview?.days
        .filter(({ label }) => wanted.some((each) => label.startsWith(each)))
        .map(({ label, after, restDay }) => [label, after, restDay]);
    };
    expect(await shown('ALL_LAENDER')).toEqual([
      ['Erster Tag', days.startsOn, null],
      ['Letzter Tag', days.endsOn, null],
      ['Fällige Aufträge (1)', days.startsOn, null],
    ]);
    expect(await shown('ANY_LAND')).toEqual([
      ['Erster Tag', days.startsOn, 'Reformationstag in 9 Ländern'],
      ['Letzter Tag', days.endsOn, 'Allerheiligen in 5 Ländern'],
      ['Fällige Aufträge (1)', days.startsOn, 'Reformationstag in 9 Ländern'],
    ]);
  });

  it('leaves a deadline of its own unless it is chosen, and never behind the first day', async () => {
    const [agenda, papers] = [`${year}-05-02T21:59:59Z`, `${year}-06-01T21:59:59Z`];
    const setByItself = (kind: string, at: string): Promise<number> =>
      stage.database.write(SYSTEM, (tx) =>
        tx.execute(
          `UPDATE deadlines SET due_at = $3, basis = 'FIXED', basis_count = NULL WHERE subject_id = $1 AND kind = $2`,
          [conference.id, kind, at],
        ),
      );
    await setByItself('AGENDA_DRAFT', agenda);
    await setByItself('FINAL_PAPERS', papers);
    expect(codesOf(await move('geschaeftsstelle', '05-28', '05-30'))).toEqual(['DEADLINES_OUT_OF_ORDER']);
    const days = { startsOn: `${year}-06-11`, endsOn: `${year}-06-13` };
    const about = { conferenceId: conference.id, ...days, alsoMove: ['FINAL_PAPERS'] as const };
    const preview = await reschedule.preview(stage.person('vorsitz.hh'), about);
    expect(preview?.days.filter(({ isFixed }) => isFixed).map(({ before, after }) => [before, after])).toEqual([
      [`${year}-05-02`, `${year}-05-02`],
      [`${year}-06-01`, `${year}-06-08`],
    ]);
    const done = await reschedule.execute(stage.person('geschaeftsstelle'), { ...about, expectedRevision: 1, reason });
    expect(codesOf(done)).toEqual([]);
    expect(await stored(conference.id)).toMatchObject({
      agendaDraftDeadline: new Date(agenda),
      finalPapersDeadline: new Date(`${year}-06-08T21:59:59Z`),
    });
  });

  it('stays with all its sessions where one of them cannot move', async () => {
    await withSessions();
    const other = await planned({ season: 'SPECIAL' }, '06-11', '06-11');
    const { id: conferenceId, startsOn, endsOn } = other;
    await stage.planned({ conferenceId, body: 'MAIN_CONFERENCE', startsOn, endsOn });
    expect(codesOf(await move('geschaeftsstelle', '06-11', '06-13'))).toEqual(['BODY_ALREADY_MEETS']);
    expect(await stored(conference.id)).toEqual(conference);
  });

  it.each(['koordination.he', 'leser.he', 'vorsitz.ak2', 'gast.bka'])('is not changed by %s', async (mail) => {
    expect(codesOf(await move(mail, '06-11', '06-13'))).toEqual(['NOT_ENTITLED']);
    expect(codesOf(await cancelled(mail))).toEqual(['NOT_ENTITLED']);
  });

  it.each(['technik', 'vorsitz.he'])(
    'does not exist for %s, who has no office with a right to content',
    async (mail) => {
      expect(codesOf(await move(mail, '06-11', '06-13'))).toEqual(['NOT_FOUND']);
      expect(codesOf(await cancelled(mail))).toEqual(['NOT_FOUND']);
    },
  );

  it('is moved once when two move it at once', async () => {
    const answers = await Promise.all([
      move('geschaeftsstelle', '06-11', '06-13'),
      move('vorsitz.hh', '06-18', '06-20'),
    ]);
    expect(answers.flatMap(codesOf)).toEqual(['CHANGED_MEANWHILE']);
  });

  it('gives its number to nobody else, and takes none that is taken', async () => {
    const other = await planned({ season: 'SPECIAL' }, '03-01', '03-01');
    const edit = (given: Partial<Conference>, expectedRevision: number): Promise<ConferenceAnswer> =>
      transition.execute(stage.person('geschaeftsstelle'), {
        ...{ conferenceId: other.id, expectedRevision, action: 'editConference' as const },
        changed: { number: null, name: null, place: null, ...given },
      });
    expect(codesOf(await edit({ number: conference.number }, 1))).toEqual(['NUMBER_TAKEN']);
    expect(codesOf(await edit({ number: other.number, name: ' Zur Lage ', place: ' ' }, 1))).toEqual([]);
    expect(await stored(other.id)).toMatchObject({ number: other.number, name: 'Zur Lage', place: null, revision: 2 });
    expect(codesOf(await edit({}, 1))).toEqual(['CHANGED_MEANWHILE']);
  });

  it('is cancelled with the sessions of the conference as a whole, and its cycle can be planned anew', async () => {
    await withSessions();
    const autumn = await planned({ season: 'AUTUMN' }, '12-03', '12-05');
    papers = [{ kind: 'topic', id: newId(), title: 'Lagebild', stateLabel: 'Angenommen', movesOn: true }];
    expect(codesOf(await cancelled('geschaeftsstelle'))).toEqual(['TOPICS_NEED_CONFERENCE']);
    expect(codesOf(await cancelled('geschaeftsstelle', conference.id))).toEqual(['CONFERENCE_NOT_LATER']);
    expect(codesOf(await cancelled('geschaeftsstelle', 'keine'))).toEqual(['CONFERENCE_UNKNOWN']);
    expect(codesOf(await cancelled('vorsitz.hh', autumn.id))).toEqual([]);
    expect(await stored(conference.id)).toMatchObject({ state: 'CANCELLED', successorId: autumn.id });
    expect((await sessionsOf()).map(({ body, state }) => [body, state])).toEqual([
      ['AK2', 'PLANNED'],
      ['PRE_CONFERENCE', 'CANCELLED'],
      ['MAIN_CONFERENCE', 'CANCELLED'],
    ]);
    const again = await planned({ season: 'SPRING', number: conference.number }, '06-25', '06-26');
    expect((await stored(again.id)).state).toBe('PLANNED');
    const at = new Date(`${year}-06-01T10:00:00Z`);
    const current = await stage.database.read(SYSTEM, (tx) => stage.conferences.currentConference(tx, at));
    expect(current?.id).toBe(again.id);
  });

  it('is cancelled for good', async () => {
    expect(codesOf(await cancelled('geschaeftsstelle'))).toEqual([]);
    expect(codesOf(await move('geschaeftsstelle', '06-11', '06-13', 2))).toEqual(['NOT_POSSIBLE_IN_STATE']);
    const { id: conferenceId, startsOn } = conference;
    const session = { conferenceId, body: 'AK2', startsOn, endsOn: startsOn, place: null, mode: 'VIDEO' } as const;
    const planning = await stage.plan.execute(stage.person('geschaeftsstelle'), session);
    expect(planning.ok ? [] : planning.refusals.map(({ code }) => code)).toEqual(['CONFERENCE_CANCELLED']);
  });
});
