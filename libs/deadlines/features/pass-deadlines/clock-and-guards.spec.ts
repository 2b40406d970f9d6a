import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/database';
import { aConferenceStage, type ConferenceStage } from '#testing';
import { listening, sweeping, type ListeningStage, type SweepingStage } from '#testing/agendas';
import { deadlineEntities, DeadlinesModule } from '../../index.js';
import { PassDeadlinesJob } from './pass-deadlines.job.js';

let stage: ConferenceStage;
let server: ListeningStage;
let house: SweepingStage;

beforeAll(async () => {
  stage = await aConferenceStage(deadlineEntities);
  server = await listening(stage, [DeadlinesModule]);
  house = await sweeping(stage);
  await stage.arrange(`UPDATE deadlines SET state = 'SETTLED'`);
});
afterAll(async () => {
  await server?.close();
  await house?.close();
  await stage?.close();
});

/** A conference of which nothing is open but one deadline, at the end of this day in Berlin. */
async function papersDueOn(day: string, rule = 'ANY_LAND'): Promise<string> {
  const id = newId();
  await stage.arrange(`UPDATE conference_profiles SET holiday_rule = $1`, [rule]);
  await stage.arrange(
    `INSERT INTO conferences SELECT (jsonb_populate_record(conferences, jsonb_build_object('id', $2::text, 'number', NULL,
       'season', 'SPECIAL', 'starts_on', $3::date + 5, 'ends_on', $3::date + 5,
       'final_papers_deadline', end_of_berlin_day($3::date)))).* FROM conferences WHERE id = $1`,
    [stage.conferenceId, id, day],
  );
  await stage.arrange(
    `UPDATE deadlines SET state = CASE kind WHEN 'FINAL_PAPERS' THEN 'OPEN' ELSE 'SETTLED' END,
       set_at = due_at - interval '1 day' WHERE conference_id = $1`,
    [id],
  );
  return id;
}

const openAt = async (conferenceId: string, instant: Date): Promise<number> => {
  stage.clock.moveTo(instant);
  await house.sweep();
  const open = `SELECT FROM deadlines WHERE conference_id = $1 AND state = 'OPEN'`;
  return (await stage.arrange(open, [conferenceId])).length;
};

describe('The sweep', () => {
  it.each([
    ['on the day before the clocks go forward', '2027-03-27', '2027-03-27T22:59:59Z'],
    ['on the day of 23 hours', '2027-03-28', '2027-03-28T21:59:59Z'],
    ['on the day before the clocks go back', '2027-10-30', '2027-10-30T21:59:59Z'],
    ['on the day of 25 hours', '2027-10-31', '2027-10-31T22:59:59Z'],
    ['on the last day of the year', '2027-12-31', '2027-12-31T22:59:59Z'],
    ['on the 29th of February', '2028-02-29', '2028-02-29T22:59:59Z'],
    ['on a holiday, which moves nothing', '2028-05-01', '2028-05-01T21:59:59Z'],
  ])('lets what is due %s pass at its very last second', async (_when, day, instant) => {
    const id = await papersDueOn(day);
    expect(await openAt(id, new Date(Date.parse(instant) - 1))).toBe(1);
    expect(await openAt(id, new Date(instant))).toBe(0);
    expect(house.logged).toEqual([]);
  });

  it('knows the hour that comes twice from its repetition', async () => {
    const id = await papersDueOn('2029-10-28');
    const twice = ['2029-10-28T00:30:00.000Z', '2029-10-28T01:30:00.000Z'];
    for (const dueAt of twice.toReversed()) {
      await stage.arrange(
        `INSERT INTO deadlines (id, kind, subject_kind, subject_id, conference_id, basis, due_at, original_due_at, state, audience)
         VALUES ($1, 'FOLLOW_UP', 'followUp', $1, $2, 'FIXED', $3, $3, 'OPEN', '{0}')`,
        [newId(), id, dueAt],
      );
    }
    expect(await openAt(id, new Date('2029-10-28T00:59:59Z'))).toBe(2);
    expect(await openAt(id, new Date('2029-10-28T01:30:00Z'))).toBe(1);
    const passed = await stage.arrange<{ due: string }>(
      `SELECT data ->> 'dueAt' AS due FROM outbox WHERE event = 'deadline.passed' ORDER BY id DESC LIMIT 2`,
    );
    expect(passed.map(({ due }) => due)).toEqual(twice.toReversed());
  });

  it('looks ahead a quarter of an hour to what is open, and to each instant once', async () => {
    const id = await papersDueOn('2029-11-05');
    const due = [
      '12:00:00 OPEN',
      '12:05:00 OPEN',
      '12:05:00 OPEN',
      '12:07:00 SETTLED',
      '12:15:00 OPEN',
      '12:15:01 OPEN',
    ];
    for (const [time, state] of due.map((each) => each.split(' '))) {
      await stage.arrange(
        `INSERT INTO deadlines (id, kind, subject_kind, subject_id, conference_id, basis, due_at, original_due_at, state, audience)
         VALUES ($1, 'FOLLOW_UP', 'followUp', $1, $2, 'FIXED', $3, $3, $4, '{0}')`,
        [newId(), id, `2029-11-05T${time}Z`, state],
      );
    }
    stage.clock.moveTo(new Date('2029-11-05T12:00:00Z'));
    const ahead = await house.part(PassDeadlinesJob).upcoming();
    expect(ahead.map((at) => at.toISOString().slice(11, 19))).toEqual(['12:05:00', '12:15:00']);
    await stage.arrange(`UPDATE deadlines SET state = 'SETTLED' WHERE conference_id = $1`, [id]);
  });
});

