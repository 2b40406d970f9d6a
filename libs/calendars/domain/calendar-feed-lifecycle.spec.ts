import { describe, expect, it } from '@jest/globals';
import { calendarFeedStateNames, type CalendarFeedState } from '#glossary';
import { faultsOf } from '#platform/lifecycle';
import { actionsOn, beginningOf, calendarFeedLifecycle, decide, newFeed } from './calendar-feed-lifecycle.js';
import type { CalendarFeed, CalendarFeedContext, CalendarFeedInput } from './calendar-feed.js';

const now = new Date('2026-11-23T10:00:00Z');
const before = new Date('2026-11-01T10:00:00Z');

const aFeed = (given: Partial<CalendarFeed> = {}): CalendarFeed => ({
  ...newFeed('feed-1', 'person-1', before),
  name: 'Telefon',
  state: 'ACTIVE',
  fetchedAt: before,
  revision: 3,
  ...given,
});
const as = (given: Partial<CalendarFeedContext> = {}): CalendarFeedContext => ({
  ...{ now, capacities: new Set(['SELF'] as const), seesSomething: true, active: 1, input: null },
  ...given,
});
const codesOf = (action: Parameters<typeof decide>[1], context: CalendarFeedContext, feed = aFeed()): unknown => {
  const answer = decide(feed, action, context);
  return answer.ok ? answer.emits : answer.refusals.map(({ code }) => code);
};

describe('The lifecycle of a subscribed calendar', () => {
  it('has no unreachable state, no dead row and a German name for each action', () => {
    expect(faultsOf(calendarFeedLifecycle)).toEqual([]);
  });

  it('lets the person alone act, and nobody on a revoked one', () => {
    const states = Object.keys(calendarFeedStateNames) as CalendarFeedState[];
    const may = (context: CalendarFeedContext): string[] =>
      states.flatMap((state) =>
        actionsOn(aFeed({ state }), context).flatMap(({ action, available }) =>
          available ? [`${state}: ${action}`] : [],
        ),
      );
    expect(may(as())).toEqual([
      'ACTIVE: changeCalendarFeed',
      'ACTIVE: renewCalendarFeed',
      'ACTIVE: revokeCalendarFeed',
    ]);
    expect(may(as({ capacities: new Set() }))).toEqual([]);
  });

  it('gives out an address when it is created or renewed, and at no other time', () => {
    const issuing = (['createCalendarFeed', 'changeCalendarFeed', 'renewCalendarFeed', 'revokeCalendarFeed'] as const)
      .map((action) => decide(action === 'createCalendarFeed' ? newFeed('f', 'p', now) : aFeed(), action, as()))
      .map((answer) => answer.ok && [answer.isIssued, answer.feed.issuedAt, answer.feed.fetchedAt]);
    expect(issuing).toEqual([
      [true, now, null],
      [false, before, before],
      [true, now, null],
      [false, before, before],
    ]);
  });

  it.each<[string, CalendarFeedInput, unknown]>([
    ['another name', { name: ' Tablet ' }, 'calendarFeed.changed'],
    ['another content', { content: 'SESSIONS' }, 'calendarFeed.changed'],
    ['nothing', {}, 'calendarFeed.changed'],
    ['no name', { name: '  ' }, ['NAME_REQUIRED']],
    ['a novel for a name', { name: 'x'.repeat(81) }, ['NAME_TOO_LONG']],
  ])('is changed to %s', (_what, input, expected) => {
    expect(codesOf('changeCalendarFeed', as({ input }))).toEqual(expected);
  });

  it('ends at ten, and where there is nothing to see', () => {
    const create = (given: Partial<CalendarFeedContext>): unknown =>
      codesOf('createCalendarFeed', as({ input: { name: 'Telefon' }, ...given }), newFeed('f', 'p', now));
    expect(create({ active: 9 })).toBe('calendarFeed.created');
    expect(create({ active: 10 })).toEqual(['TOO_MANY_CALENDAR_FEEDS']);
    expect(create({ seesSomething: false })).toEqual(['NOT_ENTITLED']);
    expect(codesOf('renewCalendarFeed', as({ seesSomething: false }))).toEqual(['NOT_ENTITLED']);
    expect(codesOf('revokeCalendarFeed', as({ seesSomething: false, active: 10 }))).toBe('calendarFeed.revoked');
    expect(beginningOf(as({ active: 10 }))).toMatchObject({ available: false });
    expect(beginningOf(as())).toMatchObject({ available: true, capacity: 'Die Person selbst' });
  });
});
