import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DatabaseModule } from '#platform/database';
import { aConferenceStage, type ConferenceStage } from '#testing';
import { DeadlineKeeper, deadlineEntities, DeadlinesModule } from '../../index.js';
import { RemindOfDeadlinesJob } from './remind-of-deadlines.job.js';

/** Knows who has to hand something in from a table that the spec fills: who is not in it has acted, or cannot act. */
@DeadlineKeeper({ kinds: ['FINAL_PAPERS', 'AGENDA_DRAFT', 'RELEASE_OBJECTION'] })
class PapersDeadline {
  readonly openDuties = `SELECT asked.id AS deadline_id, role, party, body FROM asked JOIN expected USING (kind)`;
}

@Module({ providers: [PapersDeadline] })
class PapersModule {}

let stage: ConferenceStage;
let house: INestApplicationContext;

beforeAll(async () => {
  stage = await aConferenceStage(deadlineEntities);
  await stage.arrange(`CREATE TABLE expected (kind text, role text, party text, body text)`);
  await stage.arrange('GRANT SELECT ON expected TO km_app');
  await stage.arrange(
    `INSERT INTO assignments (id, person_id, role, party_code, valid_from, deputy_of)
     SELECT gen_random_uuid(), (SELECT id FROM people WHERE mail LIKE 'leser.he@%'), role, party_code, valid_from, id
     FROM assignments WHERE role = 'PARTY_COORDINATOR' AND party_code = 'HE'`,
  );
  await stage.arrange(
    `INSERT INTO office_heads (id, person_id, party_code, valid_from)
     SELECT gen_random_uuid(), id, 'HE', '2020-01-01' FROM people WHERE mail LIKE 'fachreferat.he@%'`,
  );
  const root = {
    module: class Root {},
    imports: [DatabaseModule.with(stage.database, stage.clock), DeadlinesModule, PapersModule],
  };
  house = await NestFactory.createApplicationContext(root, { logger: false, abortOnError: false });
});

afterAll(async () => {
  await house?.close();
  await stage?.close();
});

/** Wednesday, 25 November: half time is on Friday the 13th, for the 14th is a Saturday. */
const SET = '2026-11-02T08:00:00Z';
const DUE = '2026-11-25T22:59:59Z';

async function due(dueAt: string, kind = 'FINAL_PAPERS', setAt = SET): Promise<void> {
  const change = `UPDATE deadlines SET set_at = $1, due_at = $2, state = 'OPEN' WHERE kind = $3`;
  await stage.arrange(change, [setAt, dueAt, kind]);
}

async function expectOf(
  role: string,
  party: string | null = null,
  body: string | null = null,
  kind = 'FINAL_PAPERS',
): Promise<void> {
  await stage.arrange('INSERT INTO expected VALUES ($1, $2, $3, $4)', [kind, role, party, body]);
}

const acted = (): Promise<unknown> => stage.arrange('DELETE FROM expected');

const run = (): Promise<void> => house.get(RemindOfDeadlinesJob).run();

async function runAt(...instants: readonly string[]): Promise<void> {
  for (const instant of instants) {
    stage.clock.moveTo(new Date(instant));
    await run();
  }
}

/** "ONE_DAY koordination.he 24.11.", one a line, in the order in which people were reminded. */
async function reminded(): Promise<readonly string[]> {
  const rows = await stage.arrange<{ line: string }>(
    `SELECT rung || ' ' || split_part(mail::text, '@', 1) || ' ' || to_char(reminded_at AT TIME ZONE 'Europe/Berlin', 'DD.MM.') AS line
     FROM reminders JOIN people ON people.id = person_id ORDER BY reminded_at, line`,
  );
  return rows.map(({ line }) => line);
}

/** How many people the messages tell of, and of which rung. */
async function told(): Promise<readonly string[]> {
  const rows = await stage.arrange<{ line: string }>(
    `SELECT data ->> 'rung' || ' ' || jsonb_array_length(data -> 'reminderIds') AS line FROM outbox
     WHERE event = 'deadline.reminded' ORDER BY id`,
  );
  return rows.map(({ line }) => line);
}

beforeEach(async () => {
  await stage.arrange('TRUNCATE reminders, reminder_runs, expected');
  await stage.arrange(`DELETE FROM outbox WHERE event = 'deadline.reminded'`);
  await due(DUE);
});

