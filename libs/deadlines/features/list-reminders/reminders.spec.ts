import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { aConferenceStage, type ConferenceStage } from '#testing';
import { listening, type ListeningStage } from '#testing/agendas';
import { DeadlineKeeper, deadlineEntities, DeadlinesModule } from '../../index.js';

/** Knows who has to hand something in from a table that the spec fills. */
@DeadlineKeeper({ kinds: ['FINAL_PAPERS', 'AGENDA_DRAFT', 'PRE_CONFERENCE'] })
class PapersDeadline {
  readonly openDuties = 'SELECT asked.id AS deadline_id, role, party, body FROM asked JOIN expected USING (kind)';
}

@Module({ providers: [PapersDeadline] })
class PapersModule {}

let stage: ConferenceStage;
let server: ListeningStage;

beforeAll(async () => {
  stage = await aConferenceStage(deadlineEntities);
  server = await listening(stage, [DeadlinesModule, PapersModule]);
  stage.clock.moveTo(new Date('2026-11-23T09:00:00Z'));
  await stage.arrange(`CREATE TABLE expected (kind text, role text, party text, body text)`);
  await stage.arrange('GRANT SELECT ON expected TO km_app');
  await stage.arrange(`UPDATE deadlines SET state = CASE WHEN due_at < '2026-11-23' THEN 'PASSED' ELSE 'OPEN' END`);
});

afterAll(async () => {
  await server?.close();
  await stage?.close();
});

async function remind(mail: string, rung: string, kind = 'FINAL_PAPERS', audience = '{0,201,202}'): Promise<void> {
  await stage.arrange(
    `INSERT INTO reminders (id, deadline_id, due_at, rung, person_id, because, reminded_at, audience)
     SELECT gen_random_uuid(), deadlines.id, due_at, $2, people.id, 'etwas offen ist', '2026-11-20T07:00:00Z', $4::int[]
     FROM deadlines, people WHERE deadlines.kind = $3 AND mail LIKE $1`,
    [`${mail}@%`, rung, kind, audience],
  );
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a spec knows the shape of its own question
async function ask(mail: string, query: string, variables: object = {}): Promise<any> {
  const { data, errors } = await server.graphql(mail, query, variables as Record<string, unknown>);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

describe('Who was reminded', () => {
  const query = `query ($id: ID!, $first: Int!, $after: String) { deadlines(conferenceId: $id) { nodes { kind
    reminders(first: $first, after: $after) { nodes { rungLabel personName because remindedAt } totalCount
      pageInfo { hasNextPage endCursor } } } } }`;

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  async function reminders(mail: string, kind = 'FINAL_PAPERS', first = 20, after: string | null = null): Promise<any> {
    const { deadlines } = await ask(mail, query, { id: stage.conferenceId, first, after });
    return deadlines.nodes.find((each: { kind: string }) => each.kind === kind)?.reminders ?? null;
  }

  const names = async (mail: string, kind?: string): Promise<readonly string[]> =>
    ((await reminders(mail, kind))?.nodes ?? [])
      .map(({ personName, rungLabel }: Record<string, string>) => `${personName}: ${rungLabel}`)
      .toSorted();

  beforeAll(async () => {
    await remind('koordination.he', 'TWO_DAYS');
    await remind('vorsitz.ak2', 'ONE_DAY');
    await remind('koordination.he', 'ONE_DAY', 'RELEASE_OBJECTION', '{0}');
  });

  const all = ['Person koordination.he: Zwei Tage vorher', 'Person vorsitz.ak2: Einen Tag vorher'];

  it.each([
    ['geschaeftsstelle', all],
    ['vorsitz.hh', all],
    ['vorsitz.by', []],
    ['koordination.he', ['Person koordination.he: Zwei Tage vorher']],
    ['vorsitz.ak2', ['Person vorsitz.ak2: Einen Tag vorher']],
    ['geschaeftsfuehrung.ak2', []],
    ['leser.he', []],
    ['gast.bka', []],
    ['technik', []],
  ])('is seen by %s', async (mail, expected) => {
    expect(await names(mail)).toEqual(expected);
  });

  it('of the right to object is seen by that person alone, for it tells who has not objected', async () => {
    expect(await names('koordination.he', 'RELEASE_OBJECTION')).toHaveLength(1);
    expect(await names('geschaeftsstelle', 'RELEASE_OBJECTION')).toEqual([]);
    expect(await names('vorsitz.hh', 'RELEASE_OBJECTION')).toEqual([]);
  });

  it('comes in pages that count what the reader may see', async () => {
    const first = await reminders('geschaeftsstelle', 'FINAL_PAPERS', 1);
    expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    const second = await reminders('geschaeftsstelle', 'FINAL_PAPERS', 1, first.pageInfo.endCursor);
    expect(second).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: false } });
    const seen = [first, second].flatMap(({ nodes }) => nodes.map((each: { personName: string }) => each.personName));
    expect(seen.toSorted()).toEqual(['Person koordination.he', 'Person vorsitz.ak2']);
  });
});

