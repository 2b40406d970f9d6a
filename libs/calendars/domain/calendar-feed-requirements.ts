import type { Refusal } from '#platform/lifecycle';
import type { CalendarFeed, CalendarFeedContext } from './calendar-feed.js';

type FeedRequirement = (feed: CalendarFeed, context: CalendarFeedContext) => Refusal | null;

const LONGEST_NAME = 80;
const MOST = 10;

export const hasFeedName: FeedRequirement = (_feed, { input }) => {
  if (input?.name === undefined || input.name === null) return null;
  const length = input.name.trim().length;
  if (length === 0) return { code: 'NAME_REQUIRED', message: 'Bitte geben Sie einen Namen an.', field: 'name' };
  const message = `Der Name hat höchstens ${LONGEST_NAME} Zeichen.`;
  return length <= LONGEST_NAME ? null : { code: 'NAME_TOO_LONG', message, field: 'name' };
};

export const hasRoomForAnother: FeedRequirement = (_feed, { active }) =>
  active < MOST
    ? null
    : {
        code: 'TOO_MANY_CALENDAR_FEEDS',
        message: `Mehr als ${MOST} Kalenderabonnements sind nicht möglich. Widerrufen Sie zuerst eines, das Sie nicht mehr brauchen.`,
      };

/** The technical administration has no right to content, and whoever has no assignment has none either. */
export const hasSomethingToSee: FeedRequirement = (_feed, { seesSomething }) =>
  seesSomething
    ? null
    : { code: 'NOT_ENTITLED', message: 'Zu Ihren Aufgaben gehören keine Sitzungen und keine Fristen.' };