describe('Whoever still has to act', () => {
  it("is reminded at each rung once, at 8 o'clock on its day and not before", async () => {
    await expectOf('PARTY_COORDINATOR', 'BY');
    await runAt('2026-11-13T06:59:59Z', '2026-11-13T07:00:00Z', '2026-11-13T07:01:00Z', '2026-11-16T07:00:00Z');
    expect(await reminded()).toEqual(['HALF_TIME koordination.by 13.11.']);
    await runAt('2026-11-23T07:00:00Z', '2026-11-24T07:00:00Z', '2026-11-25T07:00:00Z', '2026-11-26T07:00:00Z');
    await runAt('2026-11-27T07:00:00Z', '2026-11-30T07:00:00Z');
    expect(await reminded()).toEqual([
      'HALF_TIME koordination.by 13.11.',
      'TWO_DAYS koordination.by 23.11.',
      'ONE_DAY koordination.by 24.11.',
      'OVERDUE koordination.by 26.11.',
    ]);
    expect(await told()).toEqual(['HALF_TIME 1', 'TWO_DAYS 1', 'ONE_DAY 1', 'OVERDUE 1']);
  });

  it('is reminded at half time of what is due in months', async () => {
    await due(DUE, 'FINAL_PAPERS', '2026-08-03T08:00:00Z');
    await expectOf('PARTY_COORDINATOR', 'BY');
    await runAt('2026-09-29T06:00:00Z');
    expect(await reminded()).toEqual(['HALF_TIME koordination.by 29.09.']);
  });

  it('is reminded at half the time since it opened, however long ago it was set', async () => {
    await due(DUE, 'FINAL_PAPERS', '2025-11-03T08:00:00Z');
    await stage.arrange(`UPDATE deadlines SET opens_at = '2026-09-14T08:00:00Z' WHERE kind = 'FINAL_PAPERS'`);
    await expectOf('PARTY_COORDINATOR', 'BY');
    await runAt('2026-10-20T06:00:00Z');
    await stage.arrange('UPDATE deadlines SET opens_at = NULL');
    expect(await reminded()).toEqual(['HALF_TIME koordination.by 20.10.']);
  });

  it('is reminded of what is over when the sweep has noted it', async () => {
    await expectOf('PARTY_COORDINATOR', 'BY');
    await stage.arrange(`UPDATE deadlines SET state = 'PASSED' WHERE kind = 'FINAL_PAPERS'`);
    await runAt('2026-11-26T07:00:00Z');
    expect(await reminded()).toEqual(['OVERDUE koordination.by 26.11.']);
  });

  it('is not, who acted a second before', async () => {
    await expectOf('PARTY_COORDINATOR', 'BY');
    stage.clock.moveTo(new Date('2026-11-24T06:59:59Z'));
    await acted();
    await runAt('2026-11-24T07:00:00Z', '2026-11-24T07:01:00Z');
    expect(await reminded()).toEqual([]);
  });

  it('is not, whose assignment has ended, or rests while another Land holds the chair', async () => {
    await expectOf('PARTY_COORDINATOR', 'NI');
    await expectOf('CHAIR');
    await stage.arrange(
      `UPDATE assignments SET valid_to = '2026-11-23' WHERE role = 'PARTY_COORDINATOR' AND party_code = 'NI'`,
    );
    await runAt('2026-11-24T07:00:00Z');
    expect(await reminded()).toEqual(['ONE_DAY vorsitz.hh 24.11.']);
  });

  it('is nobody, when the chair is asked on a day after the last term that anybody has proposed', async () => {
    await due('2036-01-16T22:59:59Z', 'FINAL_PAPERS', '2035-11-02T08:00:00Z');
    await expectOf('CHAIR');
    await runAt('2035-12-10T07:00:00Z', '2036-01-15T07:00:00Z');
    expect(await reminded()).toEqual(['HALF_TIME vorsitz.sh 10.12.']);
  });

  it('is not, when nothing is expected any more, or the rung is switched off', async () => {
    await expectOf('PARTY_COORDINATOR', 'BY');
    await stage.arrange(`UPDATE deadlines SET state = 'SETTLED' WHERE kind = 'FINAL_PAPERS'`);
    await runAt('2026-11-23T07:00:00Z');
    await stage.arrange(`UPDATE deadlines SET state = 'OPEN' WHERE kind = 'FINAL_PAPERS'`);
    await stage.arrange(`UPDATE reminder_rules SET state = 'OFF' WHERE (kind, rung) = ('FINAL_PAPERS', 'ONE_DAY')`);
    await runAt('2026-11-24T07:00:00Z');
    await stage.arrange(`UPDATE reminder_rules SET state = 'ON' WHERE (kind, rung) = ('FINAL_PAPERS', 'ONE_DAY')`);
    expect(await reminded()).toEqual([]);
  });

  it('is left alone on holidays of the own Land, and of any Land where none is known', async () => {
    await due('2026-11-19T22:59:59Z');
    await expectOf('PARTY_COORDINATOR', 'SN');
    await expectOf('PARTY_COORDINATOR', 'BY');
    await expectOf('COMMITTEE_CHAIR', null, 'AK2');
    await runAt('2026-11-17T07:00:00Z', '2026-11-18T07:00:00Z');
    expect(await reminded()).toEqual([
      'ONE_DAY koordination.sn 17.11.',
      'ONE_DAY vorsitz.ak2 17.11.',
      'TWO_DAYS koordination.by 17.11.',
      'ONE_DAY koordination.by 18.11.',
    ]);
  });

  it('is left alone on the holidays of the Land of another office, where the duty is that of a body', async () => {
    await stage.arrange(`INSERT INTO assignments (id, person_id, role, party_code, valid_from)
      SELECT gen_random_uuid(), id, 'READER', 'HH', '2020-01-01' FROM people WHERE mail LIKE 'vorsitz.ak3@%'`);
    await due('2026-11-19T22:59:59Z');
    await expectOf('COMMITTEE_CHAIR', null, 'AK3');
    await runAt('2026-11-18T07:00:00Z');
    expect(await reminded()).toEqual(['ONE_DAY vorsitz.ak3 18.11.']);
  });

  it('is left alone on the holidays of Berlin, and of no other Land, in the ministry of the Bund and the secretariat', async () => {
    await expectOf('PARTY_COORDINATOR', 'BUND');
    await expectOf('SECRETARIAT');
    await due('2026-11-19T22:59:59Z');
    await runAt('2026-11-18T07:00:00Z');
    await due('2027-03-09T22:59:59Z');
    await runAt('2027-03-05T07:00:00Z', '2027-03-08T07:00:00Z');
    expect(await reminded()).toEqual([
      'ONE_DAY geschaeftsstelle 18.11.',
      'ONE_DAY koordination.bund 18.11.',
      'ONE_DAY geschaeftsstelle 05.03.',
      'ONE_DAY koordination.bund 05.03.',
    ]);
  });
});