describe('A deadline on a day on which not everybody works', () => {
  const shown = async (conferenceId: string): Promise<unknown> => {
    const query = `query ($id: ID!) { deadlines(conferenceId: $id) { nodes { kind dueAt restDay workingDays } } }`;
    const { data } = await server.graphql('leser.he', query, { id: conferenceId });
    return data.deadlines.nodes.find(({ kind }: { kind: string }) => kind === 'FINAL_PAPERS');
  };

  it.each([
    ['a holiday of some, where each counts', '2030-06-20', 'ANY_LAND', 'Fronleichnam in 6 Ländern'],
    ['a holiday of some, where only that of all counts', '2030-06-20', 'ALL_LAENDER', null],
    ['a holiday of all', '2030-10-03', 'ALL_LAENDER', 'Tag der Deutschen Einheit'],
    ['a weekend', '2030-10-05', 'ALL_LAENDER', 'Wochenende'],
  ])('stays on %s, and says so by the rule of its conference', async (_what, day, rule, restDay) => {
    const id = await papersDueOn(day, rule);
    const dueAt = `${day}T21:59:59.000Z`;
    expect(await shown(id)).toEqual({ kind: 'FINAL_PAPERS', dueAt, restDay, workingDays: null });
  });

  it('says it of what the chair has just moved too', async () => {
    stage.clock.moveTo(new Date('2031-01-02T09:00:00Z'));
    const id = await papersDueOn('2031-06-10', 'ALL_LAENDER');
    const [row] = await stage.arrange<{ id: string; revision: number }>(
      `SELECT id, revision FROM deadlines WHERE conference_id = $1 AND kind = 'FINAL_PAPERS'`,
      [id],
    );
    const input = { deadlineId: row?.id, expectedRevision: row?.revision, dueAt: '2031-06-12T21:59:59Z', reason: 'x' };
    const query = `mutation ($input: MoveDeadlineInput!) { moveDeadline(input: $input) { deadline { restDay } } }`;
    const { data } = await server.graphql('vorsitz.hh', query, { input });
    expect(data.moveDeadline.deadline).toEqual({ restDay: null });
  });

  it.each([
    ['ANY_LAND', '3 Arbeitstage bis 28.05.2032, weil 27. Mai (Fronleichnam in 6 Ländern) nicht zählt'],
    ['ALL_LAENDER', '4 Arbeitstage bis 28.05.2032'],
  ])('is explained where working days were counted, by %s', async (rule, words) => {
    const id = await papersDueOn('2032-05-28', rule);
    await stage.arrange(
      `INSERT INTO deadlines (id, kind, subject_kind, subject_id, conference_id, basis, opens_at, due_at, original_due_at, state, audience)
       VALUES ($1, 'WRITTEN_PROCEDURE', 'writtenProcedure', $1, $2, 'FIXED', '2032-05-24T07:00:00Z', '2032-05-28T21:59:59Z',
         '2032-05-28T21:59:59Z', 'OPEN', array(SELECT generate_series(0, 202)))`,
      [newId(), id],
    );
    const query = `query ($id: ID!) { deadlines(conferenceId: $id) { nodes { kind workingDays } } }`;
    const { data } = await server.graphql('leser.he', query, { id });
    const found = data.deadlines.nodes.find(({ kind }: { kind: string }) => kind === 'WRITTEN_PROCEDURE');
    expect(found.workingDays).toBe(words);
  });
});

