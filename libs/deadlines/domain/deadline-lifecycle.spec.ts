import { describe, expect, it } from '@jest/globals';
import { capacityNames, deadlineKindNames, deadlineStateNames, type Capacity, type DeadlineKind } from '#glossary';
import { faultsOf } from '#platform/lifecycle';
import { actionsOn, decide, deadlineLifecycle } from './deadline-lifecycle.js';
import { latenessOf, type Deadline, type DeadlineContext, type DeadlineInput } from './deadline.js';

const dueAt = new Date('2026-10-21T21:59:59Z');
const now = new Date('2026-10-01T09:00:00Z');
const reason = 'Die Ferien liegen in der Frist.';

const aDeadline = (given: Partial<Deadline> = {}): Deadline => ({
  id: 'deadline-1',
  kind: 'DIRECT_REGISTRATION',
  subjectKind: 'conference',
  subjectId: 'conference-1',
  conferenceId: 'conference-1',
  basis: 'WEEKS_BEFORE',
  basisCount: 6,
  opensAt: null,
  dueAt,
  originalDueAt: dueAt,
  state: 'OPEN',
  setAt: new Date('2026-01-10T09:00:00Z'),
  revision: 1,
  ...given,
});

const as = (capacity: Capacity, given: Partial<DeadlineContext> = {}): DeadlineContext => ({
  now,
  capacities: new Set([capacity]),
  conferenceBegins: new Date('2026-12-01T23:00:00Z'),
  others: [{ kind: 'COMMITTEE_REGISTRATION', dueAt: new Date('2026-08-26T21:59:59Z') }],
  input: null,
  ...given,
});

const asked = (
  input: DeadlineInput,
  given: Partial<Deadline> = {},
  context: Partial<DeadlineContext> = {},
): unknown => {
  const answer = decide(aDeadline(given), 'moveDeadline', as('CHAIR', { ...context, input: { reason, ...input } }));
  return answer.ok ? answer.deadline.state : answer.refusals.map(({ code }) => code);
};

describe('The lifecycle of a deadline', () => {
  it('has no unreachable state, no dead row and a German name for each action', () => {
    expect(faultsOf(deadlineLifecycle)).toEqual([]);
  });

  it('lets the chair alone move it, while it is not settled', () => {
    const capacities = Object.keys(capacityNames) as Capacity[];
    const states = Object.keys(deadlineStateNames) as Deadline['state'][];
    const matrix = capacities.flatMap((capacity) =>
      states.flatMap((state) =>
        actionsOn(aDeadline({ state }), as(capacity)).flatMap(({ action, available }) =>
          available ? [`${state}: ${capacity} may ${action}`] : [],
        ),
      ),
    );
    expect(matrix).toEqual(['OPEN: CHAIR may moveDeadline', 'PASSED: CHAIR may moveDeadline']);
  });

  it('lets the system alone let it pass, and not before it is over', () => {
    const at = (instant: Date, capacity: Capacity = 'SYSTEM'): unknown => {
      const answer = decide(aDeadline(), 'passDeadline', as(capacity, { now: instant }));
      return answer.ok ? answer.deadline.state : answer.refusals.map(({ code }) => code);
    };
    expect(at(new Date(dueAt.getTime() - 1))).toEqual(['NOT_DUE_YET']);
    expect(at(dueAt)).toBe('PASSED');
    expect(at(dueAt, 'CHAIR')).toEqual(['NOT_ENTITLED']);
    expect(at(dueAt, 'SECRETARIAT')).toEqual(['NOT_ENTITLED']);
  });
});

