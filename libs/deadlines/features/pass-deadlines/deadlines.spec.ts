import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/database';
import { aConferenceStage, type ConferenceStage } from '#testing';
import { listening, sweeping, type ListeningStage, type SweepingStage } from '#testing/agendas';
import { deadlineEntities, DeadlinesModule } from '../../index.js';

let stage: ConferenceStage;
let server: ListeningStage;
let house: SweepingStage;
const BEFORE = new Date('2026-06-01T09:00:00Z');

beforeAll(async () => {
  stage = await aConferenceStage(deadlineEntities);
  server = await listening(stage, [DeadlinesModule]);
  house = await sweeping(stage);
  stage.clock.moveTo(BEFORE);
  // As if it had been planned in time, whenever this runs.
  await stage.arrange(`UPDATE deadlines SET set_at = '2026-01-10T09:00:00Z', state = 'OPEN'`);
});

afterAll(async () => {
  await server?.close();
  await house?.close();
  await stage?.close();
});

const sweep = (): Promise<void> => house.sweep();

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly dueAt: string;
  readonly revision: number;
  readonly basisLabel: string;
}

const FIELDS = `id kind state dueAt revision basisLabel`;

async function timeline(mail: string, conferenceId: string): Promise<readonly Row[]> {
  const query = `query ($id: ID!) { deadlines(conferenceId: $id) { nodes { ${FIELDS} } } }`;
  const { data, errors } = await server.graphql(mail, query, { id: conferenceId });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data.deadlines.nodes;
}

async function move(mail: string, deadline: Row, dueAt: string, given: object = {}): Promise<unknown> {
  const input = {
    deadlineId: deadline.id,
    expectedRevision: deadline.revision,
    dueAt,
    reason: 'Die Ferien.',
    ...given,
  };
  const query = `mutation ($input: MoveDeadlineInput!) {
    moveDeadline(input: $input) { deadline { ${FIELDS} originalDueAt } refusals { code } } }`;
  const { data, errors } = await server.graphql(mail, query, { input });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  const { deadline: moved, refusals } = data.moveDeadline;
  return moved ?? refusals.map(({ code }: { code: string }) => code);
}

/** A conference of its own, with the days that follow from the profile: whoever writes one writes its deadlines. */
async function planned(startsOn: string): Promise<string> {
  const id = newId();
  await stage.arrange(
    `INSERT INTO conferences SELECT (jsonb_populate_record(conferences, jsonb_build_object('id', $2::text,
       'number', NULL, 'year', left($3, 4), 'season', 'SPRING', 'starts_on', $3, 'ends_on', $3,
       'registration_deadline', end_of_berlin_day($3::date - 98), 'committees_from', $3::date - 70,
       'committees_to', $3::date - 49, 'direct_registration_deadline', end_of_berlin_day($3::date - 42),
       'agenda_draft_deadline', end_of_berlin_day($3::date - 28), 'pre_conference_on', $3::date - 14,
       'final_papers_deadline', end_of_berlin_day($3::date - 7)))).* FROM conferences WHERE id = $1`,
    [stage.conferenceId, id, startsOn],
  );
  return id;
}

const of = (rows: readonly Row[], kind: string): Row => {
  const found = rows.find((row) => row.kind === kind);
  if (found === undefined) throw new Error(`No deadline ${kind}`);
  return found;
};

const column = async (conferenceId: string, name: string): Promise<string> => {
  const [row] = await stage.arrange<{ value: string }>(
    `SELECT to_jsonb(conferences) ->> '${name}' AS value FROM conferences WHERE id = $1`,
    [conferenceId],
  );
  return row?.value ?? '';
};

