import { calendarFeedStateNames, type CalendarFeedState } from '#glossary';
import { availableActions, permit, type ActionAvailability, type Lifecycle, type Refused } from '#platform/lifecycle';
import * as only from './calendar-feed-requirements.js';
import { feedCapacityNames, type CalendarFeed, type CalendarFeedContext, type FeedCapacity } from './calendar-feed.js';

/** "<action> takes a subscription from … to …, may be done by …, and only if …" */
const rows = {
  createCalendarFeed: {
    from: ['NEW'],
    to: 'ACTIVE',
    by: ['SELF'],
    requires: [only.hasFeedName, only.hasRoomForAnother, only.hasSomethingToSee],
    emits: 'calendarFeed.created',
  },
  changeCalendarFeed: {
    from: ['ACTIVE'],
    to: 'UNCHANGED',
    by: ['SELF'],
    requires: [only.hasFeedName],
    emits: 'calendarFeed.changed',
  },
  /** Under another address; the former one leads nowhere from then on. */
  renewCalendarFeed: {
    from: ['ACTIVE'],
    to: 'UNCHANGED',
    by: ['SELF'],
    requires: [only.hasSomethingToSee],
    emits: 'calendarFeed.renewed',
  },
  revokeCalendarFeed: { from: ['ACTIVE'], to: 'REVOKED', by: ['SELF'], emits: 'calendarFeed.revoked' },
} as const satisfies Lifecycle<CalendarFeed, CalendarFeedState, FeedCapacity, CalendarFeedContext>['rows'];

export type CalendarFeedAction = keyof typeof rows;

const labels: Readonly<Record<CalendarFeedAction, string>> = {
  createCalendarFeed: 'Kalenderabonnement anlegen',
  changeCalendarFeed: 'Kalenderabonnement ändern',
  renewCalendarFeed: 'Adresse erneuern',
  revokeCalendarFeed: 'Kalenderabonnement widerrufen',
};

export const calendarFeedLifecycle: Lifecycle<CalendarFeed, CalendarFeedState, FeedCapacity, CalendarFeedContext> = {
  record: { kind: 'calendarFeed', label: 'Kalenderabonnement' },
  states: calendarFeedStateNames,
  capacities: feedCapacityNames,
  rows,
  requirements: only,
  labels,
};

export interface AcceptedFeed {
  readonly ok: true;
  readonly feed: CalendarFeed;
  /** Whether the feed gets an address that nobody knows yet. */
  readonly isIssued: boolean;
  readonly emits: string;
  readonly capacity: FeedCapacity;
}

/** The next state of the feed and what happened, or every reason against it. Pure: nothing is saved. */
export function decide(
  feed: CalendarFeed,
  action: CalendarFeedAction,
  context: CalendarFeedContext,
): AcceptedFeed | Refused {
  const verdict = permit(calendarFeedLifecycle, feed, action, context);
  if (!verdict.ok) return verdict;
  const { now, input } = context;
  const isIssued = action === 'createCalendarFeed' || action === 'renewCalendarFeed';
  const next: CalendarFeed = {
    ...feed,
    name: input?.name?.trim() ?? feed.name,
    content: input?.content ?? feed.content,
    state: verdict.to,
    issuedAt: isIssued ? now : feed.issuedAt,
    // Under the new address nobody has read it.
    fetchedAt: isIssued ? null : feed.fetchedAt,
    revision: feed.revision + 1,
  };
  return { ok: true, feed: next, isIssued, emits: verdict.emits, capacity: verdict.capacity };
}

export function actionsOn(feed: CalendarFeed, context: CalendarFeedContext): readonly ActionAvailability[] {
  return availableActions(calendarFeedLifecycle, feed, context);
}

/** Whether the person may begin another one, and if not, why. */
export function beginningOf(context: CalendarFeedContext): ActionAvailability {
  const verdict = permit(calendarFeedLifecycle, { ...NOT_YET, createdAt: context.now }, 'createCalendarFeed', context);
  const action = { action: 'createCalendarFeed', label: labels.createCalendarFeed };
  if (!verdict.ok) return { ...action, available: false, refusals: verdict.refusals };
  return { ...action, available: true, capacity: feedCapacityNames[verdict.capacity], refusals: [] };
}

const NOT_YET = {
  id: '',
  personId: '',
  name: '',
  content: 'SESSIONS_AND_DEADLINES',
  state: 'NEW',
  issuedAt: new Date(0),
  fetchedAt: null,
  revision: 0,
} as const;

/** A feed of the person before there is one. */
export function newFeed(id: string, personId: string, now: Date): CalendarFeed {
  return { ...NOT_YET, id, personId, createdAt: now, issuedAt: now };
}