describe('Reminders', () => {
  const HE = 'PARTY_COORDINATOR';

  it('go to those who stand in as well, and to the head of the office after a working day more', async () => {
    await expectOf(HE, 'HE');
    await runAt('2026-11-26T07:00:00Z', '2026-11-27T07:00:00Z');
    expect(await reminded()).toEqual([
      'OVERDUE koordination.he 26.11.',
      'OVERDUE leser.he 26.11.',
      'ESCALATION fachreferat.he 27.11.',
      'ESCALATION leser.he 27.11.',
    ]);
    const because = await stage.arrange<{ because: string }>(
      `SELECT DISTINCT because FROM reminders WHERE rung = 'ESCALATION' ORDER BY because`,
    );
    expect(because.map((row) => row.because)).toEqual([
      'für eine Aufgabe, in der Sie vertreten (Koordination Hessen), zur Frist „Endgültige Unterlagen“ noch etwas offen ist',
      'in der Stelle, die Sie leiten (Koordination Hessen), zur Frist „Endgültige Unterlagen“ noch etwas offen ist',
    ]);
  });

  it('do not tell whose duty it is of the escalation, who heads the office or stands in there besides', async () => {
    const heads = (mail: string): Promise<unknown> =>
      stage.arrange(`UPDATE office_heads SET person_id = (SELECT id FROM people WHERE mail LIKE $1 || '@%')`, [mail]);
    await expectOf(HE, 'HE');
    await heads('koordination.he');
    await runAt('2026-11-27T07:00:00Z');
    expect(await reminded()).toEqual(['ESCALATION leser.he 27.11.']);
    await stage.arrange('TRUNCATE reminders, reminder_runs');
    await heads('leser.he');
    await runAt('2026-11-27T07:00:00Z');
    expect(await reminded()).toEqual(['ESCALATION leser.he 27.11.']);
    await heads('fachreferat.he');
  });

  it.each([
    ['on the day before one begins', '2026-11-28', null, false],
    ['on the first day', '2026-11-27', null, true],
    ['on the last day', '2026-01-01', '2026-11-27', true],
    ['on the day after one ended', '2026-01-01', '2026-11-26', false],
  ])('find who holds, stands in or heads: %s', async (_when, from, to, isFound) => {
    const valid = (table: string, party: string, first: string, last: string | null): Promise<unknown> =>
      stage.arrange(`UPDATE ${table} SET valid_from = $2, valid_to = $3 WHERE party_code = $1`, [party, first, last]);
    await stage.arrange(`INSERT INTO office_heads (id, person_id, party_code, valid_from)
      SELECT gen_random_uuid(), id, 'TH', '2020-01-01' FROM people WHERE mail LIKE 'fachreferat.th@%'`);
    await due('2026-11-26T22:59:59Z', 'AGENDA_DRAFT');
    await expectOf(HE, 'TH', null, 'AGENDA_DRAFT');
    await expectOf(HE, 'TH');
    await valid('assignments', 'TH', from, to);
    await valid('office_heads', 'TH', from, to);
    await runAt('2026-11-27T07:00:00Z');
    await valid('assignments', 'TH', '2020-01-01', null);
    await stage.arrange(`DELETE FROM office_heads WHERE party_code = 'TH'`);
    expect(await reminded()).toEqual(
      isFound ? ['ESCALATION fachreferat.th 27.11.', 'OVERDUE koordination.th 27.11.'] : [],
    );
  });

  it('tell the head of the secretariat as that of the main conference, and that of the chairing Land', async () => {
    await stage.arrange(`INSERT INTO office_heads (id, person_id, party_code, body_code, valid_from)
      SELECT gen_random_uuid(), id, CASE WHEN mail LIKE 'fachreferat.hh@%' THEN 'HH' END,
        CASE WHEN mail LIKE 'fachreferat.be@%' THEN 'MAIN_CONFERENCE' END, '2020-01-01'
      FROM people WHERE mail LIKE 'fachreferat.hh@%' OR mail LIKE 'fachreferat.be@%'`);
    await expectOf('SECRETARIAT');
    await expectOf('CHAIR');
    await expectOf('COMMITTEE_CHAIR', null, 'AK2');
    await runAt('2026-11-27T07:00:00Z');
    await stage.arrange(`DELETE FROM office_heads WHERE party_code = 'HH' OR body_code = 'MAIN_CONFERENCE'`);
    expect(await reminded()).toEqual(['ESCALATION fachreferat.be 27.11.', 'ESCALATION fachreferat.hh 27.11.']);
  });

  it('say of two duties that are as urgent the own one, and not the one in which somebody stands in', async () => {
    await expectOf(HE, 'HE');
    await expectOf('READER', 'HE');
    await runAt('2026-11-26T07:00:00Z');
    const said = await stage.arrange<{ because: string }>(
      `SELECT because FROM reminders JOIN people ON people.id = person_id WHERE mail LIKE 'leser.he@%'`,
    );
    expect(said.map(({ because }) => because.split(' ').slice(0, 3).join(' '))).toEqual(['für Ihre Aufgabe']);
  });

  it('missed while everything stood still are made up for once, by the most urgent, and never on a weekend', async () => {
    await expectOf(HE, 'BY');
    await runAt('2026-11-12T07:00:00Z', '2026-11-28T09:00:00Z', '2026-11-29T09:00:00Z');
    expect(await reminded()).toEqual([]);
    await runAt('2026-11-30T07:00:00Z', '2026-12-01T07:00:00Z');
    expect(await reminded()).toEqual(['OVERDUE koordination.by 30.11.']);
  });

  it('are seen by the offices that see the deadline, and those of a right to object by nobody else', async () => {
    const change = (value: string): Promise<unknown> => stage.arrange(`UPDATE deadlines SET audience = ${value}`);
    await due(DUE, 'RELEASE_OBJECTION');
    await stage.arrange(`UPDATE reminder_rules SET state = 'ON' WHERE (kind, rung) = ('RELEASE_OBJECTION', 'ONE_DAY')`);
    await expectOf(HE, 'BY', null, 'RELEASE_OBJECTION');
    await expectOf(HE, 'BY');
    await runAt('2026-11-24T07:00:00Z');
    await change('array_remove(audience, 202)');
    await runAt('2026-11-26T07:00:00Z');
    await change('audience || 202');
    const rows = await stage.arrange<{ kind: string; audience: number[] }>(
      `SELECT kind, reminders.audience FROM reminders JOIN deadlines ON deadlines.id = deadline_id ORDER BY reminded_at, kind`,
    );
    expect(rows.map(({ kind, audience }) => [kind, audience])).toEqual([
      ['FINAL_PAPERS', [0, 201, 202]],
      ['RELEASE_OBJECTION', [0]],
      ['FINAL_PAPERS', [0, 201]],
    ]);
  });

  it('go out once when several look at the same time', async () => {
    await expectOf(HE, 'BY');
    await expectOf('SECRETARIAT');
    stage.clock.moveTo(new Date('2026-11-24T07:00:00Z'));
    await Promise.all([run(), run(), run()]);
    expect(await reminded()).toEqual(['ONE_DAY geschaeftsstelle 24.11.', 'ONE_DAY koordination.by 24.11.']);
    expect(await told()).toEqual(['ONE_DAY 2']);
  });

  it('do not go out for what was settled while others were being reminded', async () => {
    await due('2026-11-25T21:59:59Z', 'AGENDA_DRAFT');
    await expectOf('SECRETARIAT', null, null, 'AGENDA_DRAFT');
    await expectOf(HE, 'BY');
    await stage.arrange(
      `CREATE FUNCTION settles() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
         BEGIN UPDATE deadlines SET state = 'SETTLED' WHERE kind = 'FINAL_PAPERS'; RETURN NULL; END $$;
       CREATE TRIGGER settles AFTER INSERT ON reminders FOR EACH STATEMENT EXECUTE FUNCTION settles()`,
    );
    await runAt('2026-11-24T07:00:00Z');
    await stage.arrange('DROP TRIGGER settles ON reminders; DROP FUNCTION settles()');
    expect(await reminded()).toEqual(['ONE_DAY geschaeftsstelle 24.11.']);
  });

  it('belong to the instant of the deadline: moved, it has its own, and none for the instant before', async () => {
    await expectOf(HE, 'BY');
    await runAt('2026-11-24T07:00:00Z');
    await due('2026-11-27T22:59:59Z', 'FINAL_PAPERS', '2026-11-24T10:00:00Z');
    await runAt('2026-11-25T07:00:00Z', '2026-11-26T07:00:00Z', '2026-11-27T07:00:00Z');
    expect(await reminded()).toEqual([
      'ONE_DAY koordination.by 24.11.',
      'TWO_DAYS koordination.by 25.11.',
      'ONE_DAY koordination.by 26.11.',
    ]);
  });
});