describe('The deadlines of a conference', () => {
  it('follow from the profile as rows, in the order in which they are due, at the end of a day in Berlin', async () => {
    const rows = await timeline('leser.he', await planned('2027-06-16'));
    expect(rows.map(({ kind, dueAt, basisLabel }) => [kind, dueAt, basisLabel])).toEqual([
      ['COMMITTEE_REGISTRATION', '2027-03-10T22:59:59.000Z', '14 Wochen vor der Hauptkonferenz'],
      ['COMMITTEE_SESSIONS', '2027-04-28T21:59:59.000Z', '7 Wochen vor der Hauptkonferenz'],
      ['DIRECT_REGISTRATION', '2027-05-05T21:59:59.000Z', '6 Wochen vor der Hauptkonferenz'],
      ['AGENDA_DRAFT', '2027-05-19T21:59:59.000Z', '4 Wochen vor der Hauptkonferenz'],
      ['PRE_CONFERENCE', '2027-06-02T21:59:59.000Z', '2 Wochen vor der Hauptkonferenz'],
      ['FINAL_PAPERS', '2027-06-09T21:59:59.000Z', 'Eine Woche vor der Hauptkonferenz'],
      ['RELEASE_OBJECTION', '2027-06-16T21:59:59.000Z', 'Letzter Tag der Hauptkonferenz'],
    ]);
  });

  it('reach over the turn of the year and both changes of the clock', async () => {
    const spring = await timeline('leser.he', await planned('2028-04-03'));
    expect(of(spring, 'COMMITTEE_REGISTRATION').dueAt).toBe('2027-12-27T22:59:59.000Z');
    expect(of(spring, 'FINAL_PAPERS').dueAt).toBe('2028-03-27T21:59:59.000Z');
    expect(of(spring, 'PRE_CONFERENCE').dueAt).toBe('2028-03-20T22:59:59.000Z');
  });

  it('are not shown to guests, nor to the technicians', async () => {
    expect(await timeline('gast.bka', stage.conferenceId)).toEqual([]);
    expect(await timeline('technik', stage.conferenceId)).toEqual([]);
  });

  it('come in pages', async () => {
    const query = `query ($id: ID!, $after: String) { deadlines(conferenceId: $id, first: 3, after: $after) {
      nodes { kind } pageInfo { hasNextPage endCursor } } }`;
    const kinds: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { data } = await server.graphql('leser.he', query, { id: stage.conferenceId, after });
      kinds.push(...data.deadlines.nodes.map(({ kind }: Row) => kind));
      ({ hasNextPage: more, endCursor: after } = data.deadlines.pageInfo);
    }
    expect(kinds).toEqual((await timeline('leser.he', stage.conferenceId)).map(({ kind }) => kind));
    expect(kinds).toHaveLength(7);
  });
});

describe('Moving a deadline', () => {
  it('moves the column that the acts look at, in the same transaction', async () => {
    const id = await planned('2029-06-13');
    const direct = of(await timeline('leser.he', id), 'DIRECT_REGISTRATION');
    const moved = await move('vorsitz.hh', direct, '2029-05-09T21:59:59.999Z');
    expect(moved).toMatchObject({ dueAt: '2029-05-09T21:59:59.000Z', originalDueAt: direct.dueAt, revision: 2 });
    expect(moved).toMatchObject({ basisLabel: 'Eigener Termin' });
    expect(new Date(await column(id, 'direct_registration_deadline')).toISOString()).toBe('2029-05-09T21:59:59.000Z');
    const history = await stage.arrange(
      `SELECT event, capacity, reason FROM history WHERE record_kind = 'deadline' AND record_id = $1`,
      [direct.id],
    );
    expect(history).toEqual([{ event: 'deadline.moved', capacity: 'CHAIR', reason: 'Die Ferien.' }]);
  });

  it('moves a day where only the day counts', async () => {
    const id = await planned('2030-06-12');
    const pre = of(await timeline('leser.he', id), 'PRE_CONFERENCE');
    expect(await move('vorsitz.hh', pre, '2030-06-03T08:00:00.000Z')).toMatchObject({
      dueAt: '2030-06-03T21:59:59.000Z',
    });
    expect(await column(id, 'pre_conference_on')).toBe('2030-06-03');
  });

  it('follows the conference, except what has an instant of its own', async () => {
    const id = await planned('2031-06-11');
    const agenda = of(await timeline('leser.he', id), 'AGENDA_DRAFT');
    await move('vorsitz.hh', agenda, '2031-05-16T21:59:59.000Z');
    await stage.arrange(`UPDATE conference_profiles SET final_papers_weeks = 2`);
    await stage.arrange(
      `UPDATE conferences SET starts_on = '2031-06-18', ends_on = '2031-06-18', final_papers_deadline = '2031-06-11T21:59:59Z'
       WHERE id = $1`,
      [id],
    );
    await stage.arrange(`UPDATE conference_profiles SET final_papers_weeks = 1`);
    const rows = await timeline('leser.he', id);
    expect(of(rows, 'AGENDA_DRAFT')).toMatchObject({ dueAt: '2031-05-16T21:59:59.000Z', basisLabel: 'Eigener Termin' });
    const papers = { dueAt: '2031-06-11T21:59:59.000Z', basisLabel: 'Eine Woche vor der Hauptkonferenz', revision: 2 };
    expect(of(rows, 'FINAL_PAPERS')).toMatchObject(papers);
    expect(of(rows, 'RELEASE_OBJECTION')).toMatchObject({ dueAt: '2031-06-18T21:59:59.000Z' });
  });

  it('is refused to everybody but the chair, and hidden from who may not see it', async () => {
    const id = await planned('2032-06-09');
    const papers = of(await timeline('leser.he', id), 'FINAL_PAPERS');
    const later = '2032-06-04T21:59:59.000Z';
    for (const mail of ['geschaeftsstelle', 'koordination.he', 'leser.he']) {
      expect([mail, await move(mail, papers, later)]).toEqual([mail, ['NOT_ENTITLED']]);
    }
    for (const mail of ['vorsitz.by', 'gast.bka', 'technik']) {
      expect([mail, await move(mail, papers, later)]).toEqual([mail, ['NOT_FOUND']]);
      expect(await move(mail, { ...papers, id: newId() }, later)).toEqual(['NOT_FOUND']);
    }
  });

  it('done twice at once is done once', async () => {
    const id = await planned('2033-06-15');
    const papers = of(await timeline('leser.he', id), 'FINAL_PAPERS');
    const days = ['2033-06-09T21:59:59.000Z', '2033-06-10T21:59:59.000Z'];
    const answers = await Promise.all(days.map((day) => move('vorsitz.hh', papers, day)));
    expect(answers.filter((answer) => !Array.isArray(answer))).toHaveLength(1);
    expect(answers).toContainEqual(['CHANGED_MEANWHILE']);
  });
});

