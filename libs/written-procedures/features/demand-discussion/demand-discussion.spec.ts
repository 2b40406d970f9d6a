import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CompileAgendaHandler, SessionReports } from '#agendas';
import { landCodes } from '#glossary';
import { SYSTEM } from '#organisation';
import { newId } from '#platform/database';
import { aWrittenStage, type WrittenStage } from '#testing/written-procedures';
import { ChangeTextOfWrittenProcedureHandler } from '../change-text-of-written-procedure/change-text-of-written-procedure.handler.js';
import { EndWrittenProcedureEarlyHandler } from '../end-written-procedure-early/end-written-procedure-early.handler.js';
import { ProceduresToReportQuery } from '../report-written-procedure/procedures-to-report.query.js';
import { ReportWrittenProcedureHandler } from '../report-written-procedure/report-written-procedure.handler.js';
import { ReportWrittenProceduresOfSessionJob } from '../report-written-procedure/report-written-procedures-of-session.job.js';
import { WithdrawWrittenProcedureHandler } from '../withdraw-written-procedure/withdraw-written-procedure.handler.js';
import { WrittenProcedureDeadline } from '../../written-procedure-deadline.js';
import { DemandDiscussionHandler } from './demand-discussion.handler.js';

type Running = Awaited<ReturnType<WrittenStage['placeRunning']>>;
type Answer = Awaited<ReturnType<WrittenStage['give']>>;

const codesOf = (answer: Answer): readonly string[] => (answer.ok ? [] : answer.refusals.map(({ code }) => code));
let stage: WrittenStage;

beforeAll(async () => {
  stage = await aWrittenStage();
});
afterAll(() => stage.close());

const topicOf = async ({ topicId }: Running) => {
  const [row] = await stage.arrange<{ state: string; conference: string; ballot: string | null }>(
    'SELECT state, conference_id AS conference, open_ballot_id AS ballot FROM topics WHERE id = $1',
    [topicId],
  );
  return row;
};