describe('What the database itself says about deadlines', () => {
  const known = `(SELECT deadlines FROM deadlines WHERE kind = 'FINAL_PAPERS' ORDER BY due_at LIMIT 1)`;
  const again = (given: string): string =>
    `INSERT INTO deadlines SELECT (jsonb_populate_record(${known}, jsonb_build_object('id', gen_random_uuid(), ${given}))).*`;
  const other = `'subject_id', gen_random_uuid()`;

  const cases: Readonly<Record<string, string>> = {
    deadlines_audience: again(`${other}, 'audience', '{201}'::int[]`),
    deadlines_basis: again(`${other}, 'basis', 'WEEKS_BEFORE', 'basis_count', NULL`),
    deadlines_kind: again(`${other}, 'kind', 'X'`),
    deadlines_once: again(`'state', 'OPEN'`),
    deadlines_pkey: again(`${other}, 'id', (${known}).id`),
    deadlines_state: again(`${other}, 'state', 'X'`),
    deadlines_subject: again(`${other}, 'subject_kind', 'x'`),
  };

  const tried = (act: string): Promise<string> =>
    stage.arrange(`BEGIN; ${act}; ROLLBACK`).then(
      () => 'done',
      (fault: unknown) => String(fault),
    );

  it('has a case for every condition', async () => {
    const rows = await stage.arrange<{ name: string }>(
      `SELECT conname AS name FROM pg_constraint WHERE conrelid = 'deadlines'::regclass AND contype <> 'n' ORDER BY 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(cases).sort());
  });

  it.each(Object.entries(cases))('%s refuses, and without it nothing else would', async (name, act) => {
    const dropped = `ALTER TABLE deadlines DROP CONSTRAINT ${name} CASCADE`;
    expect(await tried(act)).toContain(name);
    expect(await tried(`${dropped}; ${act}`)).toBe('done');
  });

  const columns: Readonly<Record<string, string>> = {
    'conferences deadlines_of_conference': `UPDATE conferences SET agenda_draft_deadline = '2035-05-05T10:00:00Z';
      DO $$ BEGIN ASSERT EXISTS (SELECT FROM deadlines WHERE due_at = '2035-05-05T10:00:00Z'), 'no row follows'; END $$`,
    'deadlines deadline_to_conference': `UPDATE deadlines SET due_at = '2035-06-06T10:00:00Z' WHERE kind = 'AGENDA_DRAFT';
      DO $$ BEGIN ASSERT EXISTS (SELECT FROM conferences WHERE agenda_draft_deadline = '2035-06-06T10:00:00Z'), 'no column follows';
      END $$`,
  };

  it.each(Object.entries(columns))('%s keeps row and column equal, and nothing else does', async (trigger, act) => {
    const [table, name] = trigger.split(' ');
    expect(await tried(act)).toBe('done');
    expect(await tried(`DROP TRIGGER ${name} ON ${table}; ${act}`)).toContain('follows');
  });
});