describe('My deadlines', () => {
  const mine = async (mail: string): Promise<readonly string[]> => {
    const { myDeadlines } = await ask(mail, '{ myDeadlines(first: 100) { nodes { kind isOver } totalCount } }');
    expect(myDeadlines.totalCount).toBe(myDeadlines.nodes.length);
    return myDeadlines.nodes.map(({ kind, isOver }: Record<string, unknown>) => `${kind}${isOver ? ' over' : ''}`);
  };

  it('are those by which I still have to act, in any of my offices, until I have acted', async () => {
    await stage.arrange(
      `INSERT INTO expected VALUES ('FINAL_PAPERS', 'PARTY_COORDINATOR', 'HE', NULL), ('PRE_CONFERENCE', 'CHAIR', NULL, NULL),
         ('FINAL_PAPERS', 'COMMITTEE_CHAIR', NULL, 'AK2'), ('AGENDA_DRAFT', 'SECRETARIAT', NULL, NULL)`,
    );
    expect(await mine('koordination.he')).toEqual(['FINAL_PAPERS']);
    expect(await mine('vorsitz.ak2')).toEqual(['FINAL_PAPERS']);
    expect(await mine('vorsitz.hh')).toEqual(['PRE_CONFERENCE over']);
    expect(await mine('geschaeftsstelle')).toEqual(['AGENDA_DRAFT over']);
    for (const mail of ['koordination.by', 'vorsitz.ak5', 'vorsitz.by', 'fachreferat.he', 'leser.he', 'technik']) {
      expect([mail, await mine(mail)]).toEqual([mail, []]);
    }
    await stage.arrange(`DELETE FROM expected WHERE party = 'HE'`);
    expect(await mine('koordination.he')).toEqual([]);
  });

  it('that have been over for weeks are no longer among them', async () => {
    const long = new Date('2026-12-17T09:00:00Z');
    stage.clock.moveTo(long);
    expect(await mine('vorsitz.hh')).toEqual([]);
    stage.clock.moveTo(new Date('2026-11-23T09:00:00Z'));
  });
});

describe('The rungs of the reminders', () => {
  interface Rule {
    readonly id: string;
    readonly revision: number;
    readonly isOn: boolean;
  }
  const rules = async (mail: string): Promise<readonly (Rule & Record<string, unknown>)[]> =>
    (await ask(mail, '{ reminderRules { id kind rung isOn stateLabel revision history { label } } }')).reminderRules;
  const find = async (): Promise<Rule> => {
    const found = (await rules('geschaeftsstelle')).find(
      ({ kind, rung }) => kind === 'FOLLOW_UP' && rung === 'OVERDUE',
    );
    if (found === undefined) throw new Error('There is no such rung');
    return found;
  };
  const off = async (mail: string, { id: ruleId, revision: expectedRevision }: Rule): Promise<unknown> => {
    const query = `mutation ($input: SwitchReminderOffInput!) {
      switchReminderOff(input: $input) { rule { isOn revision history { label } } refusals { code } } }`;
    const { rule, refusals } = (await ask(mail, query, { input: { ruleId, expectedRevision } })).switchReminderOff;
    return rule ?? refusals.map(({ code }: { code: string }) => code);
  };

  it('are laid for every kind of deadline, as is usual', async () => {
    const laid = await rules('leser.he');
    expect(laid).toHaveLength(55);
    const ofKind = (wanted: string): string =>
      laid
        .filter(({ kind, isOn }) => kind === wanted && isOn)
        .map(({ rung }) => String(rung))
        .join(' ');
    expect(ofKind('FOLLOW_UP')).toBe('HALF_TIME TWO_DAYS ONE_DAY OVERDUE ESCALATION');
    expect(ofKind('WRITTEN_PROCEDURE')).toBe('HALF_TIME TWO_DAYS ONE_DAY');
    expect(ofKind('MINUTES_OBJECTION')).toBe('TWO_DAYS');
    expect(ofKind('RELEASE_OBJECTION')).toBe('');
  });

  it('are switched by the secretariat alone', async () => {
    const rule = await find();
    for (const mail of ['vorsitz.hh', 'koordination.he', 'technik', 'gast.bka']) {
      expect([mail, await off(mail, rule)]).toEqual([mail, ['NOT_ENTITLED']]);
    }
    const answers = await Promise.all([off('geschaeftsstelle', rule), off('geschaeftsstelle', rule)]);
    expect(answers).toContainEqual(['CHANGED_MEANWHILE']);
    expect(answers).toContainEqual({ isOn: false, revision: 2, history: [{ label: 'Erinnerung ausschalten' }] });
    expect(await off('geschaeftsstelle', { ...rule, revision: 2 })).toEqual(['NOT_POSSIBLE_IN_STATE']);
    expect(await off('geschaeftsstelle', { ...rule, id: 'unknown' })).toEqual(['NOT_FOUND']);
  });
});