describe('A run that is stopped in the middle', () => {
  const breaking = `
    CREATE FUNCTION breaks() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'torn'; END $$;
    CREATE TRIGGER breaks BEFORE INSERT ON outbox FOR EACH ROW
      WHEN (NEW.event = 'deadline.reminded' AND NEW.data ->> 'kind' = 'FINAL_PAPERS') EXECUTE FUNCTION breaks()`;
  const mended = 'DROP TRIGGER breaks ON outbox; DROP FUNCTION breaks()';

  it('has reminded nobody whom no message tells, holds up no other deadline, and is made up for', async () => {
    await due(DUE, 'AGENDA_DRAFT');
    await expectOf('PARTY_COORDINATOR', 'BY');
    await expectOf('SECRETARIAT', null, null, 'AGENDA_DRAFT');
    await stage.arrange(breaking);
    await expect(runAt('2026-11-24T07:00:00Z')).rejects.toThrow(
      '1 of 2 records could not be done: deadline FINAL_PAPERS',
    );
    expect(await reminded()).toEqual(['ONE_DAY geschaeftsstelle 24.11.']);
    await stage.arrange(mended);
    await runAt('2026-11-24T07:01:00Z', '2026-11-24T07:02:00Z');
    expect(await reminded()).toEqual(['ONE_DAY geschaeftsstelle 24.11.', 'ONE_DAY koordination.by 24.11.']);
    expect(await told()).toEqual(['ONE_DAY 1', 'ONE_DAY 1']);
  });
});

/** Last, for it leaves the database without what guards it. */
describe('That each is reminded once', () => {
  const againAndAgain = async (): Promise<readonly string[]> => {
    await expectOf('PARTY_COORDINATOR', 'BY');
    await runAt('2026-11-24T07:00:00Z');
    await stage.arrange('TRUNCATE reminder_runs');
    await runAt('2026-11-24T07:01:00Z');
    return told();
  };

  it('holds even when nobody remembers the run before', async () => {
    expect(await againAndAgain()).toEqual(['ONE_DAY 1']);
  });

  it('hangs on the unique constraint alone: without it they are reminded twice', async () => {
    await stage.arrange('ALTER TABLE reminders DROP CONSTRAINT reminders_once');
    expect(await againAndAgain()).toEqual(['ONE_DAY 1', 'ONE_DAY 1']);
  });
});