describe('The demand for a discussion', () => {
  const demand = (procedure: Running, mail: string, party?: string): Promise<Answer> =>
    stage.part(DemandDiscussionHandler).execute(stage.person(mail), {
      procedureId: procedure.id,
      reason: 'Der Text ist strittig.',
      ...(party === undefined ? {} : { party }),
    });

  it('of any Land ends the vote and brings the topic before the next conference', async () => {
    const running = await stage.placeRunning();
    await stage.give(running, 'HE', 'YES');
    expect(codesOf(await demand(running, 'koordination.by', 'BY'))).toEqual([]);
    expect(await stage.reread(running)).toMatchObject({ state: 'MOVED_TO_SESSION' });
    expect(await topicOf(running)).toEqual({
      state: 'IN_MAIN_CONFERENCE',
      conference: stage.conferenceId,
      ballot: null,
    });
    expect(codesOf(await stage.give(running, 'HE', 'YES'))).toEqual(['NOT_POSSIBLE_IN_STATE']);
  });

  it.each([
    ['ANY_LAND', 'koordination.bund', 'BUND', ['NOT_ENTITLED']],
    ['ANY_PARTY', 'koordination.bund', 'BUND', []],
    ['CHAIR', 'koordination.by', 'BY', ['NOT_ENTITLED']],
    ['CHAIR', 'vorsitz.hh', undefined, []],
  ] as const)('follows the profile: under %s %s, for %s, gets %j', async (rule, mail, party, codes) => {
    await stage.arrange('UPDATE conference_profiles SET may_demand_discussion = $1', [rule]);
    const running = await stage.placeRunning();
    await stage.arrange(`UPDATE conference_profiles SET may_demand_discussion = 'ANY_LAND'`);
    expect(codesOf(await demand(running, mail, party))).toEqual(codes);
  });

  it.each([
    ['a Land in the name of another', 'koordination.by', 'HE'],
    ['an expert', 'fachreferat.he', 'HE'],
    ['the secretariat', 'geschaeftsstelle', undefined],
  ])('is refused to %s, and the vote goes on', async (_who, mail, party) => {
    const running = await stage.placeRunning();
    expect(codesOf(await demand(running, mail, party))).toEqual(['NOT_ENTITLED']);
    expect((await stage.reread(running)).state).toBe('RUNNING');
  });

  it('comes too late at the deadline', async () => {
    const running = await stage.placeRunning();
    stage.clock.moveTo(running.closesAt ?? new Date(0));
    expect(codesOf(await demand(running, 'koordination.by', 'BY'))).toEqual(['DEADLINE_PASSED']);
    expect((await stage.reread(running)).state).toBe('FAILED');
    stage.clock.moveTo(new Date('2026-11-10T09:00:00Z'));
  });

  it('leads to an item on the agenda of that conference when it is compiled again', async () => {
    const running = await stage.placeRunning();
    expect(codesOf(await demand(running, 'koordination.by', 'BY'))).toEqual([]);
    const secretariat = stage.person('geschaeftsstelle');
    const compiled = await stage.part(CompileAgendaHandler).execute(secretariat, stage.conferenceId);
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.refusals));
    const [item] = compiled.agenda.items.filter(({ topicId }) => topicId === running.topicId);
    expect(item).toMatchObject({ state: 'PLACED' });
  });

  it('made twice at once is granted once', async () => {
    const running = await stage.placeRunning();
    const answers = await Promise.all([
      demand(running, 'koordination.by', 'BY'),
      demand(running, 'koordination.he', 'HE'),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('A change of the text', () => {
  const change = (procedure: Running, text: string, mail = 'vorsitz.hh'): Promise<Answer> =>
    stage.part(ChangeTextOfWrittenProcedureHandler).execute(stage.person(mail), {
      procedureId: procedure.id,
      expectedRevision: procedure.revision,
      expectedVersion: 1,
      clauses: [{ text }],
      reason: 'Redaktionelle Klarstellung',
    });

  it('asks everybody again, whoever has voted on the earlier text too', async () => {
    const running = await stage.placeRunning();
    const { openDuties } = stage.part(WrittenProcedureDeadline);
    const asked = async () => {
      const rows = await stage.arrange<{ party: string }>(
        `WITH asked AS (SELECT * FROM deadlines WHERE subject_id = $1)
         SELECT party FROM (${openDuties}) AS duties ORDER BY party`,
        [running.id],
      );
      return rows.map(({ party }) => party);
    };
    const everybody = landCodes.toSorted();
    expect(await asked()).toEqual(everybody);
    await stage.give(running, 'HE', 'YES');
    expect(await asked()).toEqual(everybody.filter((land) => land !== 'HE'));
    expect((await change(running, 'Die IMK begrüßt den Bericht.')).ok).toBe(true);
    expect(await asked()).toEqual(everybody);
  });

  it('is another round with another ballot; earlier votes are kept and do not count', async () => {
    const running = await stage.placeRunning({ silenceRule: 'SILENCE_IS_ABSTENTION' });
    await stage.give(running, 'HE', 'YES');
    const askedAgain = new Date('2026-11-10T10:00:00Z');
    stage.clock.moveTo(askedAgain);
    const answer = await change(running, 'Die IMK begrüßt den Bericht.');
    if (!answer.ok) throw new Error(codesOf(answer).join());
    const deadline = 'SELECT opens_at AS at FROM deadlines WHERE subject_id = $1';
    expect(await stage.arrange(deadline, [running.id])).toEqual([{ at: askedAgain }]);
    expect(answer.procedure).toMatchObject({ state: 'RUNNING', round: 2, number: running.number });
    expect(answer.procedure.textHash).not.toBe(running.textHash);
    expect(codesOf(await stage.give(running, 'HE', 'YES'))).toEqual(['TEXT_HASH_MISMATCH']);
    const ballots = await stage.arrange<{ state: string; votes: number }>(
      `SELECT state, (SELECT count(*)::int FROM votes WHERE ballot_id = ballots.id) AS votes FROM ballots
       WHERE written_procedure_id = $1 ORDER BY id`,
      [running.id],
    );
    expect(ballots).toEqual([
      { state: 'CLOSED', votes: 1 },
      { state: 'OPEN', votes: 0 },
    ]);
    stage.clock.moveTo(answer.procedure.closesAt ?? new Date(0));
    await stage.sweep();
    expect((await stage.reread(running)).state).toBe('FAILED');
    stage.clock.moveTo(new Date('2026-11-10T09:00:00Z'));
  });

  it('made twice at once is one new round', async () => {
    const running = await stage.placeRunning();
    const answers = await Promise.all([
      change(running, 'Die IMK begrüßt den Bericht.'),
      change(running, 'Die IMK lehnt den Bericht ab.'),
    ]);
    expect(answers.flatMap(codesOf)).toEqual(['CHANGED_MEANWHILE']);
    expect((await stage.reread(running)).round).toBe(2);
  });

  it('is refused to others, and for the same text', async () => {
    const running = await stage.placeRunning();
    expect(codesOf(await change(running, 'Anders.', 'geschaeftsstelle'))).toEqual(['NOT_ENTITLED']);
    expect(codesOf(await change(running, 'Die IMK nimmt den Bericht zur Kenntnis.'))).toEqual(['TEXT_UNCHANGED']);
    expect(await stage.reread(running)).toMatchObject({ round: 1, textHash: running.textHash });
  });
});

describe('Giving up, ending early and reporting', () => {
  beforeEach(() => {
    stage.clock.moveTo(new Date('2026-11-10T09:00:00Z'));
  });

  const named = ({ id, revision }: Running) => ({ procedureId: id, expectedRevision: revision });

  it.each([
    ['koordination.he', []],
    ['vorsitz.hh', []],
    ['koordination.by', ['NOT_ENTITLED']],
    ['geschaeftsstelle', ['NOT_ENTITLED']],
  ])('is withdrawn by the registrant and the chair: %s gets %j', async (mail, codes) => {
    const running = await stage.placeRunning();
    const answer = await stage
      .part(WithdrawWrittenProcedureHandler)
      .execute(stage.person(mail), { ...named(running), reason: 'Erledigt' });
    expect(codesOf(answer)).toEqual(codes);
    expect(await topicOf(running)).toMatchObject(
      codes.length === 0 ? { state: 'IN_MAIN_CONFERENCE', ballot: null } : { state: 'IN_WRITTEN_PROCEDURE' },
    );
  });

  it('ends early only when all 16 have voted, and then by the rule at once', async () => {
    const running = await stage.placeRunning();
    const end = () => stage.part(EndWrittenProcedureEarlyHandler).execute(stage.person('vorsitz.hh'), named(running));
    for (const land of landCodes.slice(1)) await stage.give(running, land, 'YES');
    expect(codesOf(await end())).toEqual(['VOTES_MISSING']);
    await stage.give(running, 'BW', 'YES');
    const ends = await Promise.all([end(), end()]);
    expect(ends.filter(({ ok }) => ok)).toMatchObject([
      { procedure: { state: 'ADOPTED', endedAt: stage.clock.now() } },
    ]);
    expect(codesOf(await stage.give(running, 'BW', 'NO'))).toEqual(['NOT_POSSIBLE_IN_STATE']);
  });

  it('is to be reported in the next conference, once', async () => {
    const running = await stage.placeRunning({ silenceRule: 'SILENCE_IS_CONSENT' });
    const listed = async () =>
      (await stage.part(ProceduresToReportQuery).execute(stage.person('koordination.th'), stage.conferenceId)).some(
        ({ id }) => id === running.id,
      );
    expect(await listed()).toBe(false);
    stage.clock.moveTo(running.closesAt ?? new Date(0));
    await stage.sweep();
    expect(await listed()).toBe(true);
    const ended = await stage.reread(running);
    const report = () =>
      stage
        .part(ReportWrittenProcedureHandler)
        .execute(stage.person('geschaeftsstelle'), { ...named(ended), conferenceId: stage.conferenceId });
    expect(await report()).toMatchObject({ ok: true, procedure: { reportedConferenceId: stage.conferenceId } });
    expect(codesOf(await report())).toEqual(['CHANGED_MEANWHILE']);
    expect(await listed()).toBe(true);
  });

  /** Closed by silence at its deadline. */
  const placeEnded = async (): Promise<Running> => {
    const running = await stage.placeRunning({ silenceRule: 'SILENCE_IS_CONSENT' });
    stage.clock.moveTo(running.closesAt ?? new Date(0));
    await stage.sweep();
    return stage.reread(running);
  };

  const isToldIn = async (conferenceId: string, { id }: Running): Promise<boolean> =>
    (await stage.part(ProceduresToReportQuery).execute(stage.person('koordination.th'), conferenceId)).some(
      (told) => told.id === id,
    );

  it('stands on the report to the next conference and to none after it, unless the next one is cancelled', async () => {
    const later = newId();
    await stage.arrange(
      `INSERT INTO conferences SELECT (jsonb_populate_record(conference, jsonb_build_object('id', $1::uuid, 'number', 225,
         'season', 'SPRING', 'year', 2027, 'starts_on', '2027-06-09', 'ends_on', '2027-06-11'))).*
       FROM conferences AS conference WHERE id = $2`,
      [later, stage.conferenceId],
    );
    const ended = await placeEnded();
    expect([await isToldIn(stage.conferenceId, ended), await isToldIn(later, ended)]).toEqual([true, false]);
    await stage.arrange(`UPDATE conferences SET state = 'CANCELLED' WHERE id = $1`, [stage.conferenceId]);
    expect([await isToldIn(stage.conferenceId, ended), await isToldIn(later, ended)]).toEqual([false, true]);
    await stage.arrange(`UPDATE conferences SET state = 'PLANNED' WHERE id = $1`, [stage.conferenceId]);
    stage.clock.moveTo(new Date('2026-12-07T09:00:00Z'));
    expect(await isToldIn(later, ended)).toBe(true);
  });

  it('is told by itself when the session is concluded, and what ends afterwards is left to the next', async () => {
    const ended = await placeEnded();
    const session = await stage.planSession('MAIN_CONFERENCE');
    const committee = await stage.planSession('AK2');
    const conclude = async (id: string): Promise<void> => {
      await stage.arrange(`UPDATE sessions SET state = 'CONCLUDED' WHERE id = $1`, [id]);
      const occurredAt = stage.clock.now();
      const message = { id: newId(), event: 'session.concluded', recordKind: 'session', recordId: id, data: {} };
      const job = stage.part(ReportWrittenProceduresOfSessionJob);
      await stage.database.write(SYSTEM, (tx) =>
        job.run(tx, { ...message, occurredAt, actorPersonId: null, requestId: null }),
      );
    };
    await conclude(committee);
    expect((await stage.reread(ended)).reportedConferenceId).toBeNull();
    await conclude(session);
    await conclude(session);
    expect((await stage.reread(ended)).reportedConferenceId).toBe(stage.conferenceId);
    expect(await isToldIn(stage.conferenceId, ended)).toBe(true);
    expect(
      await stage.arrange(`SELECT capacity FROM history WHERE record_id = $1 AND event = 'writtenProcedure.reported'`, [
        ended.id,
      ]),
    ).toEqual([{ capacity: 'SYSTEM' }]);
    expect(await isToldIn(stage.conferenceId, await placeEnded())).toBe(false);
  });

  it('is printed with agenda and minutes: how it ended, when, and as which resolution', async () => {
    const reports = await stage.part(SessionReports).read(stage.person('koordination.th'), stage.conferenceId);
    expect(reports.map(({ heading }) => heading)).toEqual(['Bericht: Umlaufverfahren']);
    const adopted = reports[0]?.entries.filter(({ facts }) => facts.length === 3) ?? [];
    expect(adopted[0]?.facts).toEqual([
      expect.stringMatching(/^Umlaufverfahren \d+\/2026$/),
      expect.stringMatching(/^Beschlossen am \d+\. November 2026$/),
      expect.stringMatching(/^Umlaufbeschluss \d+\/2026$/),
    ]);
    expect(await stage.part(SessionReports).read(stage.person('technik'), stage.conferenceId)).toEqual([]);
  });
});
