import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Agendas, AgendasModule, SessionReports } from '#agendas';
import { Conferences, Sessions, SessionTransitionHandler } from '#conferences';
import { DecisionsModule } from '#decisions';
import { SYSTEM } from '#organisation';
import { newId } from '#platform/database';
import type { OutboxMessage } from '#platform/jobs';
import { aBallotStage, listening, sweeping, type BallotStage, type ListeningStage } from '#testing/agendas';
import { readPdf } from '#testing/pdf';
import { TopicRepository, type Topic } from '#topics';
import { MinutesTransitionHandler, type MinutesAnswer } from '../../minutes-transition.handler.js';
import { MinutesSessions } from '../../minutes-sessions.js';
import { MinutesSources } from '../../persistence/minutes-sources.js';
import { MinutesRecords, type StoredMinutes } from '../../persistence/minutes.repository.js';
import { Statements } from '../../persistence/statement.repository.js';
import { PrintedMinutesQuery } from '../print-minutes/printed-minutes.query.js';
import { AgreeMinutesWhenAnsweredJob } from './agree-minutes-when-answered.job.js';

const codesOf = (answer: MinutesAnswer): readonly string[] =>
  answer.ok ? [] : answer.refusals.map(({ code }) => code);

const DURING = new Date('2026-12-03T09:00:00Z');
const AFTER = new Date('2026-12-10T09:00:00Z');
const UNTIL = new Date('2026-12-20T22:59:59Z');

