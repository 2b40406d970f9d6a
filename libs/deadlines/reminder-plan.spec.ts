import { describe, expect, it } from '@jest/globals';
import { reminderRungs, type ReminderRung } from '#glossary';
import { calendarOf } from './holidays.js';
import type { CalendarName } from './domain/calendar.js';
import type { Deadline } from './domain/deadline.js';
import { dueReminders, waitingCalendars, type DutyHolder, type ReminderRun } from './reminder-plan.js';

/** Thursday, 19 November 2026: in Saxony the day before is Buß- und Bettag. */
const deadline: Deadline = {
  id: 'deadline-1',
  kind: 'FINAL_PAPERS',
  subjectKind: 'conference',
  subjectId: 'conference-1',
  conferenceId: 'conference-1',
  basis: 'FIXED',
  basisCount: null,
  opensAt: null,
  dueAt: new Date('2026-11-19T22:59:59Z'),
  originalDueAt: new Date('2026-11-19T22:59:59Z'),
  state: 'OPEN',
  setAt: new Date('2026-09-01T09:00:00Z'),
  revision: 1,
};

const holder = (given: Partial<DutyHolder>): DutyHolder => {
  const office = { role: 'PARTY_COORDINATOR', party: 'BY', body: null, calendar: 'BY' } as const;
  return { personId: 'kim', place: 'HOLDER', ...office, ...given };
};
const ofSaxony = { party: 'SN', calendar: 'SN' } as const;

function runOn(day: string, calendars: readonly CalendarName[], on: readonly ReminderRung[]): ReminderRun {
  const now = new Date(`${day}T07:00:00Z`);
  const before = new Date(now.getTime() - 24 * 60 * 60 * 1000);
  return { switchedOn: new Set(on), waiting: new Map(calendars.map((name) => [name, before])), now, calendarOf };
}

/** "kim ONE_DAY für eine Aufgabe", one a line. */
function heard(
  holders: readonly DutyHolder[],
  day: string,
  calendars: readonly CalendarName[] = ['BY', 'SN'],
  on: readonly ReminderRung[] = reminderRungs,
): readonly string[] {
  return dueReminders(deadline, holders, runOn(day, calendars, on)).map(
    ({ personId, rung, because }) => `${personId} ${rung} ${because.split(' ').slice(0, 3).join(' ')}`,
  );
}

describe('Somebody with several offices', () => {
  it('hears of what is most urgent, even where it is not the own duty', () => {
    const offices = [holder({}), holder({ ...ofSaxony, place: 'DEPUTY' })];
    expect(heard(offices, '2026-11-17')).toEqual(['kim ONE_DAY für eine Aufgabe,']);
    expect(heard(offices.toReversed(), '2026-11-17')).toEqual(['kim ONE_DAY für eine Aufgabe,']);
  });

  it('hears on a day on which one of their Länder rests of the other alone', () => {
    expect(heard([holder({}), holder({ ...ofSaxony })], '2026-11-18', ['BY'])).toEqual([
      'kim ONE_DAY für Ihre Aufgabe',
    ]);
  });

  it('is told of the escalation in an office that they head, and not in the one whose duty they have', () => {
    const own = [holder({}), holder({ place: 'HEAD' }), holder({ place: 'DEPUTY' })];
    expect(heard(own, '2026-11-23')).toEqual([]);
    expect(heard([...own, holder({ ...ofSaxony, place: 'HEAD' })], '2026-11-23')).toEqual([
      'kim ESCALATION in der Stelle,',
    ]);
  });

  it('is told of it once as deputy, where they head the office as well', () => {
    const offices = [holder({ place: 'DEPUTY' }), holder({ place: 'HEAD' })];
    expect(heard(offices, '2026-11-23')).toEqual(['kim ESCALATION für eine Aufgabe,']);
    expect(heard(offices.toReversed(), '2026-11-23')).toEqual(['kim ESCALATION für eine Aufgabe,']);
  });

  it('knows as the chair of a committee what the secretary of it is asked for', () => {
    const ofBody = { party: null, body: 'AK2', calendar: 'SN' } as const;
    const offices = [
      holder({ ...ofBody, role: 'COMMITTEE_CHAIR' }),
      holder({ ...ofBody, role: 'COMMITTEE_SECRETARY', place: 'HEAD' }),
    ];
    expect(heard(offices, '2026-11-23')).toEqual([]);
  });
});

describe('The escalation', () => {
  it('has nobody to go to where nobody stands in and nobody heads the office', () => {
    expect(heard([holder({})], '2026-11-23')).toEqual([]);
  });

  it('is all that a head hears, and none while it is switched off', () => {
    const head = [holder({ place: 'HEAD' })];
    const days = ['2026-11-17', '2026-11-18', '2026-11-20', '2026-11-23'];
    expect(days.flatMap((day) => heard(head, day))).toEqual(['kim ESCALATION in der Stelle,']);
    const others = reminderRungs.filter((rung) => rung !== 'ESCALATION');
    expect(heard(head, '2026-11-23', ['BY'], others)).toEqual([]);
  });
});

describe('The calendars that are gone through', () => {
  const waiting = (now: string, runs: ReadonlyMap<CalendarName, Date> = new Map()): readonly string[] =>
    [...waitingCalendars(['BY', 'SN', 'BE'], runs, new Date(now), calendarOf)].map(
      ([name, since]) => `${name} ${since.toISOString()}`,
    );

  it("wait from 8 o'clock in Berlin on, on their working days, since they were gone through last", () => {
    const last = new Map<CalendarName, Date>([['BY', new Date('2026-11-16T07:00:00Z')]]);
    expect(waiting('2026-11-18T06:59:59Z', last)).toEqual([]);
    expect(waiting('2026-11-18T07:00:00Z', last)).toEqual([
      'BY 2026-11-16T07:00:00.000Z',
      'BE 2026-11-17T23:00:00.000Z',
    ]);
    expect(waiting('2026-11-21T07:00:00Z', last)).toEqual([]);
  });

  it('wait no more on a day on which they were gone through', () => {
    const today = new Map<CalendarName, Date>([['BY', new Date('2026-11-19T07:00:00Z')]]);
    expect(waiting('2026-11-19T15:00:00Z', today)).toEqual([
      'SN 2026-11-18T23:00:00.000Z',
      'BE 2026-11-18T23:00:00.000Z',
    ]);
  });

  it("begin at 8 o'clock by the clock of Berlin on either side of its changes", () => {
    expect(waiting('2027-03-26T06:59:59Z')).toEqual([]);
    expect(waiting('2027-03-29T05:59:59Z')).toEqual([]);
    expect(waiting('2027-03-30T05:59:59Z')).toEqual([]);
    expect(waiting('2027-03-30T06:00:00Z')).toHaveLength(3);
    expect(waiting('2026-10-26T06:59:59Z')).toEqual([]);
    expect(waiting('2026-10-26T07:00:00Z')).toHaveLength(3);
  });
});
