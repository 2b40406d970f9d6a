import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/database';
import { LooseKeys } from '#testing';
import type { StoredDeadline } from './deadline.repository.js';
import { Reminders } from './reminder.repository.js';

const now = new Date('2026-11-24T07:00:00Z');
const reminders = new Reminders();

let stage: LooseKeys;

beforeAll(async () => {
  stage = await LooseKeys.open([]);
  // Of the deadline only its id is needed here.
  await stage.owner.query('ALTER TABLE reminders DISABLE TRIGGER ALL');
});
afterAll(() => stage.close());

const aDeadline = (): StoredDeadline => ({
  ...{ id: newId(), kind: 'FINAL_PAPERS', subjectKind: 'conference', subjectId: newId(), conferenceId: newId() },
  ...{ basis: 'FIXED', basisCount: null, opensAt: null, state: 'OPEN', setAt: now, revision: 1, audience: [0] },
  ...{ dueAt: new Date('2026-11-25T22:59:59Z'), originalDueAt: new Date('2026-11-25T22:59:59Z') },
});

describe('Once means once, and by this key alone', () => {
  it('of two workers one reminds: reminders_once', async () => {
    const remind = async (): Promise<readonly number[]> => {
      const deadline = aDeadline();
      const due = [{ rung: 'ONE_DAY', personId: newId(), because: 'x' }] as const;
      const claimed = await stage.together((tx) => reminders.claim(tx, deadline, due, now));
      return claimed.map(({ length }) => length);
    };
    expect(await remind()).toEqual([1, 0]);
    await stage.loosen('reminders', 'reminders_once');
    expect(await remind()).toEqual([1, 1]);
  });

  it('up to when the days were gone through is known once: reminder_runs_pkey', async () => {
    const note = async (): Promise<number> => {
      await stage.act((tx) => reminders.noteRuns(tx, ['BY'], now));
      return stage.countOf('reminder_runs', 'calendar', 'BY');
    };
    expect([await note(), await note()]).toEqual([1, 1]);
    await stage.loosen('reminder_runs', 'reminder_runs_pkey');
    expect([await note(), await note()]).toEqual([2, 3]);
  });
});