describe('The minutes of a session', () => {
  const records = new MinutesRecords();
  let stage: BallotStage;
  let http: ListeningStage;
  let transition: MinutesTransitionHandler;
  let sessionId: string;
  let open: Topic;
  let restricted: Topic;

  beforeAll(async () => {
    stage = await aBallotStage();
    const { database, clock } = stage;
    const sources = new MinutesSources(new TopicRepository(), new Agendas(), new Statements());
    const stored = new Sessions();
    const sessions = new MinutesSessions(
      stored,
      new SessionTransitionHandler(database, stored, new Conferences(), clock),
    );
    transition = new MinutesTransitionHandler(database, records, sources, sessions, clock);
    open = await stage.placeTopic({
      state: 'IN_MAIN_CONFERENCE',
      title: 'Warnung der Bevölkerung',
      rapporteurs: ['Hessen'],
      fileReference: 'IM-4711',
    });
    ({ topic: restricted } = await stage.placeItem({
      title: 'Schutz',
      classification: 'RESTRICTED',
      coRegistrants: ['BY'],
    }));
    await stage.arrange(`UPDATE topics SET state = 'DECIDED', outcome = 'NOTED' WHERE id = ANY ($1)`, [
      [open.id, restricted.id],
    ]);
    http = await listening(stage, [AgendasModule, DecisionsModule]);
  });

  afterAll(async () => {
    await http.close();
    await stage.close();
  });

  beforeEach(async () => {
    stage.clock.moveTo(AFTER);
    sessionId = await concludedSession();
  });

  let day = 0;
  async function concludedSession(): Promise<string> {
    const id = newId();
    day += 1;
    const on = `2026-06-${String(day).padStart(2, '0')}`;
    await stage.arrange(
      `INSERT INTO sessions SELECT (jsonb_populate_record(NULL::sessions, jsonb_build_object('id', $1::uuid,
         'conference_id', $2::uuid, 'body_code', 'MAIN_CONFERENCE', 'starts_on', $3::text, 'ends_on', $3::text,
         'mode', 'IN_PERSON', 'state', $4::text, 'pending_ballots', 0, 'revision', 1, 'audience', array(SELECT generate_series(0, 202))))).*`,
      [id, stage.conferenceId, on, 'CONCLUDED'],
    );
    await stage.arrange(
      `INSERT INTO session_bodies (session_id, body_code, position, days, audience)
       SELECT id, body_code, 1, 'empty', audience FROM sessions WHERE id = $1`,
      [id],
    );
    return id;
  }

  const stateOfSession = async (id: string): Promise<string | undefined> =>
    (await stage.arrange<{ state: string }>('SELECT state FROM sessions WHERE id = $1', [id]))[0]?.state;

  const given = (answer: MinutesAnswer): StoredMinutes => {
    if (!answer.ok) throw new Error(codesOf(answer).join());
    return answer.minutes;
  };

  const draft = (mail = 'geschaeftsstelle') => transition.draft(stage.person(mail), sessionId);

  const act = (
    mail: string,
    action: Parameters<MinutesTransitionHandler['execute']>[1]['action'],
    { id, revision }: StoredMinutes,
    input: object = {},
    notes: ReadonlyMap<string, string | null> = new Map(),
  ) =>
    transition.execute(stage.person(mail), {
      minutesId: id,
      ...(action === 'objectToMinutes' ? {} : { expectedRevision: revision }),
      action,
      input,
      notes,
    });

  const circulated = async (): Promise<StoredMinutes> =>
    given(await act('geschaeftsstelle', 'circulateMinutes', given(await draft()), { objectionsUntil: UNTIL }));

  const object = (party: string, minutes: StoredMinutes, more: object = {}) =>
    act(`koordination.${party.toLowerCase()}`, 'objectToMinutes', minutes, {
      party,
      text: 'Bitte berichtigen.',
      version: minutes.version,
      ...more,
    });

  const seenBy = (mail: string, id: string): Promise<StoredMinutes | undefined> =>
    stage.database.read(stage.person(mail), async (tx) => (await records.minutesByIds(tx, [id])).get(id));

  const titlesFor = async (mail: string, minutes: StoredMinutes): Promise<readonly (string | null)[]> => {
    const query = new PrintedMinutesQuery(
      stage.database,
      records,
      new Conferences(),
      new SessionReports(stage.database),
      new Sessions(),
    );
    const document = await query.execute(stage.person(mail), minutes.id, null);
    return document?.items.map(({ entry }) => entry?.title ?? null) ?? [];
  };

  it('have a deadline from their circulation on, which another version may extend', async () => {
    const drafted = given(await draft());
    const deadline = async (): Promise<unknown> =>
      (
        await stage.arrange(
          'SELECT state, kind, addressee, due_at AS at, 202 = ANY (audience) AS "forAll" FROM deadlines WHERE subject_id = $1',
          [drafted.id],
        )
      )[0];
    expect(await deadline()).toBeUndefined();
    const sent = given(await act('geschaeftsstelle', 'circulateMinutes', drafted, { objectionsUntil: UNTIL }));
    const open = { state: 'OPEN', kind: 'MINUTES_OBJECTION', addressee: 'MAIN_CONFERENCE', at: UNTIL, forAll: true };
    expect(await deadline()).toEqual(open);
    const more = { reason: 'Schreibfehler', objectionsUntil: new Date('2026-12-28T22:59:59Z') };
    const revised = given(await act('geschaeftsstelle', 'reviseMinutes', sent, more));
    expect(await deadline()).toEqual({ ...open, at: more.objectionsUntil });
    await stage.arrange(`UPDATE deadlines SET state = 'PASSED' WHERE subject_id = $1`, [drafted.id]);
    stage.clock.moveTo(more.objectionsUntil);
    given(await act('vorsitz.hh', 'agreeMinutes', revised));
    expect(await deadline()).toMatchObject({ state: 'PASSED' });
  });

  it('are written by the secretariat once the session is over, once', async () => {
    for (const mail of ['koordination.he', 'vorsitz.hh', 'fachreferat.he', 'gast.bka']) {
      const codes = codesOf(await draft(mail));
      expect(codes).toEqual([mail === 'gast.bka' ? 'NOT_FOUND' : 'NOT_ENTITLED']);
    }
    expect(codesOf(await draft('technik'))).toEqual(['NOT_FOUND']);
    const answers = await Promise.all([draft(), draft()]);
    expect(answers.flatMap(codesOf)).toEqual(['ALREADY_DRAFTED']);
  });

  it('are seen by the secretariat and the chair until they are circulated, and never by guests', async () => {
    const minutes = given(await draft());
    for (const mail of ['koordination.he', 'vorsitz.ak5', 'technik']) {
      expect(await seenBy(mail, minutes.id)).toBeUndefined();
    }
    expect(await seenBy('vorsitz.hh', minutes.id)).toBeDefined();
    given(await act('geschaeftsstelle', 'circulateMinutes', minutes, { objectionsUntil: UNTIL }));
    for (const mail of ['koordination.he', 'vorsitz.ak5', 'leser.he']) {
      expect(await seenBy(mail, minutes.id)).toBeDefined();
    }
    for (const mail of ['technik', 'gast.bka', 'gast.ak5']) expect(await seenBy(mail, minutes.id)).toBeUndefined();
  });

  it('hold a restricted item for those alone who see its topic; for all others it lies apart', async () => {
    const minutes = await circulated();
    expect(await titlesFor('geschaeftsstelle', minutes)).toEqual(['Warnung der Bevölkerung', 'Schutz']);
    expect(await titlesFor('koordination.by', minutes)).toEqual(['Warnung der Bevölkerung', 'Schutz']);
    expect(await titlesFor('koordination.nw', minutes)).toEqual(['Warnung der Bevölkerung', null]);
    expect(await titlesFor('technik', minutes)).toEqual([]);
    const read = async (mail: string): Promise<string> => {
      const response = await http.get(mail, `/documents/minutes/${minutes.id}.pdf`);
      return (await readPdf(new Uint8Array(await response.arrayBuffer()))).pages.join('\n');
    };
    expect(await read('koordination.by')).toContain('Schutz');
    const without = await read('koordination.nw');
    expect(without).toMatch(/TOP V \d{4}\nGesondert\nLiegt gesondert vor\./);
    expect(without).not.toContain('Schutz');
    expect((await http.get('technik', `/documents/minutes/${minutes.id}.pdf`)).status).toBe(404);
    expect((await http.get('koordination.by', `/documents/minutes/${minutes.id}.pdf?fassung=2`)).status).toBe(404);
    expect((await http.get('koordination.by', `/documents/minutes/${minutes.id}.pdf?fassung=x`)).status).toBe(404);
  });

  it('follow a topic that more parties join', async () => {
    const minutes = await circulated();
    const before = await stage.arrange<{ audience: number[] }>('SELECT audience FROM topics WHERE id = $1', [
      restricted.id,
    ]);
    await stage.arrange(`UPDATE topics SET audience = audience || 10 WHERE id = $1`, [restricted.id]);
    expect(await titlesFor('koordination.nw', minutes)).toEqual(['Warnung der Bevölkerung', 'Schutz']);
    await stage.arrange('UPDATE topics SET audience = $2 WHERE id = $1', [restricted.id, before[0]?.audience]);
    expect(await titlesFor('koordination.nw', minutes)).toEqual(['Warnung der Bevölkerung', null]);
  });

  it('take objections from every party until the period is over', async () => {
    const minutes = await circulated();
    const answers = await Promise.all([object('HE', minutes), object('BUND', minutes), object('BY', minutes)]);
    expect(answers.flatMap(codesOf)).toEqual([]);
    expect((await seenBy('leser.he', minutes.id))?.objections).toHaveLength(3);
    stage.clock.moveTo(UNTIL);
    expect(codesOf(await object('HE', minutes))).toEqual(['DEADLINE_PASSED']);
    expect(codesOf(await act('technik', 'objectToMinutes', minutes, { party: 'HE' }))).toEqual(['NOT_FOUND']);
  });

  it('show an objection to a restricted item to those alone who read the item', async () => {
    const minutes = await circulated();
    const [item] = await stage.arrange<{ id: string }>('SELECT id FROM agenda_items WHERE topic_id = $1', [
      restricted.id,
    ]);
    expect(codesOf(await object('NW', minutes, { agendaItemId: item?.id }))).toEqual(['UNKNOWN_ITEM']);
    given(await object('BY', minutes, { agendaItemId: item?.id }));
    expect((await seenBy('koordination.by', minutes.id))?.objections).toHaveLength(1);
    expect((await seenBy('koordination.nw', minutes.id))?.objections).toEqual([]);
  });

  it('answer objections by a new version and keep the old one', async () => {
    const minutes = await circulated();
    const contested = given(await object('HE', minutes));
    const [item] = await stage.arrange<{ id: string }>('SELECT id FROM agenda_items WHERE topic_id = $1', [open.id]);
    const input = { resolves: contested.objections.map(({ id }) => id), reason: 'Vermerk ergänzt.' };
    const notes = new Map([[item?.id ?? '', 'Hessen berichtet.']]);
    const revised = given(await act('geschaeftsstelle', 'reviseMinutes', contested, input, notes));
    expect(revised).toMatchObject({ version: 2, objections: [{ state: 'RESOLVED', answer: 'Vermerk ergänzt.' }] });
    const query = new PrintedMinutesQuery(
      stage.database,
      records,
      new Conferences(),
      new SessionReports(stage.database),
      new Sessions(),
    );
    const noteIn = async (version: number) =>
      (await query.execute(stage.person('koordination.he'), minutes.id, version))?.items[0]?.entry?.note;
    expect([await noteIn(1), await noteIn(2)]).toEqual([null, 'Hessen berichtet.']);
    expect(codesOf(await object('HE', minutes))).toEqual(['VERSION_MISMATCH']);
  });

  it('are found agreed by the system after the period, unless an objection stands', async () => {
    const house = await sweeping(stage, [DecisionsModule]);
    const quiet = await circulated();
    sessionId = await concludedSession();
    const contested = given(await object('HE', await circulated()));
    await house.sweep();
    expect(await seenBy('leser.he', quiet.id)).toMatchObject({ state: 'CIRCULATED' });
    stage.clock.moveTo(UNTIL);
    await house.sweep();
    await house.sweep();
    expect(await seenBy('leser.he', quiet.id)).toMatchObject({ state: 'AGREED', agreedAt: UNTIL });
    expect(await stateOfSession(quiet.sessionId)).toBe('MINUTES_AGREED');
    expect(await stateOfSession(contested.sessionId)).toBe('MINUTES_DRAFT');
    expect(await seenBy('leser.he', contested.id)).toMatchObject({ state: 'CIRCULATED' });
    const rejected = { objectionId: contested.objections[0]?.id, reason: 'So war es.' };
    expect(codesOf(await act('geschaeftsstelle', 'rejectMinutesObjection', contested, rejected))).toEqual([
      'NOT_ENTITLED',
    ]);
    given(await act('vorsitz.hh', 'rejectMinutesObjection', contested, rejected));
    const answered = { event: 'minutes.objectionRejected', recordId: contested.id } as OutboxMessage;
    const job = house.part(AgreeMinutesWhenAnsweredJob);
    for (let turn = 0; turn < 2; turn += 1) await stage.database.write(SYSTEM, (tx) => job.run(tx, answered));
    expect(await seenBy('leser.he', contested.id)).toMatchObject({ state: 'AGREED', agreedAt: UNTIL });
    await house.close();
  });

  it('are agreed once when asked twice at once, and kept as agreed whoever tries', async () => {
    const minutes = await circulated();
    stage.clock.moveTo(UNTIL);
    const answers = await Promise.all([
      act('vorsitz.hh', 'agreeMinutes', minutes),
      act('vorsitz.hh', 'agreeMinutes', minutes),
    ]);
    expect(answers.flatMap(codesOf)).toEqual(['CHANGED_MEANWHILE']);
    for (const tampering of [
      `UPDATE minutes SET state = 'CIRCULATED', agreed_at = NULL WHERE id = $1`,
      'DELETE FROM minutes WHERE id = $1',
      `UPDATE minutes_versions SET explanation = 'x' WHERE minutes_id = $1`,
      'DELETE FROM minutes_versions WHERE minutes_id = $1',
      `UPDATE minutes_entries SET content = '{}' WHERE version_id IN (SELECT id FROM minutes_versions WHERE minutes_id = $1)`,
    ]) {
      await expect(stage.arrange(tampering, [minutes.id])).rejects.toThrow('cannot be changed');
    }
  });

  it('are not begun while the session lasts', async () => {
    stage.clock.moveTo(DURING);
    await stage.arrange('UPDATE sessions SET state = $2 WHERE id = $1', [sessionId, 'IN_PROGRESS']);
    expect(codesOf(await draft())).toEqual(['SESSION_NOT_OVER']);
  });
});
