import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Agendas, AgendaTransitionHandler, CompileAgendaHandler, SessionReports } from '#agendas';
import { Conferences, Sessions, SessionTransitionHandler } from '#conferences';
import type { BodyCode } from '#glossary';
import { aBallotStage, type BallotStage } from '#testing/agendas';
import { readPdf } from '#testing/pdf';
import { TopicRepository, TopicTransitionHandler, type Topic } from '#topics';
import { renderMinutesPdf } from '../../documents/minutes-document.js';
import { MinutesTransitionHandler, type MinutesAnswer } from '../../minutes-transition.handler.js';
import { MinutesSessions } from '../../minutes-sessions.js';
import { MinutesSources } from '../../persistence/minutes-sources.js';
import { MinutesRecords, type StoredMinutes } from '../../persistence/minutes.repository.js';
import { Statements } from '../../persistence/statement.repository.js';
import { PrintedMinutesQuery } from '../print-minutes/printed-minutes.query.js';

const codesOf = (answer: MinutesAnswer): readonly string[] =>
  answer.ok ? [] : answer.refusals.map(({ code }) => code);

const UNTIL = new Date('2026-12-20T22:59:59Z');

describe('The minutes of a body that votes on nothing', () => {
  const records = new MinutesRecords();
  const conferences = new Conferences();
  const sessions = new Sessions();
  let stage: BallotStage;
  let topics: TopicTransitionHandler;
  let minutes: MinutesTransitionHandler;
  let agendas: AgendaTransitionHandler;
  let compile: CompileAgendaHandler;

  beforeAll(async () => {
    stage = await aBallotStage();
    const { database, clock } = stage;
    const stored = new Agendas();
    topics = new TopicTransitionHandler(database, new TopicRepository(), conferences, clock);
    agendas = new AgendaTransitionHandler(database, stored, clock);
    compile = new CompileAgendaHandler(database, conferences, stored, agendas, sessions);
    const sources = new MinutesSources(new TopicRepository(), stored, new Statements());
    const transition = new SessionTransitionHandler(database, sessions, conferences, clock);
    minutes = new MinutesTransitionHandler(
      database,
      records,
      sources,
      new MinutesSessions(sessions, transition),
      clock,
    );
  });

  afterAll(async () => {
    await stage.close();
  });

  const given = (answer: MinutesAnswer): StoredMinutes => {
    if (!answer.ok) throw new Error(codesOf(answer).join());
    return answer.minutes;
  };

  /** A concluded session of the body with its circulated agenda; `deal` is what happened in it. */
  async function sessionOf(body: BodyCode, who: string, deal: () => Promise<void>): Promise<string> {
    const sessionId = await stage.planSession(body);
    const actor = stage.person(who);
    const compiled = await compile.executeForSession(actor, sessionId);
    if (!compiled.ok) throw new Error('The agenda could not be compiled');
    const { id: agendaId, revision: expectedRevision } = compiled.agenda;
    await agendas.execute(actor, { agendaId, expectedRevision, action: 'circulateAgenda' });
    await deal();
    await stage.arrange(`UPDATE sessions SET state = 'CONCLUDED' WHERE id = $1`, [sessionId]);
    return sessionId;
  }

  async function topicAct(
    mail: string,
    topic: Topic,
    action: Parameters<TopicTransitionHandler['execute']>[1]['action'],
    input: object,
  ): Promise<void> {
    const asked = { topicId: topic.id, expectedRevision: topic.revision, action, input };
    const answer = await topics.execute(stage.person(mail), asked);
    if (!answer.ok) throw new Error(answer.refusals.map(({ code }) => code).join());
  }

  const inCommittee = (title: string) => stage.placeTopic({ state: 'IN_COMMITTEE', title });

  async function ofCommittee(): Promise<string> {
    const recommended = await inCommittee('Warnung der Bevölkerung');
    const concluded = await inCommittee('Fortbildung');
    await inCommittee('Sirenen');
    return sessionOf('AK5', 'geschaeftsfuehrung.ak5', async () => {
      stage.clock.moveTo(new Date('2026-11-10T10:00:00Z'));
      await topicAct('vorsitz.ak5', recommended, 'forwardTopicToPreConference', {
        recommendation: 'AGREED',
        note: 'Die Kosten sind geklärt.',
      });
      await topicAct('vorsitz.ak5', concluded, 'concludeTopicInCommittee', { reason: 'Erledigt.' });
    });
  }

  const entriesOf = (mail: string, { id }: StoredMinutes) =>
    stage.database.read(stage.person(mail), async (tx) => {
      const [version] = (await records.versionsByMinutes(tx, [id])).get(id) ?? [];
      const entries = (await records.entriesByVersions(tx, [version?.id ?? ''])).get(version?.id ?? '');
      return [...(entries?.values() ?? [])];
    });

  it('say of each item what the committee recommended or concluded, in which words, and of no vote', async () => {
    const drafted = given(await minutes.draft(stage.person('geschaeftsfuehrung.ak5'), await ofCommittee()));
    const entries = await entriesOf('vorsitz.ak5', drafted);
    expect(entries.map(({ title, conclusion }) => [title, conclusion?.ending ?? null]).sort()).toEqual([
      ['Fortbildung', 'Im Arbeitskreis abschließend behandelt'],
      ['Sirenen', null],
      ['Warnung der Bevölkerung', 'Empfehlung: Einvernehmlich empfohlen'],
    ]);
    const recommended = entries.find(({ title }) => title === 'Warnung der Bevölkerung');
    expect(recommended).toMatchObject({
      outcome: null,
      vote: null,
      resolution: null,
      conclusion: {
        remark: 'Die Kosten sind geklärt.',
        clauses: [{ text: 'Die IMK nimmt den Bericht zur Kenntnis.' }],
      },
    });
  });

  it('are written, answered for and agreed by the officers of the committee, never by the chair of the conference', async () => {
    const sessionId = await ofCommittee();
    for (const mail of ['vorsitz.ak2', 'koordination.he', 'vorsitz.hh', 'mitglied.ak5']) {
      expect([mail, codesOf(await minutes.draft(stage.person(mail), sessionId))]).toEqual([mail, ['NOT_ENTITLED']]);
    }
    const drafted = given(await minutes.draft(stage.person('geschaeftsfuehrung.ak5'), sessionId));
    const act = (mail: string, action: Parameters<typeof minutes.execute>[1]['action'], input: object = {}) =>
      minutes.execute(stage.person(mail), { minutesId: drafted.id, action, input });
    expect(codesOf(await act('vorsitz.hh', 'circulateMinutes', { objectionsUntil: UNTIL }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await act('mitglied.ak5', 'circulateMinutes', { objectionsUntil: UNTIL }))).toEqual(['NOT_FOUND']);
    given(await act('vorsitz.ak5', 'circulateMinutes', { objectionsUntil: UNTIL }));
    const objection = { party: 'HE', text: 'Bitte berichtigen.', version: 1 };
    const contested = given(await act('koordination.he', 'objectToMinutes', objection));
    const rejection = { objectionId: contested.objections[0]?.id, reason: 'So war es.' };
    expect(codesOf(await act('vorsitz.hh', 'rejectMinutesObjection', rejection))).toEqual(['NOT_ENTITLED']);
    expect(codesOf(await act('vorsitz.ak2', 'rejectMinutesObjection', rejection))).toEqual(['NOT_FOUND']);
    given(await act('vorsitz.ak5', 'rejectMinutesObjection', rejection));
    stage.clock.moveTo(UNTIL);
    expect(codesOf(await act('vorsitz.hh', 'agreeMinutes'))).toEqual(['NOT_ENTITLED']);
    expect(given(await act('vorsitz.ak5', 'agreeMinutes')).state).toBe('AGREED');
    const [session] = await stage.arrange<{ state: string }>('SELECT state FROM sessions WHERE id = $1', [sessionId]);
    expect(session?.state).toBe('MINUTES_AGREED');
    stage.clock.moveTo(new Date('2026-11-10T09:00:00Z'));
  });

  it('say of the pre-conference what it passed on, and are printed under its name', async () => {
    const passed = await stage.placeTopic({ state: 'IN_PRE_CONFERENCE', title: 'Melderecht' });
    const sessionId = await sessionOf('PRE_CONFERENCE', 'geschaeftsstelle', async () => {
      stage.clock.moveTo(new Date('2026-11-10T10:00:00Z'));
      await topicAct('vorsitz.hh', passed, 'forwardTopicToMainConference', { recommendation: 'OPEN' });
    });
    const drafted = given(await minutes.draft(stage.person('geschaeftsstelle'), sessionId));
    const query = new PrintedMinutesQuery(
      stage.database,
      records,
      conferences,
      new SessionReports(stage.database),
      sessions,
    );
    const document = await query.execute(stage.person('vorsitz.hh'), drafted.id, null);
    if (document === null) throw new Error('The chair sees no minutes');
    const text = (await readPdf(await renderMinutesPdf(document))).pages.join('\n');
    expect(text).toMatch(/Sitzung der Vorkonferenz/);
    expect(text).toMatch(/Melderecht[\s\S]*Empfehlung: /);
    expect(text).not.toMatch(/Beschlussniederschrift/);
  });
});