describe('The deadline of a written procedure', () => {
  const run = async (closesAt: string): Promise<string> => {
    const id = newId();
    await stage.arrange(
      `INSERT INTO written_procedures (id, topic_id, conference_id, profile_code, state, request_reason, requested_at,
         number_year, number, round, text_hash, silence_rule, started_at, closes_at, revision, audience)
       SELECT $1, $1, id, profile_code, 'RUNNING', 'Eilt', '2026-05-04T08:00:00Z', 2026,
         1 + (SELECT count(*) FROM written_procedures), 1, 'hash', 'ALL_MUST_VOTE', '2026-05-04T08:00:00Z', $3, 1, '{0,7}'
       FROM conferences WHERE id = $2`,
      [id, stage.conferenceId, closesAt],
    );
    return id;
  };
  const end = (id: string, given: string): Promise<unknown> =>
    stage.arrange(`UPDATE written_procedures SET ${given}, ended_at = '2026-12-20T00:00:00Z' WHERE id = $1`, [id]);
  const row = async (subjectId: string): Promise<unknown> =>
    (await stage.arrange('SELECT state, due_at, audience FROM deadlines WHERE subject_id = $1', [subjectId]))[0];
  const closesAt = '2026-12-18T22:59:59.000Z';

  it('stands on the timeline of the conference for whoever sees the procedure', async () => {
    const id = await run(closesAt);
    expect(await row(id)).toEqual({ state: 'OPEN', due_at: new Date(closesAt), audience: [0, 7] });
    expect((await timeline('leser.he', stage.conferenceId)).some(({ dueAt }) => dueAt === closesAt)).toBe(true);
    expect((await timeline('koordination.by', stage.conferenceId)).some(({ dueAt }) => dueAt === closesAt)).toBe(false);
    await end(id, `state = 'WITHDRAWN'`);
    expect(await row(id)).toMatchObject({ state: 'SETTLED' });
  });

  it('follows another round, and is left to the sweep when the procedure ended by it', async () => {
    const id = await run(closesAt);
    await stage.arrange(`UPDATE written_procedures SET round = 2, closes_at = '2026-12-19T22:59:59Z' WHERE id = $1`, [
      id,
    ]);
    expect(await row(id)).toMatchObject({ state: 'OPEN', due_at: new Date('2026-12-19T22:59:59Z') });
    await end(id, `state = 'FAILED'`);
    expect(await row(id)).toMatchObject({ state: 'OPEN' });
    await stage.arrange(`UPDATE deadlines SET state = 'PASSED' WHERE subject_id = $1`, [id]);
    await end(id, `revision = 2`);
    expect(await row(id)).toMatchObject({ state: 'PASSED' });
  });

  it('is settled when the chair ends it before, and is not moved on its own', async () => {
    const id = await run(closesAt);
    const [found] = await stage.arrange<Row>('SELECT id, revision FROM deadlines WHERE subject_id = $1', [id]);
    const refused = found === undefined ? [] : await move('vorsitz.hh', found, '2026-12-21T22:59:59.000Z');
    expect(refused).toEqual(['NOT_FOUND']);
    await stage.arrange(`UPDATE deadlines SET audience = '{0,7,202}' WHERE subject_id = $1`, [id]);
    const asked = found === undefined ? [] : await move('vorsitz.hh', found, '2026-12-21T22:59:59.000Z');
    expect(asked).toContain('DEADLINE_FOLLOWS_ITS_RECORD');
    await end(id, `state = 'FAILED', ended_early_at = '2026-12-10T10:00:00Z'`);
    expect(await row(id)).toMatchObject({ state: 'SETTLED' });
  });
});