describe('Moving a deadline', () => {
  const later = new Date('2026-10-28T22:59:59Z');

  it.each<[string, DeadlineInput, Partial<Deadline>, Partial<DeadlineContext>, unknown]>([
    ['to a later instant', { dueAt: later }, {}, {}, 'OPEN'],
    ['to an earlier one', { dueAt: new Date('2026-10-14T21:59:59Z') }, {}, {}, 'OPEN'],
    ['that is over', { dueAt: later }, { state: 'PASSED' }, { now: new Date('2026-10-22T08:00:00Z') }, 'OPEN'],
    ['without a reason', { dueAt: later, reason: '  ' }, {}, {}, ['REASON_REQUIRED']],
    ['with a novel for a reason', { dueAt: later, reason: 'x'.repeat(2001) }, {}, {}, ['REASON_TOO_LONG']],
    ['to nowhere', {}, {}, {}, ['INSTANT_REQUIRED']],
    ['to where it is', { dueAt }, {}, {}, ['NOTHING_MOVED']],
    ['into the past', { dueAt: new Date('2026-09-30T21:59:59Z') }, {}, {}, ['DEADLINE_IN_THE_PAST']],
    ['to this very instant', { dueAt: now }, {}, {}, ['DEADLINE_IN_THE_PAST']],
    ['to the first day', { dueAt: new Date('2026-12-01T23:00:00Z') }, {}, {}, ['DEADLINE_AFTER_BEGIN']],
    ['to the second before', { dueAt: new Date('2026-12-01T22:59:59Z') }, {}, {}, 'OPEN'],
    [
      'to before its own beginning',
      { dueAt: new Date('2026-10-05T21:59:59Z') },
      { kind: 'COMMITTEE_SESSIONS', opensAt: new Date('2026-10-05T22:00:00Z') },
      {},
      ['DEADLINE_BEFORE_OPENING'],
    ],
    [
      'to the day of its own beginning',
      { dueAt: new Date('2026-10-06T21:59:59Z') },
      { kind: 'COMMITTEE_SESSIONS', opensAt: new Date('2026-10-05T22:00:00Z') },
      {},
      'OPEN',
    ],
    [
      'of a conference that has begun',
      { dueAt: later },
      {},
      { conferenceBegins: now },
      ['CONFERENCE_HAS_BEGUN', 'DEADLINE_AFTER_BEGIN'],
    ],
    [
      'behind the way through the committees',
      { dueAt: new Date('2026-10-14T21:59:59Z') },
      {},
      { others: [{ kind: 'COMMITTEE_REGISTRATION', dueAt }] },
      ['DEADLINES_OUT_OF_ORDER'],
    ],
    [
      'through the committees behind the direct way',
      { dueAt: later },
      { kind: 'COMMITTEE_REGISTRATION' },
      { others: [{ kind: 'DIRECT_REGISTRATION', dueAt }] },
      ['DEADLINES_OUT_OF_ORDER'],
    ],
    [
      'that has nothing to do with that order',
      { dueAt: later },
      { kind: 'AGENDA_DRAFT' },
      {
        others: [
          { kind: 'COMMITTEE_REGISTRATION', dueAt: later },
          { kind: 'DIRECT_REGISTRATION', dueAt },
        ],
      },
      'OPEN',
    ],
  ])('%s', (_what, input, given, context, expected) => {
    expect(asked(input, given, context)).toEqual(expected);
  });

  it.each(Object.keys(deadlineKindNames) as DeadlineKind[])(
    'of the kind %s is possible where it stands alone',
    (kind) => {
      const ofRecords = ['WRITTEN_PROCEDURE', 'FOLLOW_UP', 'COMMENT_ROUND', 'MINUTES_OBJECTION'];
      const follows = ['RELEASE_OBJECTION', ...ofRecords].includes(kind);
      expect(asked({ dueAt: later }, { kind }, { others: [] })).toEqual(
        follows ? ['DEADLINE_FOLLOWS_ITS_RECORD'] : 'OPEN',
      );
    },
  );

  it('leaves what was first planned, follows from nothing any more and tells before and after', () => {
    const input = { dueAt: later, reason };
    expect(decide(aDeadline(), 'moveDeadline', as('CHAIR', { input }))).toMatchObject({
      deadline: { dueAt: later, originalDueAt: dueAt, basis: 'FIXED', basisCount: null, setAt: now, revision: 2 },
      events: [{ type: 'deadline.moved', capacity: 'CHAIR', reason, data: { before: dueAt.toISOString() } }],
    });
  });
});

describe('Lateness', () => {
  it.each([
    ['at the instant', 0, 0],
    ['a minute later', 60_000, 0],
    ['a millisecond more', 60_001, 60_001],
  ])('%s', (_what, after, late) => {
    expect(latenessOf(aDeadline(), new Date(dueAt.getTime() + after))).toBe(late);
  });

  it('counts from when the instant was set, where it was over then', () => {
    const setAt = new Date('2026-11-01T09:00:00Z');
    expect(latenessOf(aDeadline({ setAt }), new Date('2026-11-01T09:00:30Z'))).toBe(0);
    expect(latenessOf(aDeadline({ setAt }), new Date('2026-11-01T09:02:00Z'))).toBe(120_000);
  });
});