describe('The sweep', () => {
  const states = async (): Promise<readonly string[]> =>
    (await timeline('leser.he', stage.conferenceId)).map(({ kind, state }) => `${kind} ${state}`);
  const passed = (): Promise<readonly { kind: string; late: number | null; first: boolean | null }[]> =>
    stage.arrange(
      `SELECT data ->> 'kind' AS kind, (data ->> 'lateSeconds')::int AS late, (data ->> 'isFirstLate')::bool AS first
       FROM outbox WHERE event = 'deadline.passed' ORDER BY id`,
    );

  it('lets nothing pass a second before its time, and everything at it', async () => {
    const direct = of(await timeline('leser.he', stage.conferenceId), 'COMMITTEE_REGISTRATION');
    stage.clock.moveTo(new Date(Date.parse(direct.dueAt) - 1000));
    await sweep();
    expect(await passed()).toEqual([]);
    stage.clock.moveTo(new Date(direct.dueAt));
    await sweep();
    await sweep();
    expect(await passed()).toEqual([{ kind: 'COMMITTEE_REGISTRATION', late: null, first: null }]);
    expect(house.logged).toEqual([]);
  });

  it('makes up for weeks of standstill in the order of the instants, and says how late', async () => {
    const rows = await timeline('leser.he', stage.conferenceId);
    stage.clock.moveTo(new Date(Date.parse(of(rows, 'AGENDA_DRAFT').dueAt) + 1000));
    await sweep();
    const [, ...missed] = await passed();
    expect(missed.map(({ kind }) => kind)).toEqual(['COMMITTEE_SESSIONS', 'DIRECT_REGISTRATION', 'AGENDA_DRAFT']);
    expect(missed.map(({ first }) => first)).toEqual([true, false, null]);
    expect(missed[2]?.late).toBeNull();
    expect(house.logged.map(({ kind }) => kind)).toEqual(['COMMITTEE_SESSIONS', 'DIRECT_REGISTRATION']);
    const standstill = stage.clock.now().getTime() - Date.parse(of(rows, 'DIRECT_REGISTRATION').dueAt);
    expect(house.logged[1]?.lateSeconds).toBe(standstill / 1000);
    expect(standstill).toBeGreaterThan(13 * 24 * 60 * 60 * 1000);
    expect((await states()).slice(0, 4).every((state) => state.endsWith('PASSED'))).toBe(true);
  });

  it('notes each once when two sweep at once', async () => {
    const rows = await timeline('leser.he', stage.conferenceId);
    stage.clock.moveTo(new Date(of(rows, 'PRE_CONFERENCE').dueAt));
    const before = (await passed()).length;
    await Promise.all([sweep(), sweep(), sweep()]);
    expect((await passed()).slice(before).map(({ kind }) => kind)).toEqual(['PRE_CONFERENCE']);
  });

  it('opens again what the chair extends', async () => {
    const agenda = of(await timeline('leser.he', stage.conferenceId), 'AGENDA_DRAFT');
    expect(await move('vorsitz.hh', agenda, '2026-11-27T22:59:59.000Z')).toMatchObject({ state: 'OPEN' });
  });

  it('finds what is due among a hundred thousand by an index', async () => {
    await stage.arrange(
      `INSERT INTO deadlines (id, kind, subject_kind, subject_id, conference_id, basis, due_at, original_due_at, state, audience)
       SELECT gen_random_uuid(), 'FOLLOW_UP', 'followUp', gen_random_uuid(), $1, 'FIXED', day, day, 'OPEN', '{0}'
       FROM generate_series(1, 100000) AS number, LATERAL (SELECT '2040-01-01'::timestamptz + number * interval '1 hour') AS at (day)`,
      [stage.conferenceId],
    );
    await stage.arrange('ANALYZE deadlines');
    const plan = await stage.database.read({ personId: null, audience: [0] }, (tx) =>
      tx.query<{ 'QUERY PLAN': string }>(
        `EXPLAIN SELECT id FROM deadlines WHERE state = 'OPEN' AND due_at <= $1 ORDER BY due_at, id`,
        [stage.clock.now()],
      ),
    );
    const lines = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(lines).toContain('deadlines_open');
    expect(lines).not.toContain('Seq Scan');
  });
});
